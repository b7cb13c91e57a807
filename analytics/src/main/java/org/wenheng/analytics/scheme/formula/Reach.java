package org.wenheng.analytics.scheme.formula;

/** Which periods of an element a formula means, seen from the period that is scored. */
public enum Reach {
    /** The period itself: {@code X}. */
    PERIOD,
    /** The period of the same kind before it: {@code previous(X)}. */
    PREVIOUS,
    /** From 1 January to the end of the period: {@code ytd(X)}. */
    YEAR_TO_DATE
}
