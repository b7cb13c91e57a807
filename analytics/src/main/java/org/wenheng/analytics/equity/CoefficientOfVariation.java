package org.wenheng.analytics.equity;

import org.wenheng.analytics.matrix.Moments;

/**
 * Standard deviation over mean: 0 where all are equal, also where all are 0. NaN where there is no value. Values below 0 or
 * infinite are refused with an IllegalArgumentException that says which row.
 */
public final class CoefficientOfVariation {
    private CoefficientOfVariation() {}

    /** With the standard deviation of a sample (n − 1): the regions stand for more than themselves. NaN for one value. */
    public static double ofSample(double[] values) {
        Amounts amounts = Amounts.of(values);
        if (amounts.size() < 2) {
            return Double.NaN;
        }
        return amounts.equal() ? 0 : Moments.of(values).standardDeviation() / amounts.mean();
    }

    /** With the standard deviation of a population (n): the regions are all there are. 0 for one value. */
    public static double ofPopulation(double[] values) {
        return of(Amounts.of(values));
    }

    /**
     * Regions count by population: {@code √(Σ p·(x − μ)²) / μ} with {@code μ = Σ p·x} (Williamson, Regional inequality and the
     * process of national development, 1965, V_w).
     *
     * @param values per head
     * @param weights such as population; see {@link LorenzCurve#of(double[], double[])}
     */
    public static double weighted(double[] values, double[] weights) {
        return of(Amounts.of(values, weights));
    }

    private static double of(Amounts amounts) {
        double mean = amounts.mean();
        if (amounts.size() == 0) {
            return Double.NaN;
        }
        if (amounts.equal()) {
            return 0;
        }
        double variance = 0;
        for (int i = 0; i < amounts.size(); i++) {
            double deviation = amounts.values()[i] - mean;
            variance += amounts.weights()[i] * deviation * deviation;
        }
        return Math.sqrt(variance) / mean;
    }
}
