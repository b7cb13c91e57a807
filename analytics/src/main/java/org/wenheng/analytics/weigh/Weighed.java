package org.wenheng.analytics.weigh;

import java.util.Arrays;
import org.wenheng.ingest.reference.Title;

/**
 * The weights of siblings and how they came about.
 *
 * @param weights in the order of the siblings, each at least 0; their sum is 1 up to rounding
 * @param note what was found on the way: entropies, consistency, share of an eigenvalue, obtained correlations
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record Weighed(double[] weights, Title note) {

    /** @throws IllegalArgumentException if a weight is below 0 or missing, or their sum is not 1 */
    public Weighed {
        double sum = Arrays.stream(weights).sum();
        if (!(Math.abs(sum - 1) <= 1e-9) || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("Not weights: " + Arrays.toString(weights));
        }
    }

    /** Weights in the proportion of amounts, each at least 0 with a sum above 0. */
    static Weighed inProportion(double[] amounts, Title note) {
        double greatest = Arrays.stream(amounts).max().orElseThrow();
        double sum = Arrays.stream(amounts).map(amount -> amount / greatest).sum();
        return new Weighed(
                Arrays.stream(amounts)
                        .map(amount -> amount / greatest / sum + 0.0)
                        .toArray(),
                note);
    }

    /** The same weight for each. */
    static Weighed equal(int siblings, Title why) {
        double[] ones = new double[siblings];
        Arrays.fill(ones, 1);
        return inProportion(ones, why);
    }
}
