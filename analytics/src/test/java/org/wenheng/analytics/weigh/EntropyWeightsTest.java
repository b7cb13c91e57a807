package org.wenheng.analytics.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.weigh.EntropyWeights.Scaling;

class EntropyWeightsTest {
    private static final Weighting LAID_BETWEEN_0_AND_1 = new EntropyWeights(Scaling.MIN_MAX);
    private static final Weighting AS_GIVEN = new EntropyWeights(Scaling.AS_GIVEN);
    private static final double NONE = Double.NaN;

    /** Policy facts 2.2, golden vectors. */
    @Test
    void fourRegionsWeighAsInTheGoldenVector() {
        Matrix points = Matrix.ofRows(
                new double[] {0.30, 0.50, 85},
                new double[] {0.55, 0.80, 78},
                new double[] {0.20, 0.35, 90},
                new double[] {0.42, 0.62, 70});
        Weighed weighed = LAID_BETWEEN_0_AND_1.weigh(points);
        assertThat(weighed.weights()).containsExactly(new double[] {0.352838, 0.336496, 0.310666}, within(5e-7));
        assertThat(weighed.note().english()).isEqualTo("Entropies: 0.713256, 0.726537, 0.747529");
        assertThat(weighed.note().chinese()).isEqualTo("熵:0.713256, 0.726537, 0.747529");
    }

    @Test
    void twoRegionsOfWhichOneHasEverythingHaveEntropyZero() {
        Matrix points = Matrix.ofRows(new double[] {0, 1}, new double[] {8, 3});
        Weighed weighed = AS_GIVEN.weigh(points);
        double entropy = (0.25 * Math.log(4) + 0.75 * Math.log(4 / 3.0)) / Math.log(2);
        assertThat(weighed.weights()[0]).isEqualTo(1 / (2 - entropy), within(1e-15));
        assertThat(weighed.note().english()).startsWith("Entropies: 0, ");
    }

    @Test
    void aConstantChildGetsNoWeightAndTheNoteNamesIt() {
        Matrix points = Matrix.ofRows(new double[] {1, 7, 5}, new double[] {2, 7, 9}, new double[] {4, 7, 9});
        Weighed weighed = LAID_BETWEEN_0_AND_1.weigh(points);
        assertThat(weighed.weights()[1]).isZero();
        assertThat(weighed.note().english()).endsWith("children without differences between regions have no weight: 2");
        assertThat(weighed.note().chinese()).endsWith("第2项在地区间没有差异,权重为0");
    }

    @Test
    void ifNothingDiffersAllWeighTheSameAndTheNoteSaysSo() {
        Matrix points = Matrix.ofRows(new double[] {1, 7, 0}, new double[] {1, 7, 0});
        Weighed weighed = AS_GIVEN.weigh(points);
        assertThat(weighed.weights()).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
        assertThat(weighed.note().chinese()).isEqualTo("各项在地区间没有差异,取等权");
    }

    @Test
    void aSingleRegionGivesEqualWeights() {
        assertThat(LAID_BETWEEN_0_AND_1
                        .weigh(Matrix.ofRows(new double[] {3, 9}))
                        .weights())
                .containsExactly(0.5, 0.5);
    }

    @Test
    void noRegionGivesEqualWeights() {
        Matrix points = Matrix.ofColumns(0, new double[0], new double[0]);
        assertThat(LAID_BETWEEN_0_AND_1.weigh(points).weights()).containsExactly(0.5, 0.5);
    }

    @Test
    void aMissingValueIsNotAZero() {
        Matrix missing = Matrix.ofColumns(4, new double[] {1, 2, 4, NONE}, new double[] {1, 5, 2, 8});
        Matrix zero = Matrix.ofColumns(4, new double[] {1, 2, 4, 0}, new double[] {1, 5, 2, 8});
        double ln3 = Math.log(3);
        double first = 1 - (Math.log(7) - (2 * Math.log(2) + 4 * Math.log(4)) / 7) / ln3;
        double second = 1 - (Math.log(16) - (5 * Math.log(5) + 2 * Math.log(2) + 8 * Math.log(8)) / 16) / Math.log(4);
        assertThat(AS_GIVEN.weigh(missing).weights()[0]).isEqualTo(first / (first + second), within(1e-12));
        assertThat(AS_GIVEN.weigh(zero).weights()[0]).isGreaterThan(first / (first + second));
    }

    /** Of x = 1 + z the divergence is mean(z²)/(2·ln m) up to terms of z³: twice the difference weighs four times. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-9})
    void almostEvenChildrenKeepTheirShareOfWeight(double small) {
        Matrix points = Matrix.ofColumns(4, new double[] {1 + small, 1 - small, 1 + small, 1 - small}, new double[] {
            1 + 2 * small, 1 - 2 * small, 1 + 2 * small, 1 - 2 * small
        });
        assertThat(AS_GIVEN.weigh(points).weights()[0]).isEqualTo(0.2, within(1e-6));
    }

    @Test
    void negativePointsAreRefusedUnlessTheyAreLaidBetweenZeroAndOne() {
        Matrix points = Matrix.ofRows(new double[] {1, 2}, new double[] {2, -3});
        assertThatThrownBy(() -> AS_GIVEN.weigh(points))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Entropy needs points of at least 0: child 2 has -3.0 in row 2; lay them between 0 and 1 first");
        assertThat(LAID_BETWEEN_0_AND_1.weigh(points).weights()).containsExactly(0.5, 0.5);
    }
}
