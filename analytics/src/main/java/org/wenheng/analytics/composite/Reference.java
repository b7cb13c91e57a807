package org.wenheng.analytics.composite;

/** What a comparing method measures the regions of a column against. */
public sealed interface Reference {

    /** All regions of the matrix. */
    record AllRegions() implements Reference {}

    /**
     * The regions of the same peer group.
     *
     * @param atLeast values that a group must have; the regions of a smaller one are measured against all regions
     */
    record PeerGroup(int atLeast) implements Reference {}

    /**
     * Values that stay the same whatever the regions are now: those of a base period, or of several periods together.
     *
     * @param values not written to after it was made; NaN where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
    record Fixed(double[] values) implements Reference {}
}
