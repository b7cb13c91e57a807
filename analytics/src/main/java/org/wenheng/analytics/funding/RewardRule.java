package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.wenheng.ingest.reference.Title;

/**
 * How a reward (考评奖励) is proposed: claim = the amount of the grade plus the bonus of an improvement, times the factor of
 * the population, between floor and ceiling. Amounts are whole fen.
 *
 * @param grades of the scheme, best first; amounts never rise from a better to a worse grade
 * @param improvement what a rise of the score is worth; empty if nothing
 * @param bands factors by population, the smallest first; the first from 0
 * @param limits least and most for a region that gets anything
 * @param vetoClause where it is said that a veto leaves nothing
 * @param source on what the rule rests
 */
public record RewardRule(
        Title title,
        List<GradeAmount> grades,
        Optional<Improvement> improvement,
        List<Band> bands,
        Limits limits,
        String vetoClause,
        String source) {
    public RewardRule {
        grades = List.copyOf(grades);
        bands = List.copyOf(bands);
    }

    /**
     * What a grade is worth.
     *
     * @param fen empty if the grade gets nothing, not even the floor
     * @param clause where the rule says so
     */
    public record GradeAmount(Title grade, Optional<Long> fen, String clause) {}

    /**
     * What an improvement is worth.
     *
     * @param points by which the score must have risen since the period before, at least
     * @param leastCovered share of the weight, 0 to 1, that must rest on reported values in both periods: a score that rose
     *     because forms came in at last has not improved
     */
    public record Improvement(BigDecimal points, long fen, BigDecimal leastCovered, String clause) {}

    /**
     * The factor of regions of a size.
     *
     * @param from population from which it holds
     */
    public record Band(BigDecimal from, BigDecimal factor, String clause) {}

    /** Least and most that a region may claim. */
    public record Limits(long floor, long ceiling, String clause) {}
}
