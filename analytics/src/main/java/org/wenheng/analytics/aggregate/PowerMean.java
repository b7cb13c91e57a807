package org.wenheng.analytics.aggregate;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Matrix;

/**
 * The weighted power mean {@code M = (Σ w·x^p / Σ w)^(1/p)}, with its limit {@code exp(Σ w·ln x / Σ w)} at p = 0; Hardy,
 * Littlewood and Pólya, Inequalities (1934), 2.2. Computed relative to the greatest (p > 0) or least value of the row and
 * with {@code expm1} and {@code log1p}, so that neither a large nor a tiny power overflows or cancels, and equal values
 * give exactly themselves.
 */
final class PowerMean {
    private final WeightedChildren given;
    private final double power;
    private final double[] there;
    private final double[] scale;

    /** Of children whose values outside the domain are already replaced; a power of 1 is not asked of it. */
    private PowerMean(WeightedChildren given, double power) {
        this.given = given;
        this.power = power;
        this.there = given.weightThere();
        this.scale = extremes();
    }

    static PowerMean of(Matrix children, double[] weights, double power, WhenNotPositive rule) {
        WeightedChildren given = new WeightedChildren(children, weights);
        double[][] counted = new double[given.count()][];
        for (int child = 0; child < counted.length; child++) {
            counted[child] = given.column(child).clone();
            if (given.hasSay(child)) {
                replace(counted[child], child, power, rule);
            }
        }
        return new PowerMean(given.with(Matrix.ofColumns(given.rows(), counted)), power);
    }

    private static void replace(double[] column, int child, double power, WhenNotPositive rule) {
        for (int row = 0; row < column.length; row++) {
            double value = column[row];
            if (!Double.isNaN(value)) {
                column[row] = rule.counted(value, power > 0 ? value < 0 : value <= 0, row, child);
            }
        }
    }

    /** The value of each row that the others are taken relative to: no power of a ratio is then above 1. */
    private double[] extremes() {
        double[] extremes = new double[given.rows()];
        Arrays.fill(extremes, power > 0 ? 0 : Double.POSITIVE_INFINITY);
        for (int child = 0; child < given.count(); child++) {
            if (!given.hasSay(child)) {
                continue;
            }
            double[] column = given.column(child);
            for (int row = 0; row < column.length; row++) {
                if (power > 0 ? column[row] > extremes[row] : column[row] < extremes[row]) {
                    extremes[row] = column[row];
                }
            }
        }
        return extremes;
    }

    double[] scores() {
        double[] sums = new double[given.rows()];
        for (int child = 0; child < given.count(); child++) {
            if (!given.hasSay(child)) {
                continue;
            }
            double[] column = given.column(child);
            double weight = given.weights()[child];
            for (int row = 0; row < column.length; row++) {
                if (!Double.isNaN(column[row])) {
                    double logarithm = Math.log(column[row] / scale[row]);
                    sums[row] += weight * (power == 0 ? logarithm : Math.expm1(power * logarithm));
                }
            }
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] = there[row] == 0 ? Double.NaN : score(scale[row], sums[row] / there[row]);
        }
        return sums;
    }

    private double score(double scale, double mean) {
        // All values are 0, or with a power up to 0 one of them is.
        return scale == 0 ? 0 : scale * Math.exp(power == 0 ? mean : Math.log1p(mean) / power);
    }

    /** By Euler's theorem {@code M · w·x^p / Σ w·x^p}; at p = 0 a child's share is its weight. */
    Matrix contributions() {
        double[] scores = scores();
        double[] sums = new double[given.rows()];
        for (int child = 0; child < given.count(); child++) {
            if (!given.hasSay(child)) {
                continue;
            }
            double[] column = given.column(child);
            for (int row = 0; row < column.length; row++) {
                sums[row] += Double.isNaN(column[row]) ? 0 : term(row, child);
            }
        }
        return given.contributions((row, child) -> scale[row] == 0 ? 0 : scores[row] * term(row, child) / sums[row]);
    }

    private double term(int row, int child) {
        return given.weights()[child] * Math.pow(given.column(child)[row] / scale[row], power);
    }
}
