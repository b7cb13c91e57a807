package org.wenheng.analytics.robust;

import org.wenheng.analytics.matrix.OrderStatistics;

/**
 * How the rank and the score of a row came out in the replications in which it had one. Quantiles are those of definition 7
 * of Hyndman and Fan, Sample Quantiles in Statistical Packages (1996). All numbers but the nominal ones are NaN if it had
 * one in none.
 *
 * @param row from 0
 * @param nominalRank {@link Ranks#NONE} without a score
 * @param nominalScore NaN without a score
 * @param replications in which the row had a rank
 * @param rank5 the 5 % quantile of the rank: better than this only in one replication of twenty
 * @param rank95 the 95 % quantile of the rank
 * @param rankInterval that holds the share asked for
 * @param scoreInterval that holds the share asked for
 */
public record RowStatistics(
        int row,
        int nominalRank,
        double nominalScore,
        int replications,
        double meanRank,
        double medianRank,
        double rank5,
        double rank95,
        Range rankInterval,
        double meanScore,
        double medianScore,
        Range scoreInterval) {

    /**
     * @param ranks of the row, NaN where it had none
     * @param scores of the row, NaN where it had none
     */
    static RowStatistics of(
            int row, int nominalRank, double nominalScore, double[] ranks, double[] scores, double share) {
        OrderStatistics rank = OrderStatistics.of(ranks);
        OrderStatistics score = OrderStatistics.of(scores);
        return new RowStatistics(
                row,
                nominalRank,
                nominalScore,
                rank.size(),
                mean(rank),
                rank.median(),
                rank.quantile(0.05),
                rank.quantile(0.95),
                Range.holding(share, rank),
                mean(score),
                score.median(),
                Range.holding(share, score));
    }

    private static double mean(OrderStatistics values) {
        double sum = 0;
        for (int place = 0; place < values.size(); place++) {
            sum += values.at(place);
        }
        return sum / values.size();
    }
}
