package org.wenheng.analytics.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.export.Assessment.Grade;
import org.wenheng.analytics.export.Assessment.Node;
import org.wenheng.analytics.export.Assessment.RegionScore;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Title;

/** Whether the numbers of an assessment agree with each other: everything that follows from something else is redone. */
final class ScoreCheck {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");
    /** Beyond this decimal a difference is binary noise, as in the engine. */
    private static final int NOISE_FROM = 9;

    private final Assessment assessment;
    private final Map<String, Node> nodes;
    private final Problems problems;

    private ScoreCheck(Assessment assessment, Problems problems) {
        this.assessment = assessment;
        this.nodes = assessment.nodesByCode();
        this.problems = problems;
    }

    /** Adds a problem for everything that does not agree. */
    static void check(Assessment assessment, Problems problems) {
        ScoreCheck check = new ScoreCheck(assessment, problems);
        Set<String> seen = new HashSet<>();
        for (RegionScore region : assessment.regions()) {
            if (!seen.add(region.kind() + " " + region.region())) {
                check.wrong(region, "PACKAGE_REGION_TWICE", "regions", region.region(), "1 ×");
            }
            check.score(region);
            check.ranks(region);
            check.grades(region);
        }
    }

    private void score(RegionScore region) {
        BigDecimal score = region.score();
        BigDecimal exact = region.exact();
        if (score == null || exact == null) {
            if (score != null || exact != null) {
                wrong(region, "PACKAGE_SCORE_DIFFERS", "score, exact", score + ", " + exact, "both or none");
            }
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (var node : region.nodes()) {
            Node known = nodes.get(node.node());
            if (known == null && !node.node().startsWith("unit:")) {
                wrong(region, "PACKAGE_NODE_UNKNOWN", "nodes", node.node(), "nodes");
            }
            if (known == null || known.isLeaf()) {
                sum = sum.add(node.contribution());
            }
        }
        if (sum.subtract(exact).abs().compareTo(TOLERANCE) > 0) {
            wrong(region, "PACKAGE_SUM_DIFFERS", "exact", exact, sum);
        }
        BigDecimal rounded = exact.setScale(NOISE_FROM, RoundingMode.HALF_UP)
                .setScale(assessment.head().decimals(), RoundingMode.HALF_UP);
        if (rounded.compareTo(score) != 0) {
            wrong(region, "PACKAGE_SCORE_DIFFERS", "score", score, rounded);
        }
    }

    private void ranks(RegionScore region) {
        List<BigDecimal> all = scores(region, false);
        same(region, "PACKAGE_RANK_DIFFERS", "rank", region.rank(), rank(region.score(), all));
        same(region, "PACKAGE_RANK_DIFFERS", "rankOf", region.rankOf(), all.size());
        boolean grouped = !region.peerGroup().isEmpty();
        List<BigDecimal> peers = grouped ? scores(region, true) : List.of();
        same(
                region,
                "PACKAGE_RANK_DIFFERS",
                "peerRank",
                region.peerRank(),
                grouped ? rank(region.score(), peers) : null);
        same(region, "PACKAGE_RANK_DIFFERS", "peerRankOf", region.peerRankOf(), peers.size());
    }

    private List<BigDecimal> scores(RegionScore region, boolean peers) {
        return assessment.regions().stream()
                .filter(other -> other.kind().equals(region.kind()))
                .filter(other -> !peers || other.peerGroup().equals(region.peerGroup()))
                .map(RegionScore::score)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Competition rank: one more than the number of better scores. */
    private static @Nullable Integer rank(@Nullable BigDecimal score, List<BigDecimal> scores) {
        return score == null
                ? null
                : 1
                        + (int) scores.stream()
                                .filter(other -> other.compareTo(score) > 0)
                                .count();
    }

    private void grades(RegionScore region) {
        List<Title> titles = assessment.grades().stream().map(Grade::title).toList();
        BigDecimal score = region.score();
        if (score == null || titles.isEmpty()) {
            same(region, "PACKAGE_GRADE_DIFFERS", "gradeByPoints", region.gradeByPoints(), null);
            same(region, "PACKAGE_GRADE_DIFFERS", "grade", region.grade(), null);
            return;
        }
        int byPoints = titles.size() - 1;
        while (byPoints > 0
                && score.compareTo(assessment.grades().get(byPoints - 1).from()) >= 0) {
            byPoints--;
        }
        same(region, "PACKAGE_GRADE_DIFFERS", "gradeByPoints", region.gradeByPoints(), titles.get(byPoints));
        int grade = titles.indexOf(region.grade());
        boolean reasoned = !region.gradeReasons().chinese().isEmpty();
        if (grade < byPoints || (grade > byPoints) != reasoned) {
            wrong(
                    region,
                    "PACKAGE_GRADE_DIFFERS",
                    "grade",
                    String.valueOf(ScoreSheet.both(region.grade())),
                    ScoreSheet.both(titles.get(byPoints)) + ", 或更低并有原因 / or lower with a reason");
        }
    }

    private void same(
            RegionScore region, String code, String field, @Nullable Object given, @Nullable Object expected) {
        if (!Objects.equals(given, expected)) {
            wrong(region, code, field, given, expected);
        }
    }

    private void wrong(
            RegionScore region, String code, String field, @Nullable Object given, @Nullable Object expected) {
        problems.add(
                code,
                "scores.json %s %s %s".formatted(region.kind(), region.region(), field),
                "为 %s,应为 %s".formatted(given, expected),
                "It is %s (expected: %s)".formatted(given, expected));
    }
}
