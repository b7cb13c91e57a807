package org.wenheng.analytics.derive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionOverlap;

/**
 * Up to where the values of a catalogue are derived, and by what.
 *
 * @param observationVersion Delta version of the observations
 * @param knownAt what became known later is not in the values
 * @param dependsOn hash of what the values depend on beside the observations
 * @param moreLater whether that version holds what becomes known only later: then time alone changes the values
 */
record DerivationMark(long observationVersion, Instant knownAt, String dependsOn, boolean moreLater) {
    /** Grows when the stages give other values for the same observations. */
    private static final int WAY_OF_DERIVING = 1;

    /** The beginning of every note about a catalogue. */
    static String beginning(String catalogue) {
        return "derived " + catalogue + " ";
    }

    /** The mark as a note beside the values. */
    String note(String catalogue) {
        return beginning(catalogue) + observationVersion + " " + knownAt + " " + dependsOn + " " + moreLater;
    }

    /** The mark that was noted so. */
    static DerivationMark of(String note) {
        String[] parts = note.split(" ", -1);
        return new DerivationMark(
                Long.parseLong(parts[2]), Instant.parse(parts[3]), parts[4], Boolean.parseBoolean(parts[5]));
    }

    /** Whether what changed since then is all that has to be derived anew. */
    boolean leadsTo(long version, Instant moment, String dependsOnNow) {
        return observationVersion <= version
                && !knownAt.isAfter(moment)
                && !moreLater
                && dependsOn.equals(dependsOnNow);
    }

    /** SHA-256 of a catalogue's elements and regions, as far as values depend on them, and of the way of deriving. */
    static String dependsOn(Catalogue catalogue) {
        StringBuilder text = new StringBuilder("way " + WAY_OF_DERIVING + "\n");
        for (Element element : catalogue.elements().values()) {
            line(
                    text,
                    "element",
                    element.code(),
                    element.frequency(),
                    element.overTime(),
                    element.overFacilities(),
                    element.overRegions(),
                    String.valueOf(element.weight()));
        }
        for (Region region : catalogue.history().regions()) {
            line(
                    text,
                    "region",
                    region.code(),
                    String.valueOf(region.parent()),
                    String.valueOf(region.validFrom()),
                    String.valueOf(region.validTo()));
        }
        catalogue.overlaps().stream().map(RegionOverlap::unit).sorted().forEach(unit -> line(text, "apart", unit));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void line(StringBuilder text, Object... parts) {
        for (Object part : parts) {
            text.append(part).append('\t');
        }
        text.append('\n');
    }
}
