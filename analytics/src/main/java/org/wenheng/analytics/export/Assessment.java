package org.wenheng.analytics.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;

/**
 * A published run as it is handed over. A number that is null is not there; it is never zero.
 *
 * @param head what was scored, by what, on which data
 * @param grades best first; empty if the scheme grades nobody
 * @param nodes the nodes of the scheme, parents before children
 * @param regions one for each region and kind
 */
public record Assessment(Head head, List<Grade> grades, List<Node> nodes, List<RegionScore> regions) {

    public Assessment {
        grades = List.copyOf(grades);
        nodes = List.copyOf(nodes);
        regions = List.copyOf(regions);
    }

    /** The nodes by their code. */
    Map<String, Node> nodesByCode() {
        return nodes.stream().collect(Collectors.toMap(Node::code, Function.identity(), (first, second) -> first));
    }

    /**
     * What stands above the scores.
     *
     * @param schemeHash SHA-256 of the scheme's text, in hexadecimal
     * @param period such as {@code 2026Q4}
     * @param origin {@code real}, {@code synthetic} or {@code mixed}
     * @param trial whether the period lies before the years the scheme is meant for
     * @param decimals of the score
     * @param knownAt the data are those known at this moment (ISO 8601)
     * @param generatedAt when the package was made, as its maker says (ISO 8601)
     */
    public record Head(
            String scheme,
            String schemeVersion,
            String schemeHash,
            Title schemeTitle,
            String period,
            String periodName,
            String run,
            String origin,
            boolean trial,
            int decimals,
            String engineVersion,
            String knownAt,
            String generatedAt) {}

    /** A grade for scores from a number (inclusive) up to the next better grade. */
    public record Grade(Title title, BigDecimal from) {}

    /**
     * A node of the scheme.
     *
     * @param parent empty for the index
     * @param kind {@code index}, {@code dimension}, {@code indicator}, {@code bonus}, {@code deduction} or {@code veto}
     * @param question why it is there
     * @param weight share of the whole in per cent in a year; 0 for bonus, deduction and veto
     * @param clause where the scheme says so, and on what the target rests
     */
    public record Node(
            String code,
            String parent,
            String kind,
            Title title,
            String question,
            String unit,
            BigDecimal weight,
            Title clause) {
        boolean isAdjustment() {
            return kind.equals("bonus") || kind.equals("deduction") || kind.equals("veto");
        }

        boolean isLeaf() {
            return kind.equals("indicator") || isAdjustment();
        }
    }

    /**
     * What a region got at a node.
     *
     * @param node code of the node; {@code unit:CODE} for a unit's part in its parent's score
     * @param status {@code scored}, {@code partial}, {@code imputed}, {@code missing} or {@code not-applicable}
     * @param value in the indicator's unit; the cases of a bonus, deduction or veto
     * @param points 0 to 100; for bonus and deduction those added or (negative) taken
     * @param weight effective weight in per cent
     * @param contribution to the score; those of the leaves sum to the score before rounding
     */
    public record NodeScore(
            String node,
            String status,
            @Nullable BigDecimal value,
            @Nullable BigDecimal points,
            BigDecimal weight,
            BigDecimal contribution,
            Title notes) {}

    /**
     * The result of a region as a unit or as a parent of units.
     *
     * @param kind {@code unit} or {@code parent}
     * @param peerGroup empty if it is in none
     * @param score rounded half up; null if nothing could be scored
     * @param exact the same before rounding
     * @param covered share of the weight that rests on reported values, 0 to 1
     * @param grade null without a score or without grades
     * @param gradeReasons why the grade is lower than by points; empty texts if it is not
     * @param rank competition rank (1, 1, 3) among its kind; null without a score
     * @param peerRank the same in its peer group
     */
    public record RegionScore(
            String region,
            Title name,
            String kind,
            String peerGroup,
            @Nullable BigDecimal score,
            @Nullable BigDecimal exact,
            BigDecimal covered,
            @Nullable Title grade,
            @Nullable Title gradeByPoints,
            Title gradeReasons,
            @Nullable Integer rank,
            int rankOf,
            @Nullable Integer peerRank,
            int peerRankOf,
            List<NodeScore> nodes) {
        public RegionScore {
            nodes = List.copyOf(nodes);
        }
    }
}
