package org.wenheng.analytics.funding;

/** What is assumed about units of another size. */
public enum Returns {
    /** A unit may be scaled to any size: Charnes, Cooper and Rhodes (1978). */
    CONSTANT,
    /** Only averages of units, none scaled: Banker, Charnes and Cooper (1984). */
    VARIABLE
}
