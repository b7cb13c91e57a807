package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.matrix.Matrix;

class ReliabilityTest {
    private static final double[] RISING = {1, 2, 3};

    /** Thurstone's nine ability tests (Bechtoldt 1961), as in R package psych. */
    private static final double[][] ABILITY_TESTS = {
        {1, .828, .776, .439, .432, .447, .447, .541, .380},
        {.828, 1, .779, .493, .464, .489, .432, .537, .358},
        {.776, .779, 1, .460, .425, .443, .401, .534, .359},
        {.439, .493, .460, 1, .674, .590, .381, .350, .424},
        {.432, .464, .425, .674, 1, .541, .402, .367, .446},
        {.447, .489, .443, .590, .541, 1, .288, .320, .325},
        {.447, .432, .401, .381, .402, .288, 1, .555, .598},
        {.541, .537, .534, .350, .367, .320, .555, 1, .452},
        {.380, .358, .359, .424, .446, .325, .598, .452, 1}
    };

    @Test
    void theSameColumnTwiceIsFullyReliable() {
        assertThat(CronbachAlpha.of(Matrix.ofColumns(3, RISING, RISING)).alpha())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void alphaByEyeWithAColumnThatDoesNotFitIn() {
        // Covariances: variances 1, 1, 1; 1 between the first two, 0.5 with the third. Sum 7: 1.5·(1 − 3/7) = 6/7.
        // Without the third 1; without one of the others 2·(1 − 2/3) = 2/3.
        CronbachAlpha alpha = CronbachAlpha.of(Matrix.ofColumns(3, RISING, RISING, new double[] {1, 3, 2}));
        assertThat(alpha.alpha()).isCloseTo(6 / 7.0, within(1e-15));
        assertThat(alpha.withoutItem()).containsExactly(new double[] {2 / 3.0, 2 / 3.0, 1}, within(1e-15));
    }

    @Test
    void alphaTakesEachCovarianceOverTheRowsBothHave() {
        // Variances 1 and 5/3, covariance over the first three rows 1: 2·(1 − (8/3)/(14/3)) = 6/7.
        Matrix columns = Matrix.ofColumns(4, new double[] {1, 2, 3, Double.NaN}, new double[] {1, 2, 3, 4});
        CronbachAlpha alpha = CronbachAlpha.of(columns);
        assertThat(alpha.alpha()).isCloseTo(6 / 7.0, within(1e-15));
        assertThat(alpha.withoutItem()).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void alphaOfColumnsThatCancelIsRefused() {
        assertThatThrownBy(() -> CronbachAlpha.of(Matrix.ofColumns(3, RISING, new double[] {3, 2, 1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cronbach's alpha: the sum of the columns does not vary");
    }

    @Test
    void alphaNeedsRowsInCommon() {
        Matrix columns = Matrix.ofColumns(3, new double[] {1, 2, Double.NaN}, new double[] {Double.NaN, 1, 2});
        assertThatThrownBy(() -> CronbachAlpha.of(columns))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Columns 0 and 1 have fewer than two rows in common");
    }

    @Test
    void alphaNeedsTwoColumns() {
        assertThatThrownBy(() -> CronbachAlpha.of(Matrix.ofColumns(3, RISING)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cronbach's alpha needs two columns, found 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void adequacyOfThreeEquallyCorrelatedColumnsByEye(double r) {
        // The partial correlations are r/(1 + r): (1 + r)²/((1 + r)² + 1).
        SamplingAdequacy adequacy =
                SamplingAdequacy.ofCorrelations(Matrix.ofRows(new double[][] {{1, r, r}, {r, 1, r}, {r, r, 1}}));
        double expected = (1 + r) * (1 + r) / ((1 + r) * (1 + r) + 1);
        assertThat(adequacy.overall()).isCloseTo(expected, within(1e-13));
        assertThat(adequacy.items()).containsExactly(new double[] {expected, expected, expected}, within(1e-13));
    }

    @Test
    void adequacyOfAbilityTestsIsThatPublishedWithPsych() {
        SamplingAdequacy adequacy = SamplingAdequacy.ofCorrelations(Matrix.ofRows(ABILITY_TESTS));
        assertThat(adequacy.overall()).isCloseTo(0.88, within(0.005));
        assertThat(adequacy.items())
                .containsExactly(new double[] {.86, .86, .90, .86, .88, .92, .85, .93, .87}, within(0.005));
    }

    @Test
    void adequacyOfDataIsThatOfTheExampleOfStatsample() {
        Matrix columns = Matrix.ofColumns(
                14,
                new double[] {1, 2, 3, 4, 7, 8, 9, 10, 14, 15, 20, 50, 60, 70},
                new double[] {5, 6, 11, 12, 13, 16, 17, 18, 19, 20, 30, 0, 0, 0},
                new double[] {10, 3, 20, 30, 40, 50, 80, 10, 20, 30, 40, 2, 3, 4});
        assertThat(SamplingAdequacy.of(columns).overall()).isCloseTo(0.667, within(0.0005));
    }

    @Test
    void adequacyOfAColumnThatIsTheSumOfOthersIsRefused() {
        Matrix columns =
                Matrix.ofColumns(4, new double[] {1, 2, 3, 5}, new double[] {2, 7, 1, 8}, new double[] {3, 9, 4, 13});
        assertThatThrownBy(() -> SamplingAdequacy.of(columns))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A column is a linear combination of others: there are no partial correlations");
        assertThatThrownBy(() -> Sphericity.of(columns))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A column is a linear combination of others");
    }

    @Test
    void adequacyWithoutAnyCorrelationIsRefused() {
        assertThatThrownBy(() -> SamplingAdequacy.ofCorrelations(Matrix.ofRows(new double[][] {{1, 0}, {0, 1}})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No two columns are correlated");
    }

    @Test
    void sphericityByEye() {
        // Two columns with r = 0.5 in 3 rows: −(2 − 9/6)·ln 0.75 on one degree of freedom; for one degree the upper
        // tail is that of the normal beyond the root, 2·(1 − Φ(0.3793)) = 0.7045.
        Sphericity sphericity = Sphericity.of(Matrix.ofColumns(3, RISING, new double[] {1, 3, 2}));
        assertThat(sphericity.chiSquared()).isCloseTo(-0.5 * Math.log(0.75), within(1e-14));
        assertThat(sphericity.degreesOfFreedom()).isEqualTo(1);
        assertThat(sphericity.pValue()).isCloseTo(0.7045, within(1e-4));
    }

    @Test
    void sphericityOfTheNormalisedIndicatorsIsRejectedBeyondDoubt() {
        Sphericity sphericity = Sphericity.of(Asem.indicators("06_normalised"));
        assertThat(sphericity.degreesOfFreedom()).isEqualTo(49 * 48 / 2);
        assertThat(sphericity.pValue()).isLessThan(1e-10).isGreaterThanOrEqualTo(0);
    }

    @Test
    void sphericityNeedsMoreRowsThanItsCorrectionTakesAway() {
        Matrix columns = Matrix.ofColumns(3, new double[] {1, 2, 4}, new double[] {2, 1, 3}, new double[] {5, 1, 2});
        assertThatThrownBy(() -> Sphericity.of(columns)).isInstanceOf(IllegalArgumentException.class);
    }
}
