package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;

/**
 * {@code M ± S·cv = M ± S²/M}, with M the weighted mean of a row, S² the weighted variance around it (divided by the
 * weight, not by n − 1) and cv = S/M: the core of both Mazziotta–Pareto indices.
 */
final class PenalisedMean {
    private final WeightedChildren given;
    private final int sign;
    private final double[] there;
    private final double[] mean;

    PenalisedMean(WeightedChildren given, Penalty penalty) {
        this.given = given;
        this.sign = penalty.sign();
        this.there = given.weightThere();
        this.mean = new ArithmeticMean().scores(given.children(), given.weights());
    }

    /**
     * @throws IllegalArgumentException if the mean of a row is not above 0, where a penalty has no meaning; a row of which
     *     every value is 0 has 0, the limit
     */
    double[] scores() {
        double[] scores = squares(mean);
        for (int row = 0; row < scores.length; row++) {
            double variance = scores[row] / there[row];
            if (mean[row] < 0 || (mean[row] == 0 && variance > 0)) {
                throw new IllegalArgumentException(
                        "Row %d has the mean %s: Mazziotta–Pareto takes a mean above 0".formatted(row, mean[row]));
            }
            scores[row] = mean[row] == 0 ? 0 : mean[row] + sign * variance / mean[row];
        }
        return scores;
    }

    /**
     * By Euler's theorem on {@code M ± (Q/M − M)}, Q the mean of the squares: {@code w·x·(1 ± (2x/M − Q/M² − 1))}. A child
     * above the mean loses most: it is the unevenness.
     */
    Matrix contributions() {
        double[] scores = scores();
        double[] squares = squares(new double[mean.length]);
        return given.contributions((row, child) -> {
            if (scores[row] == 0 && mean[row] == 0) {
                return 0;
            }
            double relative = given.column(child)[row] / mean[row];
            double square = squares[row] / there[row] / (mean[row] * mean[row]);
            double share = given.weights()[child] / there[row];
            return share * given.column(child)[row] * (1 + sign * (2 * relative - square - 1));
        });
    }

    private double[] squares(double[] around) {
        double[] sums = new double[around.length];
        for (int child = 0; child < given.count(); child++) {
            double[] column = given.column(child);
            double weight = given.weights()[child];
            for (int row = 0; row < column.length; row++) {
                double deviation = column[row] - around[row];
                sums[row] += Double.isNaN(column[row]) ? 0 : weight * deviation * deviation;
            }
        }
        return sums;
    }
}
