package org.wenheng.ingest.due;

/** Where a report stands against its deadline. The last two are reached by being complete, and only by that. */
public enum Timeliness {
    /** Not asked for yet, and not complete. */
    NOT_DUE("未到期"),
    /** Asked for, in time to be sent. */
    DUE("待报"),
    /** The deadline has passed and it is not complete, or not sent again after a return. */
    OVERDUE("逾期"),
    ON_TIME("按时"),
    LATE("迟报");

    private final String nameChinese;

    Timeliness(String nameChinese) {
        this.nameChinese = nameChinese;
    }

    public String nameChinese() {
        return nameChinese;
    }

    /** Whether the duty is done. */
    public boolean isDone() {
        return this == ON_TIME || this == LATE;
    }
}
