package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.read.SourceMapping.RegionSource;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Region;

/** Regions by name, among those that a mapping says. A name that means none or several stays as it is: the checks say so. */
final class RegionLookup {
    private final Map<String, List<String>> codes = new HashMap<>();

    /** All regions of a catalogue. */
    RegionLookup(Catalogue catalogue) {
        this(catalogue, null, null);
    }

    /** The regions that a mapping says. */
    RegionLookup(Catalogue catalogue, RegionSource source) {
        this(catalogue, source.level(), source.under());
    }

    private RegionLookup(Catalogue catalogue, @Nullable String level, @Nullable String under) {
        for (Region region : catalogue.regions().values()) {
            boolean isCandidate = (level == null || region.level().equals(level))
                    && (under == null || liesIn(region, under, catalogue));
            if (isCandidate) {
                add(region.name().chinese(), region.code());
                add(region.name().english(), region.code());
                region.aliases().forEach(alias -> add(alias, region.code()));
                add(region.code(), region.code());
            }
        }
    }

    private void add(String name, String code) {
        List<String> same = codes.computeIfAbsent(TableWords.plain(name), key -> new ArrayList<>(1));
        if (!same.contains(code)) {
            same.add(code);
        }
    }

    private static boolean liesIn(Region region, String under, Catalogue catalogue) {
        @Nullable Region up = region;
        while (up != null && !up.code().equals(under)) {
            up = up.parent() == null ? null : catalogue.regions().get(up.parent());
        }
        return up != null;
    }

    /** The code of the one region that a text means; the text itself if it is none or several. */
    String code(String text) {
        List<String> found = codes.getOrDefault(TableWords.plain(text), List.of());
        return found.size() == 1 ? found.get(0) : text;
    }
}
