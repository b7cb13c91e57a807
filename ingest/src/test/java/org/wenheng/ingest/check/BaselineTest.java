package org.wenheng.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    /** 1 1 2 2 4 6 9: median 2; deviations 1 1 0 0 2 4 7, sorted 0 0 1 1 2 4 7, so MAD is 1. */
    @Test
    void spreadIsTheMedianAbsoluteDeviationMadeConsistent() {
        Baseline baseline = Baseline.of(new double[] {9, 1, 2, 6, 4, 1, 2});

        assertThat(baseline.median()).isEqualTo(2);
        assertThat(baseline.spread()).isEqualTo(1.4826);
        assertThat(baseline.score(9)).isEqualTo(0.6745 * 7, within(0.001));
        assertThat(baseline.score(2)).isZero();
        assertThat(baseline.score(0)).isNegative();
    }

    @Test
    void evenNumberOfValuesHasTheMeanOfTheMiddleTwoAsMedian() {
        assertThat(Baseline.of(new double[] {4, 1, 3, 2}).median()).isEqualTo(2.5);
    }

    /** More than half are 5: MAD is 0; the mean absolute deviation of 5 5 5 5 10 is 5 / 5 = 1. */
    @Test
    void meanDeviationStandsInWhereMostValuesAreEqual() {
        Baseline baseline = Baseline.of(new double[] {5, 5, 10, 5, 5});

        assertThat(baseline.spread()).isEqualTo(1.2533);
        assertThat(baseline.score(10)).isEqualTo(5 / 1.2533, within(1e-12));
    }

    @Test
    void everyOtherValueIsInfinitelyFarFromAConstantSeries() {
        Baseline baseline = Baseline.of(new double[] {7, 7, 7});

        assertThat(baseline.spread()).isZero();
        assertThat(baseline.score(7)).isZero();
        assertThat(baseline.score(8)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(baseline.score(6)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void seriesIsNotChangedAndMayNotBeEmpty() {
        double[] series = {3, 1, 2};
        Baseline.of(series);

        assertThat(series).containsExactly(3, 1, 2);
        assertThatThrownBy(() -> Baseline.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Up to half of the values may be wrong by any amount without moving the median out of the right ones. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void wrongValuesDoNotMoveTheBaselineFar(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] series = random.doubles(21, 90, 110).toArray();
        double[] spoilt = series.clone();
        for (int i = 0; i < 8; i++) {
            spoilt[i] *= 10_000;
        }

        assertThat(Baseline.of(spoilt).median()).isBetween(90.0, 110.0);
        assertThat(Math.abs(Baseline.of(spoilt).score(1_000_000))).isGreaterThan(3.5);
        assertThat(Baseline.of(series).spread())
                .isLessThan(Arrays.stream(series).max().orElseThrow() - 90);
    }

    /** Both spreads estimate the standard deviation of normal values, here 1. */
    @Test
    void spreadOfNormalValuesIsAboutTheirStandardDeviation() {
        java.util.Random random = new java.util.Random(7);
        double[] normal = java.util.stream.DoubleStream.generate(random::nextGaussian)
                .limit(20_001)
                .toArray();

        assertThat(Baseline.of(normal).spread()).isEqualTo(1, within(0.03));
        assertThat(Baseline.MEAN_DEVIATION_CONSISTENCY).isEqualTo(Math.sqrt(Math.PI / 2), within(1e-4));
    }
}
