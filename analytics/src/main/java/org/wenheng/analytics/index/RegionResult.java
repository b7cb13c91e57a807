package org.wenheng.analytics.index;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;

/**
 * The result of one region.
 *
 * @param region code of the region
 * @param kind {@code unit} for a region that is scored by its own indicators, {@code parent} for one whose score is made
 *     of its units' scores and its own level
 * @param peerGroup the group it is ranked in; empty if the scheme has none
 * @param score the published score: 0 to 100 plus bonus less deduction, rounded half up to the scheme's decimals; null
 *     if nothing could be scored
 * @param exact the same before rounding: the sum of the contributions of {@link #nodes()} of kind indicator, bonus and
 *     deduction; NaN if nothing could be scored
 * @param covered share of the period's weight that rests on reported values, 0 to 1
 * @param grade the grade after caps and veto; null without a score
 * @param gradeByPoints the grade by points alone; null without a score
 * @param gradeReasons why the grade is lower than by points; empty if it is not
 * @param rank competition rank (1, 1, 3) by the rounded score among all regions of its kind; null without a score
 * @param rankOf number of regions ranked
 * @param peerRank the same among the regions of its peer group
 * @param peerRankOf number of regions ranked in the group
 * @param nodes every node of the scheme that counts in this period, root first, parents before children
 * @param inputs the element values that the indicators were computed from
 */
public record RegionResult(
        String region,
        String kind,
        String peerGroup,
        @Nullable BigDecimal score,
        double exact,
        double covered,
        @Nullable Title grade,
        @Nullable Title gradeByPoints,
        List<Title> gradeReasons,
        @Nullable Integer rank,
        int rankOf,
        @Nullable Integer peerRank,
        int peerRankOf,
        List<NodeResult> nodes,
        List<ElementInput> inputs) {

    public RegionResult {
        gradeReasons = List.copyOf(gradeReasons);
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
    }

    /** Whether it is the result of a unit, scored by its own indicators; otherwise that of a parent. */
    public boolean isUnit() {
        return kind.equals(RegionScore.UNIT);
    }

    /** The same with a lower grade, for one more reason. */
    RegionResult lowered(Title lower, Title reason) {
        List<Title> reasons =
                Stream.concat(gradeReasons.stream(), Stream.of(reason)).toList();
        return new RegionResult(
                region,
                kind,
                peerGroup,
                score,
                exact,
                covered,
                lower,
                gradeByPoints,
                reasons,
                rank,
                rankOf,
                peerRank,
                peerRankOf,
                nodes,
                inputs);
    }
}
