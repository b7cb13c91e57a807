package org.wenheng.analytics.structure;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A correlation of two columns over the rows in which both have a value.
 *
 * @param value −1 to 1; NaN for fewer than two pairs and where one side is constant
 * @param pValue two-sided, of no correlation; NaN where there is no value and for fewer than three pairs
 * @param pairs rows in which both have a value
 */
public record Coefficient(double value, double pValue, int pairs) {

    /** Without a value. */
    static Coefficient undefined(int pairs) {
        return new Coefficient(Double.NaN, Double.NaN, pairs);
    }

    /** Student's t test with n − 2 degrees of freedom, for Pearson's coefficient and for Spearman's. */
    static Coefficient byStudent(double value, int pairs) {
        double bounded = Math.max(-1, Math.min(1, value));
        return new Coefficient(bounded, studentProbability(bounded, pairs), pairs);
    }

    /** The probability of a coefficient at least as far from 0 when there is no correlation. */
    static double studentProbability(double value, int pairs) {
        if (pairs < 3) {
            return Double.NaN;
        }
        double unexplained = 1 - value * value;
        if (unexplained <= 0) {
            return 0;
        }
        double t = Math.abs(value) * Math.sqrt((pairs - 2) / unexplained);
        return Math.min(1, 2 * new TDistribution(pairs - 2).cumulativeProbability(-t));
    }

    /** The normal approximation for Kendall's coefficient, {@code z} standard deviations from 0. */
    static Coefficient byNormal(double value, double z, int pairs) {
        double probability =
                pairs < 3 ? Double.NaN : Math.min(1, 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z)));
        return new Coefficient(Math.max(-1, Math.min(1, value)), probability, pairs);
    }
}
