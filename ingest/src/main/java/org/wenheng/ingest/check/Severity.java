package org.wenheng.ingest.check;

/** What a finding does to its cell. */
public enum Severity {
    /** The value is not accepted. */
    REJECT,
    /** The value is accepted and its reporter has to explain it. */
    EXPLAIN,
    /** The value is accepted; good to know. */
    NOTE
}
