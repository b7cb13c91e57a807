package org.wenheng.analytics.robust;

import org.wenheng.analytics.matrix.OrderStatistics;

/** Competition ranks (1, 1, 3), the highest score first: one more than the number of higher scores. */
public final class Ranks {
    /** In the place of the rank of a row without a score. */
    public static final int NONE = 0;

    private Ranks() {}

    /**
     * The rank of each row.
     *
     * @param scores NaN for a row without one, which gets {@link #NONE} and is not counted
     */
    public static int[] of(double[] scores) {
        OrderStatistics rising = OrderStatistics.of(scores);
        int[] ranks = new int[scores.length];
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = Double.isNaN(scores[row]) ? NONE : rising.size() - rising.atMost(scores[row]) + 1;
        }
        return ranks;
    }

    /** The mean of |rank − other rank| over the rows that have both; NaN if no row has. */
    public static double meanChange(int[] ranks, int[] others) {
        long sum = 0;
        int both = 0;
        for (int row = 0; row < ranks.length; row++) {
            if (ranks[row] != NONE && others[row] != NONE) {
                sum += Math.abs(ranks[row] - others[row]);
                both++;
            }
        }
        return (double) sum / both;
    }
}
