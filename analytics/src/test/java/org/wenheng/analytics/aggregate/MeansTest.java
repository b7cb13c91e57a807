package org.wenheng.analytics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.aggregate.WhenNotPositive.CountAsZero;
import org.wenheng.analytics.aggregate.WhenNotPositive.Floor;
import org.wenheng.analytics.aggregate.WhenNotPositive.Refuse;
import org.wenheng.analytics.matrix.Matrix;

class MeansTest {
    private static final double NONE = Double.NaN;
    private static final double[] EQUAL = {1, 1, 1};

    private static double score(Aggregation aggregation, double[] weights, double... row) {
        return aggregation.scores(Matrix.ofRows(row), weights)[0];
    }

    private static double[] contributions(Aggregation aggregation, double[] weights, double... row) {
        return aggregation.contributions(Matrix.ofRows(row), weights).row(0);
    }

    @Test
    void meansOfTwoAndEightAreThreePointTwoFourAndFive() {
        double[] weights = {1, 1};
        assertThat(score(new HarmonicMean(new Refuse()), weights, 2, 8)).isEqualTo(3.2, within(1e-15));
        assertThat(score(new GeometricMean(new Refuse()), weights, 2, 8)).isEqualTo(4, within(1e-15));
        assertThat(score(new ArithmeticMean(), weights, 2, 8)).isEqualTo(5);
        assertThat(score(new GeneralisedMean(2, new Refuse()), weights, 2, 8)).isEqualTo(Math.sqrt(34), within(1e-14));
    }

    @Test
    void weightsAreExponentsOfTheGeometricMean() {
        assertThat(score(new GeometricMean(new Refuse()), new double[] {2, 1}, 1, 27))
                .isEqualTo(3, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-300, -1, -1e-9, 0, 1e-9, 0.5, 2, 300})
    void equalValuesGiveExactlyThemselves(double power) {
        assertThat(score(new GeneralisedMean(power, new Refuse()), new double[] {0.3, 0.5, 0.7}, 73.1, 73.1, 73.1))
                .isEqualTo(73.1);
    }

    @Test
    void tinyPowerIsNearlyGeometricAndLargePowerNearlyTheExtreme() {
        double geometric = score(new GeometricMean(new Refuse()), EQUAL, 10, 20, 60);
        assertThat(score(new GeneralisedMean(1e-12, new Refuse()), EQUAL, 10, 20, 60))
                .isEqualTo(geometric, within(1e-9));
        assertThat(score(new GeneralisedMean(-1e-12, new Refuse()), EQUAL, 10, 20, 60))
                .isEqualTo(geometric, within(1e-9));
        // 60^1000 and 10^-1000 are beyond a double.
        assertThat(score(new GeneralisedMean(1000, new Refuse()), EQUAL, 10, 20, 60))
                .isEqualTo(60, within(0.1));
        assertThat(score(new GeneralisedMean(-1000, new Refuse()), EQUAL, 10, 20, 60))
                .isEqualTo(10, within(0.1));
    }

    @Test
    void zeroIsRefusedOrCountsAsZeroOrAsTheFloor() {
        assertThatThrownBy(() -> score(new GeometricMean(new Refuse()), EQUAL, 4, 0, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Row 0 has 0.0 for child 1");
        assertThat(score(new GeometricMean(new CountAsZero()), EQUAL, 4, 0, 16)).isZero();
        assertThat(score(new HarmonicMean(new CountAsZero()), EQUAL, 4, -3, 16)).isZero();
        assertThat(score(new GeometricMean(new Floor(1)), EQUAL, 4, 0, 16)).isEqualTo(4, within(1e-14));
        assertThat(score(new GeometricMean(new Floor(1)), EQUAL, 4, 0.5, 16)).isEqualTo(4, within(1e-14));
        assertThat(contributions(new GeometricMean(new CountAsZero()), EQUAL, 4, 0, 16))
                .containsExactly(0, 0, 0);
    }

    @Test
    void powerAboveZeroTakesZeroButNotLess() {
        assertThat(score(new GeneralisedMean(2, new Refuse()), EQUAL, 0, 0, 0)).isZero();
        assertThat(score(new GeneralisedMean(2, new Refuse()), EQUAL, 3, 0, 3)).isEqualTo(Math.sqrt(6), within(1e-14));
        assertThatThrownBy(() -> score(new GeneralisedMean(2, new Refuse()), EQUAL, 3, -1, 3))
                .hasMessageContaining("-1.0");
        assertThat(score(new GeneralisedMean(1, new Refuse()), EQUAL, 3, -1, 4)).isEqualTo(2);
    }

    @Test
    void valueWithoutWeightIsNotAskedWhetherItIsPositive() {
        assertThat(score(new GeometricMean(new Refuse()), new double[] {1, 0, 1}, 4, -7, 9))
                .isEqualTo(6, within(1e-14));
        assertThat(score(new Minimum(), new double[] {1, 0, 1}, 4, -7, 9)).isEqualTo(4);
        assertThat(contributions(new Minimum(), new double[] {1, 0, 1}, 4, -7, 9))
                .containsExactly(4, 0, 0);
    }

    @Test
    void harmonicContributionsAreLargestForTheSmallestValue() {
        // H = 3 / (1/2 + 1/3 + 1/6) = 3, of which w·H²/(3x).
        double[] parts = contributions(new HarmonicMean(new Refuse()), EQUAL, 2, 3, 6);
        assertThat(parts[0]).isEqualTo(1.5, within(1e-14));
        assertThat(parts[1]).isEqualTo(1, within(1e-14));
        assertThat(parts[2]).isEqualTo(0.5, within(1e-14));
    }

    @Test
    void weightedMedianIsWhereHalfTheWeightIsPassed() {
        assertThat(score(new WeightedMedian(), EQUAL, 9, 1, 5)).isEqualTo(5);
        assertThat(score(new WeightedMedian(), new double[] {1, 3, 1}, 9, 1, 5)).isEqualTo(1);
        assertThat(score(new WeightedMedian(), new double[] {1, 1, 1, 1}, 1, 2, 4, 9))
                .isEqualTo(3);
        // With the third missing, one and nine have half each.
        assertThat(score(new WeightedMedian(), EQUAL, 9, 1, NONE)).isEqualTo(5);
        assertThat(score(new WeightedMedian(), new double[] {0, 0, 1}, 9, 1, 4)).isEqualTo(4);
    }

    @Test
    void halfOfTheWeightIsExactThoughTenthsAreNot() {
        // 0.1 + 0.2 is not 0.3 in binary, yet it is half of 0.6.
        assertThat(score(new WeightedMedian(), new double[] {0.1, 0.2, 0.3}, 10, 20, 40))
                .isEqualTo(30);
        assertThat(score(new WeightedMedian(), new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 1}, 10, 20, 30, 50))
                .isEqualTo(40);
    }

    @Test
    void medianBelongsToTheMiddleAndIsSharedByEquals() {
        assertThat(contributions(new WeightedMedian(), EQUAL, 9, 1, 5)).containsExactly(0, 0, 5);
        assertThat(contributions(new WeightedMedian(), new double[] {1, 2, 1}, 6, 6, 9))
                .containsExactly(2, 4, 0);
        assertThat(contributions(new WeightedMedian(), new double[] {1, 1, 1, 1}, 1, 2, 4, 9))
                .containsExactly(0, 1, 2, 0);
        assertThat(contributions(new Minimum(), new double[] {1, 3, 1}, 8, 8, 9))
                .containsExactly(2, 6, 0);
    }

    @Test
    void infiniteValueAndBadWeightsAreRefused() {
        ArithmeticMean mean = new ArithmeticMean();
        assertThatThrownBy(() -> score(mean, EQUAL, 1, Double.POSITIVE_INFINITY, 2))
                .hasMessageContaining("Row 0 has Infinity for child 1");
        assertThatThrownBy(() -> score(mean, new double[] {1, -1, 3}, 1, 2, 3))
                .hasMessageContaining("The weight of child 1 is -1.0");
        assertThatThrownBy(() -> score(mean, new double[] {1, NONE, 3}, 1, 2, 3))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> score(mean, new double[3], 1, 2, 3)).hasMessageContaining("the sum 0.0");
        assertThatThrownBy(() -> score(mean, new double[2], 1, 2, 3)).hasMessageContaining("2 weights for 3 children");
        assertThatThrownBy(() -> new GeneralisedMean(NONE, new Refuse())).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Floor(0)).hasMessageContaining("above 0");
    }

    @Test
    void mazziottaParetoTakesSquaredDeviationOverMeanOffOrAdds() {
        // Mean 100, variance (100 + 100) / 2 = 100.
        double[] weights = {1, 1};
        assertThat(score(new MazziottaPareto(Penalty.LOWERS), weights, 90, 110)).isEqualTo(99);
        assertThat(score(new MazziottaPareto(Penalty.RAISES), weights, 90, 110)).isEqualTo(101);
        assertThat(score(new MazziottaPareto(Penalty.LOWERS), weights, 90, NONE))
                .isEqualTo(90);
        assertThat(score(new MazziottaPareto(Penalty.LOWERS), weights, 0, 0)).isZero();
        assertThatThrownBy(() -> score(new MazziottaPareto(Penalty.LOWERS), weights, -90, 10))
                .hasMessageContaining("Row 0 has the mean -40.0");
        // Derivatives of 2M − Q/M at (90, 110): 1 − 0.9 + 0.505 and 1 − 1.1 + 0.505.
        double[] parts = contributions(new MazziottaPareto(Penalty.LOWERS), weights, 90, 110);
        assertThat(parts[0]).isEqualTo(90 * 0.605, within(1e-12));
        assertThat(parts[1]).isEqualTo(110 * 0.405, within(1e-12));
    }

    @Test
    void adjustedIndexIsComparableOverTimeWithGoalpostsThatStay() {
        Matrix first = Matrix.ofRows(new double[] {10, 40}, new double[] {30, 20});
        Matrix second = Matrix.ofRows(new double[] {20, 40}, new double[] {30, 20});
        double[] weights = {1, 1};
        Goalposts.Given fixed = Goalposts.around(first, new double[] {20, 30});
        assertThat(fixed.pairs()).containsExactly(new Goalposts.Pair(10, 30), new Goalposts.Pair(20, 40));
        Aggregation staying = new AdjustedMazziottaPareto(Penalty.LOWERS, fixed);
        // 70 and 130: mean 100, variance 900.
        assertThat(staying.scores(first, weights)).containsExactly(91, 91);
        assertThat(staying.scores(second, weights)[1]).isEqualTo(91);
        assertThat(staying.scores(second, weights)[0]).isEqualTo(115 - 225 / 115.0, within(1e-12));
        Aggregation moving = new AdjustedMazziottaPareto(Penalty.LOWERS, new Goalposts.OfColumns());
        assertThat(moving.scores(second, weights)).containsExactly(91, 91);
    }

    @Test
    void constantColumnIsAHundredBetweenItsOwnGoalpostsAndCannotBeGoalposts() {
        Matrix children = Matrix.ofRows(new double[] {5, NONE}, new double[] {5, 1}, new double[] {NONE, 2});
        assertThat(new AdjustedMazziottaPareto(Penalty.LOWERS, new Goalposts.OfColumns())
                        .scores(children, new double[] {1, 0}))
                .containsExactly(100, 100, NONE);
        assertThatThrownBy(() -> Goalposts.around(children, new double[] {5, 1}))
                .hasMessageContaining("Goalposts 5.0 and 5.0");
        assertThatThrownBy(() -> new AdjustedMazziottaPareto(Penalty.LOWERS, new Goalposts.Given(java.util.List.of()))
                        .scores(children, new double[] {1, 1}))
                .hasMessageContaining("Goalposts for 0 children, found 2");
    }
}
