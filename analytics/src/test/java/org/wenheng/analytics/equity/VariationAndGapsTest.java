package org.wenheng.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariationAndGapsTest {

    @Test
    void variationOfASampleAndOfAPopulationByEye() {
        // Mean 4, squared deviations 4 + 4 + 4 + 4.
        double[] values = {2, 6, 2, 6, Double.NaN};
        assertThat(CoefficientOfVariation.ofPopulation(values)).isEqualTo(0.5);
        assertThat(CoefficientOfVariation.ofSample(values)).isCloseTo(Math.sqrt(16 / 3.0) / 4, within(1e-15));
    }

    @Test
    void variationByPopulationByEye() {
        // Three heads with 2 and one with 6: mean 3, variance (3·1 + 9)/4 = 3.
        assertThat(CoefficientOfVariation.weighted(new double[] {2, 6}, new double[] {3, 1}))
                .isCloseTo(Math.sqrt(3) / 3, within(1e-15));
    }

    @Test
    void variationAtTheEdges() {
        double[] one = {5, Double.NaN};
        double[] none = {Double.NaN};
        assertThat(CoefficientOfVariation.ofSample(one)).isNaN();
        assertThat(CoefficientOfVariation.ofPopulation(one)).isZero();
        assertThat(CoefficientOfVariation.ofPopulation(none)).isNaN();
        assertThat(CoefficientOfVariation.ofSample(new double[] {0.1, 0.1, 0.1}))
                .isZero();
        assertThat(CoefficientOfVariation.ofPopulation(new double[] {0, 0})).isZero();
        assertThatThrownBy(() -> CoefficientOfVariation.ofSample(new double[] {-1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 0 holds -1.0: inequality is of amounts of at least 0");
    }

    @Test
    void gapsOfTenRegionsByEye() {
        Gaps gaps = Gaps.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        assertThat(gaps.regions()).isEqualTo(10);
        assertThat(gaps.greatestToLeast().orElseThrow()).isEqualTo(10);
        // Definition 7: 9.1 and 1.9.
        assertThat(gaps.p90ToP10().orElseThrow()).isCloseTo(9.1 / 1.9, within(1e-14));
        assertThat(gaps.topFifth()).isCloseTo(19 / 55.0, within(1e-14));
        assertThat(gaps.bottomFifth()).isCloseTo(3 / 55.0, within(1e-14));
        assertThat(gaps.topToBottomFifth().orElseThrow()).isCloseTo(19 / 3.0, within(1e-13));
        assertThat(gaps.palma().orElseThrow()).isCloseTo(1, within(1e-13));
    }

    @Test
    void thereIsNoRatioToNothing() {
        Gaps gaps = Gaps.of(new double[] {0, 0, 0, 0, 9});
        assertThat(gaps.greatestToLeast()).isEqualTo(OptionalDouble.empty());
        assertThat(gaps.p90ToP10()).isEqualTo(OptionalDouble.empty());
        assertThat(gaps.topToBottomFifth()).isEqualTo(OptionalDouble.empty());
        assertThat(gaps.topFifth()).isCloseTo(1, within(1e-15));
        Gaps nothing = Gaps.of(new double[] {0, 0});
        assertThat(nothing.topToBottomFifth()).isEqualTo(OptionalDouble.empty());
        assertThat(nothing.palma()).isEqualTo(OptionalDouble.empty());
        assertThat(Gaps.of(new double[] {Double.NaN}).greatestToLeast()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void fifthsAreOfThePopulation() {
        // A fifth of the heads lives in the poor region.
        Gaps gaps = Gaps.of(new double[] {1, 4}, new double[] {20, 80});
        assertThat(gaps.bottomFifth()).isCloseTo(1 / 17.0, within(1e-15));
        assertThat(gaps.topFifth()).isCloseTo(4 / 17.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void onlyProportionsCountAndNotTheOrderOfRows(long seed) {
        double[] values = new SplittableRandom(seed).doubles(23, 1, 50).toArray();
        int[] order = IntStream.range(0, 23).map(i -> (i * 4 + (int) seed) % 23).toArray();
        double[] scaled =
                Arrays.stream(order).mapToDouble(row -> values[row] * 3).toArray();
        Gaps gaps = Gaps.of(values);
        Gaps again = Gaps.of(scaled);
        assertThat(again.topFifth()).isCloseTo(gaps.topFifth(), within(1e-13));
        assertThat(again.p90ToP10().orElseThrow()).isCloseTo(gaps.p90ToP10().orElseThrow(), within(1e-12));
        assertThat(CoefficientOfVariation.ofSample(scaled))
                .isCloseTo(CoefficientOfVariation.ofSample(values), within(1e-13));
    }
}
