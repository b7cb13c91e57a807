package org.wenheng.analytics.robust;

/** What came of building the index otherwise. */
public sealed interface Outcome {

    /**
     * It could be built.
     *
     * @param scores by row, not rounded; NaN for a row without one
     * @param ranks by row; {@link Ranks#NONE} for a row without one
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    record Built(double[] scores, int[] ranks) implements Outcome {}

    /**
     * It could not be built.
     *
     * @param reason with the indicator or row that stood in the way
     */
    record Failed(String reason) implements Outcome {}
}
