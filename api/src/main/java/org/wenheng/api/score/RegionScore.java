package org.wenheng.api.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.region.Region;

/**
 * What a region got in a published period, and how it comes about.
 *
 * @param previous null if it had no result in the previous published period
 * @param contributions sum of the contributions of the nodes without children: the score before rounding
 * @param nodes root first, parents before children
 */
public record RegionScore(
        PublishedPeriod published,
        Region region,
        Result result,
        @Nullable Previous previous,
        double contributions,
        List<Node> nodes) {

    /**
     * The result of the region.
     *
     * @param kind unit or parent
     * @param covered share of the weight that rests on reported values, 0 to 1
     * @param gradeByPointsZh the grade by points alone
     * @param gradeReasonsZh why the grade is lower than by points; empty if it is not
     */
    public record Result(
            String kind,
            String peerGroup,
            @Nullable BigDecimal score,
            @Nullable Double scoreExact,
            double covered,
            @Nullable String gradeZh,
            @Nullable String gradeEn,
            @Nullable String gradeByPointsZh,
            @Nullable String gradeByPointsEn,
            String gradeReasonsZh,
            String gradeReasonsEn,
            @Nullable Integer rank,
            int rankOf,
            @Nullable Integer peerRank,
            int peerRankOf) {}

    /** The result in the previous published period of the same frequency, and what changed since. */
    public record Previous(
            String period,
            String periodNameZh,
            String schemeVersion,
            @Nullable BigDecimal score,
            @Nullable Integer rank,
            @Nullable BigDecimal scoreChange,
            @Nullable Integer rankChange) {}

    /**
     * What the region got at a node of the scheme, or from one of its units.
     *
     * @param nodeCode code in the scheme; {@code unit:CODE} for a unit's part in its parent's score
     * @param parentCode node above; null for the root
     * @param kind index, dimension, indicator, bonus, deduction, veto, or unit
     * @param status scored, partial, imputed, missing or not-applicable
     * @param value in the node's unit; null if there is none
     * @param points 0 to 100; for bonus and deduction the points themselves; null if not applicable
     * @param weight effective weight in the whole, in per cent
     * @param contribution to the score, in points
     */
    public record Node(
            String nodeCode,
            @Nullable String parentCode,
            String kind,
            String titleZh,
            String titleEn,
            String unit,
            String status,
            @Nullable Double value,
            @Nullable Double points,
            double weight,
            double contribution,
            String notesZh,
            String notesEn,
            int depth) {}
}
