package org.wenheng.ingest.due;

import java.util.Optional;

/**
 * The one word for a report, made of {@link Completeness}, {@link Timeliness} and {@link Administrative}. The truth table
 * stands in {@code ingest/COLLECTION.md}.
 */
public enum ReportState {
    NOT_DUE("未到期"),
    DUE("待报"),
    PARTIAL("部分报送"),
    OVERDUE("逾期"),
    NIL_REPORT("零报告"),
    COMPLETE("完整"),
    LATE("迟报"),
    RETURNED("退回"),
    EXEMPT("免报");

    private final String nameChinese;

    ReportState(String nameChinese) {
        this.nameChinese = nameChinese;
    }

    public String nameChinese() {
        return nameChinese;
    }

    /** The state of a report; empty for three that cannot come together. */
    public static Optional<ReportState> of(Completeness cells, Timeliness time, Administrative decision) {
        boolean complete = cells == Completeness.COMPLETE || cells == Completeness.NIL;
        boolean waitsForAnswer = decision == Administrative.RETURNED;
        boolean settled = decision == Administrative.NORMAL || decision == Administrative.APPROVED;
        boolean doneWithoutBeing = time.isDone() && (!complete || waitsForAnswer);
        boolean beingWithoutDone = settled && complete && !time.isDone();
        if (doneWithoutBeing || beingWithoutDone) {
            return Optional.empty();
        }
        return Optional.of(
                switch (decision) {
                    case EXEMPT -> EXEMPT;
                    case RETURNED -> RETURNED;
                    case NORMAL, APPROVED -> byTime(cells, time);
                });
    }

    private static ReportState byTime(Completeness cells, Timeliness time) {
        return switch (time) {
            case NOT_DUE -> NOT_DUE;
            case DUE -> cells == Completeness.PARTIAL ? PARTIAL : DUE;
            case OVERDUE -> OVERDUE;
            case ON_TIME -> cells == Completeness.NIL ? NIL_REPORT : COMPLETE;
            case LATE -> LATE;
        };
    }
}
