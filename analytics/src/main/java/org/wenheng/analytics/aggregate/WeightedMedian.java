package org.wenheng.analytics.aggregate;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Weighted median of the children that are there: the value at which the weights, added up in the rising order of the
 * values, first pass half of their sum; if a value reaches exactly half, the mean of it and the next. With equal weights
 * this is the ordinary median. Source: Edgeworth, On a new method of reducing observations (1888), with the midpoint of
 * the lower and the upper weighted median at a tie. Sums are compared as whole numbers, so the tie is exact.
 *
 * <p>By Euler's theorem the child at the median contributes all of it, two at a tie contribute half of their own value each;
 * children of the same value share by weight.
 */
public record WeightedMedian() implements Aggregation {

    /** The two values in the middle of a row, the same one twice except at a tie; NaN if nothing is there. */
    private record Middle(double lower, double upper) {
        double median() {
            return lower + (upper - lower) / 2;
        }
    }

    @Override
    public double[] scores(Matrix children, double[] weights) {
        return Arrays.stream(middles(new WeightedChildren(children, weights)))
                .mapToDouble(Middle::median)
                .toArray();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        Middle[] middles = middles(given);
        double[] lower = weightsAt(
                given, Arrays.stream(middles).mapToDouble(Middle::lower).toArray());
        double[] upper = weightsAt(
                given, Arrays.stream(middles).mapToDouble(Middle::upper).toArray());
        return given.contributions((row, child) -> {
            double value = children.at(row, child);
            double part = value == middles[row].lower() ? value / 2 * weights[child] / lower[row] : 0;
            return value == middles[row].upper() ? part + value / 2 * weights[child] / upper[row] : part;
        });
    }

    private static Middle[] middles(WeightedChildren given) {
        ExactWeights exact = ExactWeights.of(given.weights());
        double[] rising = new double[given.count()];
        Middle[] middles = new Middle[given.rows()];
        for (int row = 0; row < middles.length; row++) {
            middles[row] = middle(given.children().row(row), exact, rising);
        }
        return middles;
    }

    private static Middle middle(double[] values, ExactWeights exact, double[] rising) {
        int size = 0;
        long total = 0;
        for (int child = 0; child < values.length; child++) {
            if (!Double.isNaN(values[child]) && exact.units()[child] > 0) {
                rising[size++] = values[child] + 0.0;
                total += exact.units()[child];
            }
        }
        Arrays.sort(rising, 0, size);
        for (int place = 0; place < size; place++) {
            int passed = exact.sign(2 * weightUpTo(rising[place], values, exact) - total);
            if (passed > 0) {
                return new Middle(rising[place], rising[place]);
            }
            if (passed == 0 && place + 1 < size && rising[place + 1] > rising[place]) {
                return new Middle(rising[place], rising[place + 1]);
            }
        }
        return size == 0 ? new Middle(Double.NaN, Double.NaN) : new Middle(rising[size - 1], rising[size - 1]);
    }

    private static long weightUpTo(double value, double[] values, ExactWeights exact) {
        long sum = 0;
        for (int child = 0; child < values.length; child++) {
            sum += values[child] <= value ? exact.units()[child] : 0;
        }
        return sum;
    }

    /** The weight of the children that have a value, by row. */
    private static double[] weightsAt(WeightedChildren given, double[] values) {
        double[] sums = new double[values.length];
        for (int child = 0; child < given.count(); child++) {
            double[] column = given.column(child);
            for (int row = 0; row < column.length; row++) {
                sums[row] += column[row] == values[row] ? given.weights()[child] : 0;
            }
        }
        return sums;
    }

    @Override
    public Title description() {
        return new Title("加权中位数:恰为一半时取两侧中点", "Weighted median: the midpoint of both sides at exactly half");
    }
}
