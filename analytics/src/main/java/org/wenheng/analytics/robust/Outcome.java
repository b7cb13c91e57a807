package org.wenheng.analytics.robust;

import java.util.function.Supplier;

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

    /** Builds a variant; what is refused is an outcome like any other. */
    static Outcome of(Rebuilding rebuilding, Study study, Supplier<Variant> variant) {
        try {
            double[] scores = rebuilding.scores(variant.get());
            return new Built(scores, study.ranks(scores));
        } catch (IllegalArgumentException refused) {
            return new Failed(String.valueOf(refused.getMessage()));
        }
    }
}
