package org.wenheng.ingest.reference;

/**
 * Two things in the founding documents that do not go together. It is shown and not decided here.
 *
 * @param code unique among the contradictions of the catalogue, lower kebab case
 * @param title what it is about
 * @param one what one place says
 * @param other what another place says
 */
public record Contradiction(String code, Title title, Title one, Title other) {}
