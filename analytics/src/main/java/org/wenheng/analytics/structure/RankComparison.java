package org.wenheng.analytics.structure;

import java.util.stream.IntStream;

/**
 * How far two rankings of the same regions agree. Rows that have a score in only one of them are left out, and ranks are
 * taken among the others: competition ranks, 1 for the highest score.
 *
 * @param regions that are in both
 * @param spearman of the scores' ranks with ties at their mean; NaN where {@link Coefficient#value} is
 * @param kendall τ-b, likewise
 * @param weightedSpearman as Spearman, with the top of the rankings counting more: {@code 1 − 6·Σ(a − b)²·(2n − a − b + 2) /
 *     (n⁴ + n³ − n² − n)} (Pinto da Costa and Soares, A weighted rank measure of correlation, 2005)
 * @param similarity WS, which looks from the first ranking: {@code 1 − Σ 2^−a·|a − b| / max(a − 1, n − a)} (Sałabun and
 *     Urbaniak, A new coefficient of rankings similarity in decision-making problems, 2020)
 * @param meanShift mean of the absolute differences of rank
 * @param greatestShift the largest of them
 * @param topOverlap of the regions ranked up to {@code top} in either, the number in both over that of the longer list; 1
 *     where the lists are the same. Regions tied at the end of a list are all on it
 * @param top how long the lists are
 */
public record RankComparison(
        int regions,
        double spearman,
        double kendall,
        double weightedSpearman,
        double similarity,
        double meanShift,
        int greatestShift,
        double topOverlap,
        int top) {

    /**
     * Compares the scores of two indices.
     *
     * @param first by row; NaN for a region that is not ranked
     * @param second by row, likewise
     * @param top at least 1, such as 10
     * @throws IllegalArgumentException if fewer than two regions are in both, the lengths differ or a score is infinite
     */
    public static RankComparison of(double[] first, double[] second, int top) {
        Coefficient spearman = Correlation.SPEARMAN.of(first, second);
        if (spearman.pairs() < 2 || top < 1) {
            throw new IllegalArgumentException(
                    "Expected two regions in both rankings and a top of at least 1, found %d and %d"
                            .formatted(spearman.pairs(), top));
        }
        int[] both = IntStream.range(0, first.length)
                .filter(row -> !Double.isNaN(first[row]) && !Double.isNaN(second[row]))
                .toArray();
        double[] a = Ranks.descending(
                IntStream.of(both).mapToDouble(row -> first[row]).toArray());
        double[] b = Ranks.descending(
                IntStream.of(both).mapToDouble(row -> second[row]).toArray());
        int n = both.length;
        double shifts = 0;
        double greatest = 0;
        double weighted = 0;
        double dissimilarity = 0;
        for (int i = 0; i < n; i++) {
            double shift = Math.abs(a[i] - b[i]);
            shifts += shift;
            greatest = Math.max(greatest, shift);
            weighted += shift * shift * (2.0 * n - a[i] - b[i] + 2);
            dissimilarity += Math.pow(2, -a[i]) * shift / Math.max(a[i] - 1, n - a[i]);
        }
        double m = n;
        return new RankComparison(
                n,
                spearman.value(),
                Correlation.KENDALL.of(first, second).value(),
                1 - 6 * weighted / (m * m * m * m + m * m * m - m * m - m),
                1 - dissimilarity,
                shifts / n,
                (int) greatest,
                overlap(a, b, top),
                top);
    }

    private static double overlap(double[] a, double[] b, int top) {
        int inFirst = 0;
        int inSecond = 0;
        int inBoth = 0;
        for (int i = 0; i < a.length; i++) {
            inFirst += a[i] <= top ? 1 : 0;
            inSecond += b[i] <= top ? 1 : 0;
            inBoth += a[i] <= top && b[i] <= top ? 1 : 0;
        }
        return (double) inBoth / Math.max(inFirst, inSecond);
    }
}
