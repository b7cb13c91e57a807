package org.wenheng.ingest.due;

/** How much of a report has been answered. A reason for no value is an answer, "not reported" is none. */
public enum Completeness {
    NONE("未报"),
    PARTIAL("部分"),
    COMPLETE("完整"),
    /** Complete, and every cell says that there was nothing to report. */
    NIL("零报告");

    private final String nameChinese;

    Completeness(String nameChinese) {
        this.nameChinese = nameChinese;
    }

    public String nameChinese() {
        return nameChinese;
    }

    /** Of some expected cells; at least one is expected. */
    static Completeness of(int expected, int answered, int nil) {
        if (answered == 0) {
            return NONE;
        }
        if (answered < expected) {
            return PARTIAL;
        }
        return nil == expected ? NIL : COMPLETE;
    }
}
