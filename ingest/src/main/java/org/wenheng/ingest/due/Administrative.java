package org.wenheng.ingest.due;

/** What the authority has decided about a report. */
public enum Administrative {
    NORMAL("正常"),
    EXEMPT("免报"),
    /** Sent back and not yet complete again. */
    RETURNED("退回"),
    APPROVED("审定");

    private final String nameChinese;

    Administrative(String nameChinese) {
        this.nameChinese = nameChinese;
    }

    public String nameChinese() {
        return nameChinese;
    }
}
