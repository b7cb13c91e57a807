package org.wenheng.analytics.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.weigh.CombinedWeights.Rule;
import org.wenheng.analytics.weigh.EntropyWeights.Scaling;
import org.wenheng.analytics.weigh.PrincipalComponentWeights.Loadings;

class WeightingTest {
    private static final Weighting FIRST = new GivenWeights(List.of(60.0, 30.0, 10.0));
    private static final Weighting SECOND = new GivenWeights(List.of(1.0, 1.0, 2.0));
    private static final Matrix THREE_CHILDREN = Matrix.ofRows(new double[3]);

    @Test
    void onlyTheProportionsOfGivenWeightsCount() {
        assertThat(FIRST.weigh(THREE_CHILDREN).weights()).containsExactly(new double[] {0.6, 0.3, 0.1}, within(1e-15));
        assertThat(FIRST.weigh(THREE_CHILDREN).note().chinese()).isEqualTo("方案给定:60, 30, 10");
        assertThat(new GivenWeights(List.of(0.0, 1e300, 1e300))
                        .weigh(THREE_CHILDREN)
                        .weights())
                .containsExactly(0, 0.5, 0.5);
    }

    @Test
    void givenWeightsThatAreNoWeightsAreRefused() {
        assertThatThrownBy(() -> new GivenWeights(List.of(1.0, -0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A weight is at least 0, not -0.5");
        assertThatThrownBy(() -> new GivenWeights(List.of(1.0, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A weight is at least 0, not NaN");
        assertThatThrownBy(() -> new GivenWeights(List.of(0.0, 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No child has a weight above 0");
        assertThatThrownBy(() -> FIRST.weigh(Matrix.ofRows(new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 weights were given for 2 children");
    }

    @Test
    void weightsThatDoNotSumToOneAreNoWeights() {
        assertThatThrownBy(() -> new Weighed(new double[] {0.5, 0.4}, FIRST.description()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not weights: [0.5, 0.4]");
        assertThatThrownBy(() -> new Weighed(new double[] {1.5, -0.5}, FIRST.description()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weighed(new double[] {Double.NaN}, FIRST.description()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void combinedWeightsAreTheShareOfEach() {
        Weighed weighed = new CombinedWeights(FIRST, SECOND, new Rule.Additive(0.6)).weigh(THREE_CHILDREN);
        assertThat(weighed.weights()).containsExactly(new double[] {0.46, 0.28, 0.26}, within(1e-15));
        assertThat(weighed.note().chinese()).isEqualTo("方案给定的权重:方案给定:60, 30, 10;方案给定的权重:方案给定:1, 1, 2");
    }

    @Test
    void multipliedWeightsAreInTheProportionOfTheProducts() {
        Weighed weighed = new CombinedWeights(FIRST, SECOND, new Rule.Multiplicative()).weigh(THREE_CHILDREN);
        assertThat(weighed.weights()).containsExactly(new double[] {6 / 11.0, 3 / 11.0, 2 / 11.0}, within(1e-15));
    }

    @Test
    void multipliedWeightsOfWhichNothingIsLeftAreRefused() {
        Weighting neither = new CombinedWeights(
                new GivenWeights(List.of(1.0, 0.0)), new GivenWeights(List.of(0.0, 1.0)), new Rule.Multiplicative());
        assertThatThrownBy(() -> neither.weigh(Matrix.ofRows(new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No child has weight by both methods");
    }

    @Test
    void theShareOfCombinedWeightsIsAShare() {
        assertThatThrownBy(() -> new Rule.Additive(1.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The share of the first weights is 0 to 1, not 1.2");
    }

    @Test
    void siblingsThatSayTheSameWeighTheSameByCritic() {
        Matrix points = Matrix.ofColumns(4, new double[] {1, 2, 3, 7}, new double[] {10, 20, 30, 70});
        Weighed weighed = new CriticWeights().weigh(points);
        assertThat(weighed.weights()).containsExactly(0.5, 0.5);
        assertThat(weighed.note().chinese()).isEqualTo("各项完全相关,取等权");
    }

    @Test
    void merecRefusesPointsOfZero() {
        assertThatThrownBy(() -> new MerecWeights().weigh(Matrix.ofRows(new double[] {1, 2}, new double[] {3, 0})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MEREC needs points above 0: child 2 has 0.0");
    }

    @Test
    void withoutAFirstComponentAllWeighTheSame() {
        // Two children without correlation: both eigenvalues are 1.
        Matrix points = Matrix.ofColumns(4, new double[] {1, 1, 2, 2}, new double[] {1, 2, 1, 2});
        Weighed weighed = new PrincipalComponentWeights(Loadings.SQUARED).weigh(points);
        assertThat(weighed.weights()).containsExactly(0.5, 0.5);
        assertThat(weighed.note().chinese()).isEqualTo("前两个特征值相等,没有第一主成分,取等权");
    }

    @Test
    void loadingsThatCancelOutGiveEqualWeights() {
        // Two children that disagree have the loadings 0.71 and −0.71, and neither is the one that is right.
        Matrix points = Matrix.ofColumns(4, new double[] {1, 2, 3, 4}, new double[] {9, 7, 8, 2});
        Weighed weighed = new PrincipalComponentWeights(Loadings.PROPORTIONAL).weigh(points);
        assertThat(weighed.weights()).containsExactly(0.5, 0.5);
        assertThat(weighed.note().english()).endsWith("the loadings cancel out: equal weights");
    }

    @Test
    void theFirstComponentOfThreeChildrenOfWhichTwoAgreeCanBeDoneByEye() {
        // Correlations 1 between the first two and 0 with the third: eigenvalues 2, 1, 0.
        double[] one = {1, 1, 2, 2};
        Matrix points = Matrix.ofColumns(4, one, one.clone(), new double[] {1, 2, 1, 2});
        Weighed weighed = new PrincipalComponentWeights(Loadings.SQUARED).weigh(points);
        assertThat(weighed.weights()).containsExactly(new double[] {0.5, 0.5, 0}, within(1e-12));
        assertThat(weighed.note().english())
                .isEqualTo("The first component explains 0.666667 of the variance, loadings: 0.707107, 0.707107, 0");
    }

    @Test
    void infinitePointsAreRefusedWhereTheyStand() {
        Matrix points = Matrix.ofRows(new double[] {1, 2}, new double[] {3, Double.POSITIVE_INFINITY});
        for (Weighting weighting : List.of(
                new EntropyWeights(Scaling.AS_GIVEN),
                new CriticWeights(),
                new StandardDeviationWeights(),
                new MerecWeights(),
                new PrincipalComponentWeights(Loadings.SQUARED),
                new CorrelationBalancedWeights(0))) {
            assertThatThrownBy(() -> weighting.weigh(points))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Points of child 2 in row 2 are infinite: Infinity");
        }
    }

    @Test
    void nothingCannotBeWeighed() {
        Matrix points = Matrix.ofRows(new double[0]);
        for (Weighting weighting : List.of(new EqualWeights(), new CriticWeights(), new MerecWeights())) {
            assertThatThrownBy(() -> weighting.weigh(points))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is nothing to weigh: no child");
        }
    }

    @Test
    void whatDiffersByRoundingDoesNotDiffer() {
        Matrix points = Matrix.ofColumns(2, new double[] {0.3, 0.1 + 0.2}, new double[] {1, 2});
        Weighed weighed = new EntropyWeights(Scaling.MIN_MAX).weigh(points);
        assertThat(weighed.weights()).containsExactly(0, 1);
        assertThat(weighed.note().chinese()).startsWith("只有一项在地区间有差异,权重全给它");
    }

    @Test
    void withoutACompleteRowMethodsThatNeedOneGiveEqualWeights() {
        double none = Double.NaN;
        Matrix points = Matrix.ofRows(
                new double[] {1, none}, new double[] {2, none}, new double[] {none, 4}, new double[] {none, 9});
        for (Weighting weighting :
                List.of(new PrincipalComponentWeights(Loadings.SQUARED), new CorrelationBalancedWeights(0))) {
            Weighed weighed = weighting.weigh(points);
            assertThat(weighed.weights()).containsExactly(0.5, 0.5);
            assertThat(weighed.note().chinese()).isEqualTo("各项在地区间没有差异,取等权;有缺失值的4行未用");
        }
    }

    @Test
    void notesAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Matrix points = Matrix.ofColumns(3, new double[] {1, 2, 4}, new double[] {7, 7, 7}, new double[] {1, 5, 2});
            assertThat(new StandardDeviationWeights().weigh(points).note().english())
                    .isEqualTo("Standard deviations: 1.527525, 2.081666; "
                            + "children without differences between regions have no weight: 2");
            assertThat(new EqualWeights().weigh(points).note().chinese()).isEqualTo("共3项,等权");
        } finally {
            Locale.setDefault(before);
        }
    }
}
