package org.wenheng.analytics.funding;

/** Which side of production is stretched until it meets the frontier. */
public enum Orientation {
    /** By how much all inputs could shrink while the outputs stay. */
    INPUT,
    /** By how much all outputs could grow while the inputs stay. */
    OUTPUT
}
