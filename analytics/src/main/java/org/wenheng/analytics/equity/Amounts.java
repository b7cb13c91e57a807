package org.wenheng.analytics.equity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wenheng.analytics.structure.Finite;

/**
 * The rows that have a value and count: amounts per head, and how many heads.
 *
 * @param rows their places in the column
 * @param values at least 0
 * @param weights shares of the whole; they sum to 1
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
record Amounts(int[] rows, double[] values, double[] weights) {

    /** Every region counts the same. */
    static Amounts of(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return of(values, ones);
    }

    /**
     * Regions count by their weight, such as their population; one of weight 0 is left out.
     *
     * @throws IllegalArgumentException if a value is below 0 or infinite, or a row with a value has a weight that is missing,
     *     below 0 or infinite; says which
     */
    static Amounts of(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException("%d values and %d weights".formatted(values.length, weights.length));
        }
        Finite.column(values);
        Finite.column(weights);
        for (int row = 0; row < values.length; row++) {
            if (values[row] < 0) {
                throw new IllegalArgumentException(
                        "Row %d holds %s: inequality is of amounts of at least 0".formatted(row, values[row]));
            }
            if (!Double.isNaN(values[row]) && !(weights[row] >= 0)) {
                throw new IllegalArgumentException(
                        "Row %d holds the weight %s: a value needs one of at least 0".formatted(row, weights[row]));
            }
        }
        int[] rows = IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]) && weights[row] > 0)
                .toArray();
        double whole = IntStream.of(rows).mapToDouble(row -> weights[row]).sum();
        return new Amounts(
                rows,
                IntStream.of(rows).mapToDouble(row -> values[row]).toArray(),
                IntStream.of(rows).mapToDouble(row -> weights[row] / whole).toArray());
    }

    int size() {
        return values.length;
    }

    /** Weighted mean; NaN if there is nothing. */
    double mean() {
        return size() == 0
                ? Double.NaN
                : IntStream.range(0, size())
                        .mapToDouble(i -> weights[i] * values[i])
                        .sum();
    }

    /** Nothing differs, which rounding does not hide. Also true where there is nothing. */
    boolean equal() {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
