package org.wenheng.ingest.due;

import org.wenheng.ingest.reference.Title;

/** A light and why it is lit. */
public record Signal(Light light, Title reason) {
    /** Nobody has to act. */
    public static final Signal NONE = new Signal(Light.NONE, new Title("", ""));
}
