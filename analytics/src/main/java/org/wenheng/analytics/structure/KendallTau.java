package org.wenheng.analytics.structure;

import java.util.Arrays;

/**
 * Kendall's τ-b in n·log n steps: sorted by one column, the pairs in opposite order are the swaps that sort the other
 * (Knight, A computer method for calculating Kendall's tau with ungrouped data, 1966). The probability is the normal
 * approximation with the variance under ties of Kendall, Rank Correlation Methods (1970), §4.
 */
final class KendallTau {
    private KendallTau() {}

    static Coefficient of(SortedColumn left, SortedColumn right) {
        int[] rows = left.risingAmong(right.values());
        int n = rows.length;
        double[] partner = Arrays.stream(rows)
                .mapToDouble(row -> right.values()[row] + 0.0)
                .toArray();
        Ties leftTies = new Ties();
        double tiedInBoth = 0;
        for (int from = 0; from < n; ) {
            int to = left.endOfTie(rows, from);
            leftTies.add(to - from);
            // Within a tie the partner is put in order, so that it needs no swaps.
            Arrays.sort(partner, from, to);
            tiedInBoth += tiesOf(partner, from, to).pairs;
            from = to;
        }
        double swaps = swapsToSort(partner, new double[n], 0, n);
        Ties rightTies = tiesOf(partner, 0, n);
        double all = n * (n - 1.0) / 2;
        double varying = Math.sqrt((all - leftTies.pairs) * (all - rightTies.pairs));
        if (varying == 0) {
            return Coefficient.undefined(n);
        }
        double concordance = all - leftTies.pairs - rightTies.pairs + tiedInBoth - 2 * swaps;
        double variance = (n * (n - 1.0) * (2.0 * n + 5) - leftTies.spread - rightTies.spread) / 18
                + 4 * leftTies.pairs * rightTies.pairs / (2 * n * (n - 1.0))
                + leftTies.triples * rightTies.triples / (9 * n * (n - 1.0) * Math.max(1, n - 2));
        return Coefficient.byNormal(concordance / varying, concordance / Math.sqrt(variance), n);
    }

    /** Sums over the groups of t equal values. */
    private static final class Ties {
        /** t·(t−1)/2 */
        private double pairs;
        /** t·(t−1)·(t−2) */
        private double triples;
        /** t·(t−1)·(2t+5) */
        private double spread;

        void add(double size) {
            pairs += size * (size - 1) / 2;
            triples += size * (size - 1) * (size - 2);
            spread += size * (size - 1) * (2 * size + 5);
        }
    }

    private static Ties tiesOf(double[] sorted, int from, int to) {
        Ties ties = new Ties();
        int start = from;
        for (int place = from + 1; place <= to; place++) {
            if (place == to || sorted[place] != sorted[start]) {
                ties.add(place - start);
                start = place;
            }
        }
        return ties;
    }

    /** Sorts a part of an array by merging and counts how many neighbours bubble sort would have swapped. */
    private static double swapsToSort(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double swaps = swapsToSort(values, spare, from, middle) + swapsToSort(values, spare, middle, to);
        System.arraycopy(values, from, spare, from, to - from);
        int low = from;
        int high = middle;
        for (int place = from; place < to; place++) {
            if (high == to || (low < middle && spare[low] <= spare[high])) {
                values[place] = spare[low++];
            } else {
                values[place] = spare[high++];
                swaps += middle - low;
            }
        }
        return swaps;
    }
}
