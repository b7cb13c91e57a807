package org.wenheng.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LorenzCurveTest {
    /** The example of R package ineq (Zeileis). */
    static final double[] INCOMES = {541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261};

    @Test
    void giniOfTheExampleOfIneqIsThePublishedOne() {
        assertThat(LorenzCurve.of(INCOMES).gini()).isCloseTo(0.462091130267624, within(1e-14));
        assertThat(LorenzCurve.of(INCOMES).giniOfSample()).isCloseTo(0.5134346, within(5e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 100})
    void giniOfTheFirstNumbersByEye(int n) {
        double[] values = IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
        assertThat(LorenzCurve.of(values).gini()).isCloseTo((n - 1) / (3.0 * n), within(1e-14));
    }

    @Test
    void whereOneHasEverythingGiniIsAllButHis() {
        LorenzCurve curve = LorenzCurve.of(new double[] {0, 0, 0, 8});
        assertThat(curve.gini()).isEqualTo(0.75);
        assertThat(curve.giniOfSample()).isEqualTo(1);
    }

    @Test
    void aWeightIsAsGoodAsThatManyRegions() {
        double weighted =
                LorenzCurve.of(new double[] {1, 4}, new double[] {3, 1}).gini();
        assertThat(weighted).isCloseTo(LorenzCurve.of(new double[] {1, 1, 1, 4}).gini(), within(1e-15));
    }

    @Test
    void sharesOfThePoorestAndTheRichestByEye() {
        // 1 + 1 + 2 + 6 = 10: the poorest quarter has 1/10, the poorest eighth half of that.
        LorenzCurve curve = LorenzCurve.of(new double[] {6, 1, 2, 1});
        assertThat(curve.poorest(0.25)).isCloseTo(0.1, within(1e-15));
        assertThat(curve.poorest(0.125)).isCloseTo(0.05, within(1e-15));
        assertThat(curve.richest(0.25)).isCloseTo(0.6, within(1e-15));
        assertThat(curve.poorest(0)).isZero();
        assertThat(curve.poorest(1)).isCloseTo(1, within(1e-15));
    }

    @Test
    void equalValuesAreWithoutInequalityAlsoWhereAllAreZero() {
        assertThat(LorenzCurve.of(new double[] {0.1, 0.1, 0.1}).gini()).isZero();
        assertThat(LorenzCurve.of(new double[] {0, 0}).gini()).isZero();
        assertThat(LorenzCurve.of(new double[] {0, 0}).poorest(0.5)).isEqualTo(0.5);
        assertThat(LorenzCurve.of(new double[] {7}).gini()).isZero();
        assertThat(LorenzCurve.of(new double[] {7}).giniOfSample()).isNaN();
    }

    @Test
    void missingValuesAreLeftOutAndNothingGivesNothing() {
        assertThat(LorenzCurve.of(new double[] {1, Double.NaN, 3}).gini()).isEqualTo(0.25);
        LorenzCurve empty = LorenzCurve.of(new double[] {Double.NaN});
        assertThat(new double[] {empty.gini(), empty.poorest(0.2), empty.richest(0.2)})
                .containsOnly(Double.NaN);
    }

    @Test
    void valuesBelowZeroAndWeightsThatAreMissingAreRefused() {
        assertThatThrownBy(() -> LorenzCurve.of(new double[] {1, -2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 holds -2.0: inequality is of amounts of at least 0");
        assertThatThrownBy(() -> LorenzCurve.of(new double[] {1, 2}, new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 holds the weight NaN: a value needs one of at least 0");
        assertThatThrownBy(() -> LorenzCurve.of(new double[] {1, Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 holds Infinity");
        assertThatThrownBy(() -> LorenzCurve.of(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 values and 2 weights");
    }

    @Test
    void aPartOfThePopulationIsAShare() {
        assertThatThrownBy(() -> LorenzCurve.of(INCOMES).poorest(20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A part of the population is from 0 to 1: 20.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void giniIsFromZeroToOneAndOfProportionsOnly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(37)
                .map(value -> random.nextInt(6) == 0 ? 0 : Math.exp(5 * value))
                .toArray();
        double[] weights = random.doubles(37).toArray();
        double gini = LorenzCurve.of(values, weights).gini();
        assertThat(gini).isBetween(0.0, 1.0).isLessThan(1);
        int[] order = IntStream.range(0, 37).map(i -> (i * 5 + (int) seed) % 37).toArray();
        double[] scaled =
                Arrays.stream(order).mapToDouble(row -> 1000 * values[row]).toArray();
        double[] heavier =
                Arrays.stream(order).mapToDouble(row -> 7 * weights[row]).toArray();
        assertThat(LorenzCurve.of(scaled, heavier).gini()).isCloseTo(gini, within(1e-13));
        double differences = 0;
        double whole = 0;
        double mean = 0;
        for (int i = 0; i < 37; i++) {
            whole += weights[i];
            mean += weights[i] * values[i];
            for (int j = 0; j < 37; j++) {
                differences += weights[i] * weights[j] * Math.abs(values[i] - values[j]);
            }
        }
        assertThat(gini).isCloseTo(differences / (2 * whole * mean), within(1e-13));
    }
}
