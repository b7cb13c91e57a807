package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.index.Scored.node;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.math.BigDecimal;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

class EngineTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(4);
    private static final String DONE_OF_CASES = indicator(
            "D1",
            "D",
            1,
            "month",
            "DONE / CASES * 100",
            "when-denominator-is-zero: full-points",
            "over-longer-periods: mean-of-parts");

    private static Scheme scheme(String... indicators) {
        return SmallWorld.read(CATALOGUE, indicators);
    }

    /** D (60) by A, E (40) by B. */
    private static Scheme plain(String... more) {
        return scheme(indicator("D1", "D", 1, "year", "A", more), indicator("E1", "E", 1, "year", "B"));
    }

    private static ElementPanel.Builder panel() {
        return ElementPanel.builder();
    }

    private static ElementPanel.Cell without(ValueStatus status) {
        return new ElementPanel.Cell(status, Double.NaN, 0, 1);
    }

    private static RegionResult unit(Scheme scheme, ElementPanel.Builder panel, Period period, String region) {
        return Scored.unit(scheme, CATALOGUE, panel, period, region);
    }

    private static AbstractStringAssert<?> grade(RegionResult result) {
        Title grade = result.grade();
        return assertThat(grade == null ? null : grade.chinese());
    }

    @Test
    void scoreIsWeightedSumOfPoints() {
        RegionResult result = unit(plain(), panel().put("X1", YEAR, "A", 80).put("X1", YEAR, "B", 50), YEAR, "X1");
        assertThat(result.score()).isEqualTo(new BigDecimal("68.00"));
        assertThat(node(result, "D").contribution()).isEqualTo(48, within(1e-11));
        assertThat(node(result, "E1").weight()).isEqualTo(40, within(1e-12));
        assertThat(result.covered()).isEqualTo(1);
        assertThat(result.nodes())
                .extracting(NodeResult::node)
                .containsExactly("INDEX", "D", "D1", "E", "E1", "BONUS", "MINUS", "VETO");
        assertThat(result.inputs()).contains(new ElementInput("D1", "A", YEAR, ValueStatus.REPORTED, 80));
    }

    @Test
    void missingValueGetsNothingAndIsFlagged() {
        RegionResult result = unit(plain(), panel().put("X1", YEAR, "A", 80), YEAR, "X1");
        assertThat(result.score()).isEqualTo(new BigDecimal("48.00"));
        assertThat(node(result, "E1").status()).isEqualTo("missing");
        assertThat(node(result, "E1").points()).isZero();
        assertThat(node(result, "E1").notes().get(0).chinese()).isEqualTo("缺报:B(2026),计0分");
        assertThat(result.covered()).isEqualTo(0.6, within(1e-9));
    }

    @Test
    void suppressedValueCountsAsMissingWithItsOwnNote() {
        RegionResult result = unit(
                plain(),
                panel().put("X1", YEAR, "A", 80).put("X1", YEAR, "B", without(ValueStatus.SUPPRESSED)),
                YEAR,
                "X1");
        assertThat(node(result, "E1").status()).isEqualTo("missing");
        assertThat(node(result, "E1").notes().get(0).chinese()).isEqualTo("B(2026)保密未公布,按缺报计0分");
    }

    @Test
    void nilIsZeroAndReported() {
        RegionResult result = unit(
                plain(), panel().put("X1", YEAR, "A", 80).put("X1", YEAR, "B", without(ValueStatus.NIL)), YEAR, "X1");
        assertThat(node(result, "E1").status()).isEqualTo("scored");
        assertThat(node(result, "E1").value()).isZero();
        assertThat(result.covered()).isEqualTo(1);
    }

    @Test
    void notApplicableGivesItsWeightToSiblings() {
        Scheme scheme = scheme(
                indicator("D1", "D", 1, "year", "A"),
                indicator("D2", "D", 2, "year", "POP"),
                indicator("E1", "E", 1, "year", "B"));
        RegionResult result = unit(
                scheme,
                panel().put("X1", YEAR, "A", 50)
                        .put("X1", YEAR, "POP", without(ValueStatus.NOT_APPLICABLE))
                        .put("X1", YEAR, "B", 100),
                YEAR,
                "X1");
        assertThat(node(result, "D2").weight()).isZero();
        assertThat(node(result, "D2").points()).isNaN();
        assertThat(node(result, "D1").weight()).isEqualTo(60, within(1e-12));
        assertThat(result.score()).isEqualTo(new BigDecimal("70.00"));
    }

    @Test
    void dimensionOfWhichNothingAppliesGivesItsWeightToItsSiblings() {
        RegionResult result = unit(
                plain(),
                panel().put("X1", YEAR, "A", without(ValueStatus.NOT_APPLICABLE))
                        .put("X1", YEAR, "B", 70),
                YEAR,
                "X1");
        assertThat(node(result, "D").status()).isEqualTo("not-applicable");
        assertThat(result.score()).isEqualTo(new BigDecimal("70.00"));
    }

    @Test
    void indicatorForOtherRegionsDoesNotApply() {
        Scheme scheme = plain("applies-to: { attribute: special, value: \"true\" }");
        ElementPanel.Builder panel = panel().put("X1", YEAR, "A", 10)
                .put("X1", YEAR, "B", 90)
                .put("Y1", YEAR, "A", 10)
                .put("Y1", YEAR, "B", 90);
        assertThat(unit(scheme, panel, YEAR, "X1").score()).isEqualTo(new BigDecimal("42.00"));
        assertThat(unit(scheme, panel, YEAR, "Y1").score()).isEqualTo(new BigDecimal("90.00"));
    }

    @Test
    void regionWithoutAnyReportInThePeriodGetsZeroAndOneNeverSeenGetsNothing() {
        ElementPanel.Builder panel = panel().put("X1", YEAR, "A", 80).put("X2", Period.ofYear(2025), "A", 80);
        RegionResult silent = unit(plain(), panel, YEAR, "X2");
        assertThat(silent.score()).isEqualTo(new BigDecimal("0.00"));
        assertThat(silent.covered()).isZero();
        assertThat(node(silent, "INDEX").status()).isEqualTo("missing");
        RegionResult unseen = unit(plain(), panel, YEAR, "X3");
        assertThat(unseen.score()).isNull();
        assertThat(unseen.rank()).isNull();
        assertThat(unseen.rankOf()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "89.995, 90.00, 优秀",
        "89.994, 89.99, 良好",
        "90, 90.00, 优秀",
        "79.995, 80.00, 良好",
        "59.99, 59.99, 不合格",
        "60, 60.00, 合格"
    })
    void gradeFollowsTheRoundedScore(double points, String score, String grade) {
        RegionResult result =
                unit(plain(), panel().put("X1", YEAR, "A", points).put("X1", YEAR, "B", points), YEAR, "X1");
        assertThat(result.score()).isEqualTo(new BigDecimal(score));
        grade(result).isEqualTo(grade);
    }

    @Test
    void equalScoresShareTheirRank() {
        ElementPanel.Builder panel = panel();
        double[] values = {70, 90, 70, 60};
        for (int i = 0; i < values.length; i++) {
            panel.put("X" + (i + 1), YEAR, "A", values[i]).put("X" + (i + 1), YEAR, "B", values[i]);
        }
        panel.put("Y1", YEAR, "A", 80).put("Y1", YEAR, "B", 80);
        assertThat(unit(plain(), panel, YEAR, "X2").rank()).isEqualTo(1);
        assertThat(unit(plain(), panel, YEAR, "X1").rank()).isEqualTo(3);
        assertThat(unit(plain(), panel, YEAR, "X3").rank()).isEqualTo(3);
        assertThat(unit(plain(), panel, YEAR, "X4").rank()).isEqualTo(5);
        assertThat(unit(plain(), panel, YEAR, "X1").peerRank()).isEqualTo(2);
        assertThat(unit(plain(), panel, YEAR, "Y1").peerRank()).isEqualTo(1);
        assertThat(unit(plain(), panel, YEAR, "Y1").peerRankOf()).isEqualTo(1);
    }

    @Test
    void bindingIndicatorBelowTheFloorBlocksTheBestGrade() {
        Scheme scheme = scheme(
                indicator("D1", "D", 9, "year", "A"),
                indicator("D2", "D", 1, "year", "STOCK", "nature: binding"),
                indicator("D3", "D", 1, "year", "VISIT", "nature: binding"),
                indicator("E1", "E", 1, "year", "B"));
        Period last = Period.ofQuarter(2026, 4);
        ElementPanel.Builder high = panel().put("X1", YEAR, "A", 100).put("X1", YEAR, "B", 100);
        quarters(high, "STOCK", 59);
        quarters(high, "VISIT", 15);
        RegionResult one = unit(scheme, high, YEAR, "X1");
        assertThat(one.score()).isGreaterThan(new BigDecimal("90"));
        grade(one).isEqualTo("良好");
        assertThat(one.gradeReasons().get(0).chinese()).isEqualTo("1项约束性指标低于60分(指标D2),不能评为优秀");
        ElementPanel.Builder missing =
                panel().put("X1", YEAR, "A", 100).put("X1", YEAR, "B", 100).put("X1", last, "STOCK", 59);
        RegionResult two = unit(scheme, missing, YEAR, "X1");
        assertThat(two.score()).isGreaterThan(new BigDecimal("80"));
        grade(two).isEqualTo("合格");
        assertThat(two.gradeReasons()).hasSize(1);
    }

    private static void quarters(ElementPanel.Builder panel, String element, double value) {
        for (int quarter = 1; quarter <= 4; quarter++) {
            panel.put("X1", Period.ofQuarter(2026, quarter), element, value);
        }
    }

    @Test
    void vetoTakesTheGradeAndNotTheScore() {
        RegionResult result = unit(
                plain(),
                panel().put("X1", YEAR, "A", 95).put("X1", YEAR, "B", 95).put("X1", YEAR, "FRAUD", 1),
                YEAR,
                "X1");
        assertThat(result.score()).isEqualTo(new BigDecimal("95.00"));
        grade(result).isEqualTo("不合格");
        assertThat(result.gradeReasons().get(0).chinese()).isEqualTo("一票否决:造假");
        assertThat(result.gradeByPoints()).isEqualTo(new Title("优秀", "Excellent"));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 72.00", "3, 0, 75.00", "0, 2, 66.00", "0, 9, 65.00", "1, 1, 70.00"})
    void bonusAndDeductionStopAtTheirCaps(double prizes, double blames, String score) {
        RegionResult result = unit(
                plain(),
                panel().put("X1", YEAR, "A", 70)
                        .put("X1", YEAR, "B", 70)
                        .put("X1", YEAR, "PRIZE", prizes)
                        .put("X1", YEAR, "BLAME", blames),
                YEAR,
                "X1");
        assertThat(result.score()).isEqualTo(new BigDecimal(score));
        assertThat(node(result, "INDEX").contribution()).isEqualTo(result.exact());
        assertThat(node(result, "INDEX").points()).isEqualTo(70, within(1e-9));
    }

    @Test
    void monthCoversMonthlyIndicatorsOnly() {
        Scheme scheme = scheme(
                indicator("D1", "D", 1, "month", "FILM"),
                indicator("D2", "D", 1, "quarter", "VISIT"),
                indicator("E1", "E", 1, "year", "B"));
        Period may = Period.ofMonth(2026, 5);
        RegionResult month = unit(scheme, panel().put("X1", may, "FILM", 40).put("X1", YEAR, "PRIZE", 1), may, "X1");
        assertThat(month.nodes()).extracting(NodeResult::node).containsExactly("INDEX", "D", "D1");
        assertThat(month.score()).isEqualTo(new BigDecimal("40.00"));
        assertThatThrownBy(() -> unit(plain(), panel().put("X1", may, "FILM", 40), may, "X1"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("The scheme does not score 2026-05");
    }

    @ParameterizedTest
    @CsvSource({"9, mean, 50.00, partial", "8, mean, 0.00, missing", "12, mean, 50.00, scored"})
    void monthsWithoutCasesAreValidReportsWithoutValue(int months, String name, String score, String status) {
        ElementPanel.Builder panel = panel().put("X1", YEAR, "A", 0);
        for (int month = 1; month <= months; month++) {
            panel.put("X1", Period.ofMonth(2026, month), "CASES", month == 1 ? 0 : 4);
            panel.put("X1", Period.ofMonth(2026, month), "DONE", month == 1 ? 0 : 2);
        }
        Scheme scheme = scheme(DONE_OF_CASES, indicator("E1", "E", 1, "year", "A"));
        RegionResult result = unit(scheme, panel, YEAR, "X1");
        assertThat(node(result, "D1").status()).as(name).isEqualTo(status);
        assertThat(result.score())
                .isEqualTo(
                        new BigDecimal(score).multiply(new BigDecimal("0.60")).setScale(2));
    }

    @Test
    void noCaseAtAllEarnsFullPointsAndSaysSo() {
        Period may = Period.ofMonth(2026, 5);
        Scheme scheme = scheme(DONE_OF_CASES, indicator("E1", "E", 1, "year", "A"));
        RegionResult result = unit(scheme, panel().put("X1", may, "CASES", 0).put("X1", may, "DONE", 0), may, "X1");
        assertThat(node(result, "D1").points()).isEqualTo(100);
        assertThat(node(result, "D1").value()).isNaN();
        assertThat(node(result, "D1").notes().get(0).chinese()).isEqualTo("分母为0,按方案得满分");
    }

    @Test
    void annualTargetIsScaledWithTheYear() {
        Scheme scheme = scheme(
                indicator("D1", "D", 1, "quarter", "ytd(VISIT)", "scale-target-with-year: true"),
                indicator("E1", "E", 1, "year", "A"));
        Period half = Period.ofQuarter(2026, 2);
        RegionResult result = unit(
                scheme,
                panel().put("X1", Period.ofQuarter(2026, 1), "VISIT", 10).put("X1", half, "VISIT", 30),
                half,
                "X1");
        assertThat(node(result, "D1").points()).isEqualTo(80, within(1e-9));
    }

    @Test
    void earlierPeriodThanTheSchemeIsTrial() {
        Period before = Period.ofYear(2025);
        RegionResult result = unit(plain(), panel().put("X1", before, "A", 80), before, "X1");
        assertThat(node(result, "INDEX").notes().get(0).chinese()).isEqualTo("方案自2026年起施行,本期为试算");
    }
}
