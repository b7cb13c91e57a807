package org.wenheng.analytics.scheme.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.method.Direction.HIGHER_IS_BETTER;
import static org.wenheng.analytics.scheme.method.Direction.LOWER_IS_BETTER;

import java.util.List;
import java.util.stream.IntStream;
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

    @ParameterizedTest
    @CsvSource({"3, 6, 12, 30", "0, 6, 12, 0", "-6, 6, 12, 0", "9, 6, 12, 80", "40, 20, 10, 30", "20, 20, 10, 60"})
    void efficacyBelowTheUnacceptableValueMayBeInProportion(
            double value, double unacceptable, double satisfactory, double points) {
        Efficacy efficacy =
                new Efficacy(unacceptable, satisfactory, 60, 40, Efficacy.Below.PROPORTIONAL, new Clip(0, 100));
        assertThat(efficacy.points(value)).isEqualTo(points, within(1e-9));
    }

    @Test
    void efficacyMayBeKeptBeyondBothEnds() {
        Efficacy efficacy = new Efficacy(6, 12, 60, 40, Efficacy.Below.STRAIGHT_LINE, Clip.KEEP);
        assertThat(efficacy.points(-9)).isEqualTo(-40, within(1e-9));
        assertThat(efficacy.points(15)).isEqualTo(120, within(1e-9));
    }

    @Test
    void proportionOfZeroIsRefused() {
        assertThatThrownBy(() -> new Efficacy(0, 12, 60, 40, Efficacy.Below.PROPORTIONAL, Clip.KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0 for a proportion: 0.0, 12.0");
    }

    private static BandedEfficacy bands(double... standards) {
        double[] coefficients = {1, 0.8, 0.6, 0.4, 0.2};
        return new BandedEfficacy(IntStream.range(0, standards.length)
                .mapToObj(i -> new BandedEfficacy.Band(standards[i], coefficients[i]))
                .toList());
    }

    /** Between average (6) and good (9): coefficient (7 − 6)/(9 − 6), 60 + 20/3 points. */
    @ParameterizedTest
    @CsvSource({"15, 100", "12, 100", "10.5, 90", "9, 80", "7, 66.6667", "6, 60", "3, 40", "1, 20", "0.99, 0", "-5, 0"})
    void bandedEfficacyGoesFromBandToBandAndFallsToZeroBelowTheLast(double value, double points) {
        assertThat(bands(12, 9, 6, 3, 1).points(value)).isEqualTo(points, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 100", "2, 90", "3, 80", "13, 20", "13.1, 0"})
    void bandedEfficacyDownwardsIsNotExceeded(double value, double points) {
        BandedEfficacy method = bands(1, 3, 6, 9, 13);
        assertThat(method.direction()).isEqualTo(LOWER_IS_BETTER);
        assertThat(method.points(value)).isEqualTo(points, within(1e-9));
    }

    @Test
    void bandsThatGoBothWaysAreRefused() {
        assertThatThrownBy(() -> bands(12, 9, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must go one way");
    }

    /** Reaching 90 % earns 80 points, half a point more or less for each percentage point, 60 to 100. */
    @ParameterizedTest
    @CsvSource({
        "90, PROPORTIONAL, 80", "92.5, PROPORTIONAL, 81.25", "87.5, PROPORTIONAL, 78.75", "200, PROPORTIONAL, 100",
        "0, PROPORTIONAL, 60", "92.5, WHOLE_STEPS, 81", "87.5, WHOLE_STEPS, 79", "90.99, WHOLE_STEPS, 80"
    })
    void incrementsGoUpAndDownFromTheirBasis(double value, Increments.Counting counting, double points) {
        Increments method = new Increments(90, 80, 1, 0.5, counting, new Clip(60, 100), HIGHER_IS_BETTER);
        assertThat(method.points(value)).isEqualTo(points, within(1e-9));
    }

    @Test
    void incrementsDownwardsRewardLess() {
        Increments method =
                new Increments(4, 80, 0.1, 2, Increments.Counting.WHOLE_STEPS, new Clip(0, 100), LOWER_IS_BETTER);
        // 0.3 over 0.1 is 2.9999… in binary and three steps to everybody else.
        assertThat(method.points(3.7)).isEqualTo(86, within(1e-9));
        assertThat(method.points(4.3)).isEqualTo(74, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "3, 85", "20, 0", "21, 0", "-1, 100"})
    void deductionEndsAtZero(double cases, double points) {
        assertThat(new Deduction(100, 5).points(cases)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "52.5, 0.5", "85, 1", "90, 1", "10, 0"})
    void goalpostsMeasureBetweenFixedEnds(double value, double points) {
        Goalposts life =
                new Goalposts(20, 85, Goalposts.Spacing.LINEAR, new PointRange(0, 1), Beyond.CLIP, HIGHER_IS_BETTER);
        assertThat(life.points(value)).isEqualTo(points, within(1e-9));
    }

    @Test
    void logarithmicGoalpostsCountRatios() {
        Goalposts income = new Goalposts(
                100, 10_000, Goalposts.Spacing.LOGARITHMIC, PointRange.HUNDRED, Beyond.CLIP, HIGHER_IS_BETTER);
        assertThat(income.points(1000)).isEqualTo(50, within(1e-9));
        assertThat(income.points(0)).isZero();
        assertThat(income.points(-3)).isZero();
        assertThatThrownBy(() -> new Goalposts(
                        0, 10, Goalposts.Spacing.LOGARITHMIC, PointRange.HUNDRED, Beyond.CLIP, HIGHER_IS_BETTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starts above 0");
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

    /** Direction, points and what happens beyond the ends; of methods that compare also what equal values earn. */
    @Test
    void everyDescriptionSaysDirectionRangeAndRules() {
        PointRange range = PointRange.HUNDRED;
        assertThat(new MinMax(0.05, 0.95, range, Beyond.CLIP, LOWER_IS_BETTER)
                        .description()
                        .chinese())
                .isEqualTo("极差法:5%–95%分位截尾,越低越好,得分0–100,截断;各地相同得100分");
        assertThat(new ZScore(50, 10, Clip.KEEP, HIGHER_IS_BETTER).description().english())
                .isEqualTo("Z-score: mean 50 points, one standard deviation 10 points, higher is better, not clipped;"
                        + " the mean if all are equal");
        assertThat(new Rank(Ties.MEAN, HIGHER_IS_BETTER).description().chinese())
                .isEqualTo("位次法:最差得1分,最好得N分(N为有效地区数),越高越好,并列取平均位;各地相同按并列计");
        assertThat(new PercentileRank(Ties.LOWEST, range, HIGHER_IS_BETTER)
                        .description()
                        .chinese())
                .isEqualTo("百分位次:(位次−1)÷(N−1),越高越好,并列取低位,得分0–100;各地相同按并列计");
        assertThat(new Distance(new Distance.Quantile(0.9), range, Beyond.CLIP, HIGHER_IS_BETTER)
                        .description()
                        .chinese())
                .isEqualTo("距离法:自最差值至90%分位数所占的份额,越高越好,得分0–100,截断;各地均达到得100分");
        assertThat(new FractionOfBest(100, LOWER_IS_BETTER).description().chinese())
                .isEqualTo("占最好值比重:最小值÷实际值×100,越低越好,得分0–100;各地相同得100分");
        assertThat(bands(12, 9).description().chinese())
                .isEqualTo("分档功效系数法:标准值(系数)12(1)、9(0.8),档间线性,未达末档0分,越高越好,得分0–100");
        assertThat(new Increments(90, 80, 1, 0.5, Increments.Counting.WHOLE_STEPS, new Clip(60, 100), HIGHER_IS_BETTER)
                        .description()
                        .chinese())
                .isEqualTo("基准增减法:达到90得80分,每高1加0.5分、反之扣分(只计整数),越高越好,60–100截断");
        assertThat(new Deduction(100, 5).description().english())
                .isEqualTo("Deduction: 100 points less 5 for each case, not below 0, lower is better, points 0–100");
        assertThat(new Goalposts(100, 75_000, Goalposts.Spacing.LOGARITHMIC, range, Beyond.CLIP, HIGHER_IS_BETTER)
                        .description()
                        .chinese())
                .isEqualTo("门柱法:100至75000(取对数),越高越好,得分0–100,截断");
        assertThat(new Linear(List.of(new Corner(0, 100), new Corner(5, 20)))
                        .description()
                        .chinese())
                .isEqualTo("线性插值:0→100分、5→20分,两端之外不变,越低越好,得分20–100");
    }

    @Test
    void descriptionIsSentenceOfTheParameters() {
        assertThat(efficacy(60, 160.3).description().chinese()).isEqualTo("功效系数法:不允许值60,满意值160.3,60+40分,越高越好,0–100截断");
    }
}
