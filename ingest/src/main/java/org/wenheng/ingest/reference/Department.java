package org.wenheng.ingest.reference;

import org.jspecify.annotations.Nullable;

/**
 * A department that owns data or duties.
 *
 * @param code unique in its catalogue, lower kebab case
 * @param name the name in the founding document
 * @param successor name of the department that took over; null if it still stands under its name
 * @param since year from which the successor acts; null without a successor
 */
public record Department(
        String code,
        Title name,
        @Nullable String successor,
        @Nullable Integer since) {}
