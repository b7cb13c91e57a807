package org.wenheng.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * The rows that a pull is about: those whose watermark lies between two values, both included.
 *
 * @param from null for no lower end: all rows
 * @param to null if there is no watermark, or no row
 */
public record Window(@Nullable String from, @Nullable String to) {
    /** All rows, without an end. */
    public static final Window ALL = new Window(null, null);
}
