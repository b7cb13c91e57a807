package org.wenheng.analytics.scheme.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.method.Direction.HIGHER_IS_BETTER;
import static org.wenheng.analytics.scheme.method.Direction.LOWER_IS_BETTER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.analytics.scheme.method.Linear.Corner;

/** Hand-computable numbers; the first two are golden vectors of the policy facts, 2.2. */
class MethodTest {
    private static Efficacy efficacy(double unacceptable, double satisfactory) {
        return new Efficacy(unacceptable, satisfactory, 60, 40, Efficacy.Below.STRAIGHT_LINE, new Clip(0, 100));
    }

    @ParameterizedTest
    @CsvSource({
        "5.81, 6, 12, 58.7333",
        "0.30, 0.2, 0.4, 80.0",
        "6, 6, 12, 60",
        "12, 6, 12, 100",
        "13, 6, 12, 100",
        "-9, 6, 12, 0",
        "10, 20, 10, 100",
        "15, 20, 10, 80"
    })
    void efficacyGoesThroughItsTwoStandards(double value, double unacceptable, double satisfactory, double points) {
        assertThat(efficacy(unacceptable, satisfactory).points(value)).isEqualTo(points, within(0.00005));
    }

    @Test
    void efficacyOfPartOfTheYearHasPartOfTheStandards() {
        assertThat(efficacy(0.2, 0.4).scaled(0.5).points(0.15)).isEqualTo(80, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"49, 98, 50", "98, 98, 100", "120, 98, 100", "-1, 98, 0", "0, 98, 0"})
    void targetIsShareReached(double value, double target, double points) {
        assertThat(new Target(target, 100, HIGHER_IS_BETTER).points(value)).isEqualTo(points, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"20, 10, 50", "10, 10, 100", "8, 10, 120", "0, 10, 120"})
    void negativeTargetDividesTheOtherWay(double value, double target, double points) {
        assertThat(new Target(target, 120, LOWER_IS_BETTER).points(value)).isEqualTo(points, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"40, 0", "50, 0", "65, 30", "80, 60", "87.5, 80", "95, 100", "99, 100"})
    void linearGoesThroughItsCorners(double value, double points) {
        Linear linear = new Linear(List.of(new Corner(50, 0), new Corner(80, 60), new Corner(95, 100)));
        assertThat(linear.points(value)).isEqualTo(points, within(1e-9));
    }

    @Test
    void linearByQuarterUsesTheQuarter() {
        Linear first = new Linear(List.of(new Corner(0, 0), new Corner(20, 100)));
        Linear last = new Linear(List.of(new Corner(60, 0), new Corner(85, 60), new Corner(95, 100)));
        LinearByQuarter method = new LinearByQuarter(List.of(first, first, first, last));
        assertThat(method.inQuarter(1).points(10)).isEqualTo(50, within(1e-9));
        assertThat(method.inQuarter(4).points(90)).isEqualTo(80, within(1e-9));
        assertThat(method.points(90)).isEqualTo(80, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"-6, 0", "-5, 0", "-2, 40", "-2.1, 0", "0, 80", "0.99, 80", "1, 100", "0.9999999999, 100"})
    void stepBelongsToTheBetterSideOfItsBound(double value, double points) {
        Step step = new Step(
                List.of(new Corner(-5, 0), new Corner(-2, 40), new Corner(0, 80), new Corner(1, 100)),
                HIGHER_IS_BETTER);
        assertThat(step.points(value)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "5, 100", "5.1, 60", "10, 60", "10.5, 0"})
    void stepDownwardsIsNotExceeded(double value, double points) {
        Step step = new Step(List.of(new Corner(5, 100), new Corner(10, 60)), LOWER_IS_BETTER);
        assertThat(step.points(value)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0", "0.2, 0", "0.5, 50", "0.8, 100", "1.5, 100", "2.25, 50", "3, 0", "9, 0"})
    void intervalFallsOnBothSides(double value, double points) {
        assertThat(new Interval(0.2, 0.8, 1.5, 3).points(value)).isEqualTo(points, within(1e-9));
    }

    @Test
    void checklistCountsPointsOrItems() {
        List<String> items = List.of("a", "b", "c", "d", "e");
        assertThat(new Checklist(items, 20, Checklist.Counts.POINTS).points(80)).isEqualTo(80);
        assertThat(new Checklist(items, 20, Checklist.Counts.ITEMS).points(4)).isEqualTo(80);
        assertThat(new Checklist(items, 20, Checklist.Counts.ITEMS).points(9)).isEqualTo(100);
    }

    @Test
    void minMaxMeasuresBetweenWinsorisedEnds() {
        Scale scale = new MinMax(0.05, 0.95, PointRange.HUNDRED, Beyond.CLIP, HIGHER_IS_BETTER)
                .fitted(new double[] {50, 20, 10, 40, 30});
        assertThat(scale.points(12)).isZero();
        assertThat(scale.points(30)).isEqualTo(50, within(1e-9));
        assertThat(scale.points(48)).isEqualTo(100, within(1e-9));
        assertThat(scale.points(10)).isZero();
        assertThat(scale.points(50)).isEqualTo(100);
    }

    @Test
    void minMaxOfConstantColumnGivesAllFullPoints() {
        MinMax method = new MinMax(PointRange.HUNDRED, LOWER_IS_BETTER);
        assertThat(method.fitted(new double[] {7, 7, 7}).points(7)).isEqualTo(100);
    }

    @Test
    void quantileIsTypeSeven() {
        double[] sorted = {1, 2, 3, 4};
        assertThat(OrderStatistics.of(sorted).quantile(0.5)).isEqualTo(2.5);
        assertThat(OrderStatistics.of(sorted).quantile(0.25)).isEqualTo(1.75);
        assertThat(OrderStatistics.of(sorted).quantile(1)).isEqualTo(4);
        assertThat(OrderStatistics.of(new double[] {9}).quantile(0.3)).isEqualTo(9);
    }

    @Test
    void descriptionIsSentenceOfTheParameters() {
        assertThat(efficacy(60, 160.3).description().chinese()).isEqualTo("功效系数法:不允许值60,满意值160.3,60+40分,越高越好,0–100截断");
    }
}
