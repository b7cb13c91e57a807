package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;

/**
 * A method that measures a region against others: this period's regions, its peers, several periods or a base period. The
 * reference is looked at in rising order, so the points do not depend on the order of the regions to the last bit. What is
 * scored need not be part of the reference.
 */
public sealed interface ComparingMethod extends Method
        permits MinMax, ZScore, Rank, Borda, PercentileRank, Distance, FractionOfBest {

    /** Higher or lower is better. */
    Direction direction();

    /**
     * The method settled on what it compares with.
     *
     * @param reference at least one value, all finite
     */
    Scale settledOn(OrderStatistics reference);

    /**
     * The method settled on what it compares with. If nothing is there, the scale refuses every value.
     *
     * @param reference the values that are compared with, in any order; NaN where there is none
     * @throws IllegalArgumentException if a value is infinite
     */
    default Scale fitted(double[] reference) {
        OrderStatistics there = OrderStatistics.of(reference);
        if (there.size() == 0) {
            return value -> {
                throw new IllegalArgumentException("There is no value to compare %s with".formatted(value));
            };
        }
        if (Double.isInfinite(there.least()) || Double.isInfinite(there.greatest())) {
            throw new IllegalArgumentException(
                    "An infinite value cannot be compared with: %s to %s".formatted(there.least(), there.greatest()));
        }
        return settledOn(there);
    }
}
