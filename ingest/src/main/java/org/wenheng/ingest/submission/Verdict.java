package org.wenheng.ingest.submission;

import org.wenheng.ingest.yaml.YamlNode;

/** What became of a file. */
public enum Verdict {
    /** Every cell was accepted or already known. */
    ACCEPTED,
    /** Some cells, sheets or rows were refused. */
    PARTLY_ACCEPTED,
    /** Nothing of it was accepted. */
    REFUSED;

    /** The word in tables: {@code partly-accepted}. */
    public String code() {
        return YamlNode.wordOf(this);
    }
}
