package org.wenheng.analytics.funding;

import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** Whether there is a figure, and if not, why not. Zero is {@link #REPORTED} like any other number. */
public enum FigureStatus {
    REPORTED("有数", "value"),
    /** Stated that there was nothing: 0 in a sum, but not a measured zero. */
    NIL("零报告", "nil"),
    NOT_APPLICABLE("不适用", "not applicable"),
    SUPPRESSED("保密未公布", "suppressed"),
    NOT_REPORTED("未报", "not reported"),
    /** The number below the line is zero or nil: there is no quotient. */
    ZERO_DENOMINATOR("分母为零", "denominator is zero"),
    /** No element of the catalogue asks for it. */
    NOT_COLLECTED("未采集", "not collected"),
    /** No period of its kind has ended yet. */
    NOT_DUE("未到期", "not due yet");

    private final String chinese;
    private final String english;

    FigureStatus(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public Title title() {
        return new Title(chinese, english);
    }

    /** The same for a value as it was reported. */
    public static FigureStatus of(ValueStatus status) {
        return switch (status) {
            case REPORTED -> REPORTED;
            case NIL -> NIL;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case SUPPRESSED -> SUPPRESSED;
            case NOT_REPORTED -> NOT_REPORTED;
        };
    }
}
