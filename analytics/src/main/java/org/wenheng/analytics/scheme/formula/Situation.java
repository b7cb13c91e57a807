package org.wenheng.analytics.scheme.formula;

/** A region in a period, as far as a formula asks about it. */
public interface Situation {
    /** The quantity of an element. */
    Quantity element(String code, Reach reach);

    /** Months of the year that have passed at the end of the period, 1 to 12. */
    int months();
}
