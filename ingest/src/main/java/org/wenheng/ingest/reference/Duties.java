package org.wenheng.ingest.reference;

import java.util.List;

/**
 * The duties of a catalogue's departments, and what in their source does not go together.
 *
 * @param scheme code of the scheme whose indicators the duties name; "" without duties
 * @param source the documents they come from
 * @param duties in the order of the file
 * @param contradictions in the order of the file
 */
public record Duties(String scheme, Title source, List<Duty> duties, List<Contradiction> contradictions) {
    /** Of a catalogue that has no duties. */
    public static final Duties NONE = new Duties("", new Title("无", "none"), List.of(), List.of());
}
