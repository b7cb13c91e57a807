package org.wenheng.ingest.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division or reporting unit.
 *
 * @param code unique in its catalogue, such as a GB/T 2260 code
 * @param level a word of the catalogue, from the whole to the part: {@code province}, {@code prefecture},
 *     {@code county}; {@code reporting-unit} for a unit that reports beside the divisions and is never added up again
 * @param parent code of the region it lies in; null for the root
 * @param attributes flags and groups by name, such as {@code peer-group}, {@code type}, {@code border}; a missing key
 *     means that the attribute does not apply
 * @param aliases other names and codes under which the region is reported
 * @param validFrom first day on which the code is in force; null if it always was
 * @param validTo last day on which the code is in force; null if it still is
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
}
