package org.wenheng.analytics.equity;

/** How the course of a value over years is put into one number. */
public enum Growth {
    /** {@code (latest/first)^(1/years) − 1}, a share per year: 0.05 is 5 percent a year. Uses both ends only. */
    COMPOUND_ANNUAL,
    /**
     * Change per year in percent of where it starts. Of two values, their own; of more, the slope of the line through all of
     * them and its value at the first.
     */
    PERCENTAGE
}
