package org.wenheng.analytics.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundedTest {

    @Test
    void theMiddleIsRoundedAwayFromZeroAlsoIfBinaryNoiseHidesIt() {
        assertThat(Rounded.halfUp(new double[] {0.125, -0.125, 89.99499999999999, 1.005, -0.001, 100}, 2))
                .containsExactly(0.13, -0.13, 90, 1.01, 0, 100);
        assertThat(Rounded.halfUp(Double.NaN, 2)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void roundingAgreesWithExactDecimals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5000; i++) {
            int decimals = random.nextInt(5);
            double value =
                    random.nextInt(4) == 0 ? random.nextInt(-100_000, 100_000) / 1000.0 : random.nextDouble(-200, 200);
            double exact = new BigDecimal(value)
                    .setScale(9, RoundingMode.HALF_UP)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .doubleValue();
            assertThat(Rounded.halfUp(value, decimals)).isEqualTo(exact + 0.0);
        }
    }

    @Test
    void ranksAreThoseOfACompetition() {
        assertThat(Ranks.of(new double[] {5, 7, Double.NaN, 7, 1, -0.0, 0.0}))
                .containsExactly(3, 1, Ranks.NONE, 1, 4, 5, 5);
        assertThat(Ranks.meanChange(new int[] {1, 2, 0, 4}, new int[] {2, 2, 3, 1}))
                .isEqualTo(4 / 3.0);
    }
}
