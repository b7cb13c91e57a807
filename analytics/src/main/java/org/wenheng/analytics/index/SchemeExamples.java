package org.wenheng.analytics.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeExample;
import org.wenheng.analytics.scheme.SchemeExample.Expected;
import org.wenheng.analytics.scheme.SchemeExample.ExpectedPoints;
import org.wenheng.analytics.scheme.SchemeExample.Given;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * Works the examples of a whole scheme with the engine itself: a scheme whose examples come out wrong is not used. Points
 * must agree to four decimals, the score to the scheme's decimals, the grade by its Chinese title.
 */
public final class SchemeExamples {
    private static final String WRONG = "SCHEME_EXAMPLE_WRONG";
    /** Examples are written to four decimals. */
    private static final double HALF_A_UNIT = 0.00005 + 1e-9;

    private final Scheme scheme;
    private final Catalogue catalogue;
    private final Problems problems;

    private SchemeExamples(Scheme scheme, Catalogue catalogue, Problems problems) {
        this.scheme = scheme;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /**
     * Works all examples of a scheme.
     *
     * @param catalogue the catalogue that the scheme was read with
     * @param problems receives everything that comes out otherwise, with its line, what was expected and what came out
     */
    public static void check(Scheme scheme, Catalogue catalogue, Problems problems) {
        SchemeExamples examples = new SchemeExamples(scheme, catalogue, problems);
        scheme.examples().forEach(examples::work);
    }

    private void work(SchemeExample example) {
        ElementPanel.Builder panel = ElementPanel.builder();
        for (Given given : example.given()) {
            boolean reported = given.status() == ValueStatus.REPORTED;
            panel.put(
                    given.region(),
                    given.period(),
                    given.element(),
                    new ElementPanel.Cell(given.status(), given.value(), reported ? 1 : 0, 1));
        }
        try {
            ScoreTable table = new Engine(scheme, catalogue).score(panel.build(), example.period());
            example.expected().forEach(expected -> compare(expected, table));
        } catch (InputRefusedException refused) {
            for (Problem problem : refused.problems()) {
                problems.add(problem.code(), example.where(), problem.chinese(), problem.english());
            }
        }
    }

    private void compare(Expected expected, ScoreTable table) {
        Optional<RegionResult> found = table.results().stream()
                .filter(result -> result.region().equals(expected.region()))
                .min(Comparator.comparing(
                        (RegionResult result) -> !result.kind().equals(RegionScore.UNIT)));
        if (found.isEmpty()) {
            problems.add(
                    WRONG,
                    expected.where(),
                    "算例:方案不对地区 %s 计分".formatted(expected.region()),
                    "Example: the scheme does not score region %s".formatted(expected.region()));
            return;
        }
        RegionResult result = found.get();
        expected.points().forEach(points -> compare(expected.region(), points, result));
        expected.score().ifPresent(score -> {
            BigDecimal got = result.score();
            if (got == null || got.compareTo(score) != 0) {
                String none = got == null ? "没有得分" : "得" + got.toPlainString() + "分";
                problems.add(
                        WRONG,
                        expected.where(),
                        "算例:%s 应得%s分,实%s".formatted(expected.region(), score.toPlainString(), none),
                        "Example: %s should score %s but scores %s"
                                .formatted(expected.region(), score.toPlainString(), got == null ? "nothing" : got));
            }
        });
        expected.grade().ifPresent(grade -> compareGrade(expected, grade, result));
    }

    private void compareGrade(Expected expected, String grade, RegionResult result) {
        Title got = result.grade();
        if (got == null || !got.chinese().equals(grade)) {
            String name = got == null ? "-" : got.chinese();
            problems.add(
                    WRONG,
                    expected.where(),
                    "算例:%s 应为%s,实为%s".formatted(expected.region(), grade, name),
                    "Example: %s should be graded %s but is %s".formatted(expected.region(), grade, name));
        }
    }

    private void compare(String region, ExpectedPoints expected, RegionResult result) {
        double got = result.nodes().stream()
                .filter(node -> node.node().equals(expected.node()))
                .mapToDouble(NodeResult::points)
                .findFirst()
                .orElse(Double.NaN);
        boolean same =
                Double.isNaN(expected.points()) ? Double.isNaN(got) : Math.abs(got - expected.points()) <= HALF_A_UNIT;
        if (!same) {
            problems.add(
                    WRONG,
                    expected.where(),
                    "算例:%s 的 %s 应得%s,实得%s".formatted(region, expected.node(), chinese(expected.points()), chinese(got)),
                    "Example: %s of %s should earn %s, the scheme gives %s"
                            .formatted(expected.node(), region, english(expected.points()), english(got)));
        }
    }

    private static String chinese(double points) {
        return Double.isNaN(points) ? "不适用(无分)" : rounded(points) + "分";
    }

    private static String english(double points) {
        return Double.isNaN(points) ? "nothing (not applicable)" : rounded(points);
    }

    private static String rounded(double points) {
        return BigDecimal.valueOf(points)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
