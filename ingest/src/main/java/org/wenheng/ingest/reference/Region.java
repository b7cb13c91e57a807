package org.wenheng.ingest.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division or reporting unit, as it is while its name, code and parent stay the same. A region that was
 * renamed, recoded or given another parent has been several of these one after the other, tied by {@link RegionChange}s.
 *
 * @param code unique on every day, such as a GB/T 2260 code
 * @param level a word of the catalogue, from the whole to the part: {@code province}, {@code prefecture},
 *     {@code county}; {@code reporting-unit} for a unit that reports beside the divisions and is never added up again
 * @param parent code of the region it lies in; null for the root
 * @param attributes flags and groups by name, such as {@code peer-group}, {@code type}, {@code border}; a missing key
 *     means that the attribute does not apply
 * @param aliases other names and codes under which the region is reported
 * @param validFrom first day on which it is in force so; null if it always was
 * @param validTo last day on which it is in force so; null if it still is
 */
public record Region(
        String code,
        Title name,
        String level,
        @Nullable String parent,
        Map<String, String> attributes,
        List<String> aliases,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public Region {
        attributes = Map.copyOf(attributes);
        aliases = List.copyOf(aliases);
    }

    /** The attribute of that name, or null where it does not apply. */
    public @Nullable String attribute(String attributeName) {
        return attributes.get(attributeName);
    }

    /** Whether it is in force on that day. */
    public boolean isInForceOn(LocalDate day) {
        return isInForceWithin(day, day);
    }

    /** Whether it is in force on any day from the first to the last of these. */
    public boolean isInForceWithin(LocalDate first, LocalDate last) {
        return (validFrom == null || !validFrom.isAfter(last)) && (validTo == null || !validTo.isBefore(first));
    }
}
