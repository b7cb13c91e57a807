package org.wenheng.analytics.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A column with its rows in rising order of value. Sorting once lets the ranks among the rows of any partner be read off
 * in one walk.
 *
 * @param values by row
 * @param rising the rows that have a value
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
record SortedColumn(double[] values, int[] rising) {

    static SortedColumn of(double[] values) {
        Integer[] rows = IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .boxed()
                .toArray(Integer[]::new);
        // Adding 0 makes −0 the equal of 0.
        Arrays.sort(rows, Comparator.comparingDouble(row -> values[row] + 0.0));
        return new SortedColumn(
                values, Arrays.stream(rows).mapToInt(Integer::intValue).toArray());
    }

    /** The rows that have a value here and in a partner, in rising order of the value here. */
    int[] risingAmong(double[] partner) {
        return Arrays.stream(rising).filter(row -> !Double.isNaN(partner[row])).toArray();
    }

    /** Mean ranks of the values in the rows in which a partner has one too; NaN in the other rows. */
    double[] ranksAmong(double[] partner) {
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, Double.NaN);
        int[] rows = risingAmong(partner);
        for (int from = 0; from < rows.length; ) {
            int to = endOfTie(rows, from);
            for (int place = from; place < to; place++) {
                ranks[rows[place]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** The place after the last of the rows that are tied with the one at a place. */
    int endOfTie(int[] rows, int from) {
        int to = from + 1;
        while (to < rows.length && values[rows[to]] == values[rows[from]]) {
            to++;
        }
        return to;
    }
}
