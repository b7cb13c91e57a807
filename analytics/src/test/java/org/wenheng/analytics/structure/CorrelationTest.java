package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static final double MISSING = Double.NaN;

    @Test
    void tenPairsInTheSameOrderAreSignificantByKendallsNormalApproximation() {
        // S = 45, variance 10·9·25/18 = 125, z = 4.0249: two-sided 5.69941162e-5.
        double[] column = IntStream.rangeClosed(1, 10).mapToDouble(i -> i).toArray();
        Coefficient coefficient = Correlation.KENDALL.of(column, column);
        assertThat(coefficient.value()).isEqualTo(1);
        assertThat(coefficient.pValue()).isCloseTo(5.699411623331854e-5, within(1e-16));
    }

    @Test
    void kendallWithTiesByEye() {
        // Of six pairs one is in the same order, two in opposite order, one tied in x, two in y.
        double[] x = {1, 1, 2, 3};
        double[] y = {1, 2, 2, 1};
        assertThat(Correlation.KENDALL.of(x, y).value())
                .isCloseTo((1 - 2) / Math.sqrt((6 - 1) * (6 - 2)), within(1e-15));
        // Four in the same order, one tied in x, one in z.
        double[] z = {1, 2, 2, 3};
        assertThat(Correlation.KENDALL.of(x, z).value()).isCloseTo(4 / 5.0, within(1e-15));
    }

    @Test
    void spearmanRanksAmongThePairsOnly() {
        double[] x = {1, 2, MISSING, 4, 100};
        double[] y = {10, 30, 5, 20, MISSING};
        // Pairs (1,10), (2,30), (4,20): ranks 1 2 3 and 1 3 2, 1 − 6·2/24 = 0.5.
        Coefficient coefficient = Correlation.SPEARMAN.of(x, y);
        assertThat(coefficient.value()).isCloseTo(0.5, within(1e-15));
        assertThat(coefficient.pairs()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aConstantSideHasNoCorrelation(Correlation method) {
        Coefficient coefficient = method.of(new double[] {0.1, 0.1, 0.1, MISSING}, new double[] {1, 2, 4, 3});
        assertThat(coefficient.value()).isNaN();
        assertThat(coefficient.pValue()).isNaN();
        assertThat(coefficient.pairs()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void twoPairsHaveACoefficientAndNoProbability(Correlation method) {
        Coefficient coefficient = method.of(new double[] {1, 2}, new double[] {4, 3});
        assertThat(coefficient.value()).isCloseTo(-1, within(1e-15));
        assertThat(coefficient.pValue()).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAPairThereIsNone(Correlation method) {
        Coefficient coefficient = method.of(new double[] {1, MISSING}, new double[] {MISSING, 3});
        assertThat(coefficient.value()).isNaN();
        assertThat(coefficient.pairs()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anInfiniteValueIsRefused(Correlation method) {
        assertThatThrownBy(() -> method.of(new double[] {1, 2}, new double[] {1, Double.NEGATIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 holds -Infinity");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void kendallAgreesWithCountingAllPairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[60];
        double[] y = new double[60];
        for (int row = 0; row < x.length; row++) {
            x[row] = random.nextInt(10) == 0 ? MISSING : random.nextInt(12);
            y[row] = random.nextInt(10) == 0 ? MISSING : random.nextInt(7) - x[row] / 4;
        }
        double products = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                double dx = Math.signum(x[i] - x[j]);
                double dy = Math.signum(y[i] - y[j]);
                if (!Double.isNaN(dx) && !Double.isNaN(dy)) {
                    products += dx * dy;
                    left += dx * dx;
                    right += dy * dy;
                }
            }
        }
        assertThat(Correlation.KENDALL.of(x, y).value()).isCloseTo(products / Math.sqrt(left * right), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void theOrderOfRowsDoesNotMatterAndTheSidesMayBeSwapped(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(40).map(value -> Math.rint(value * 20)).toArray();
        double[] y = IntStream.range(0, 40)
                .mapToDouble(i -> random.nextInt(8) == 0 ? MISSING : x[i] + 30 * random.nextDouble())
                .toArray();
        int[] order =
                IntStream.range(0, 40).map(i -> (i * 17 + (int) seed) % 40).toArray();
        for (Correlation method : Correlation.values()) {
            Coefficient straight = method.of(x, y);
            Coefficient shuffled = method.of(at(y, order), at(x, order));
            assertThat(shuffled.value()).isCloseTo(straight.value(), within(1e-13));
            assertThat(shuffled.pValue()).isCloseTo(straight.pValue(), within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void rankCorrelationsSeeOnlyTheOrderOfValues(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(30).toArray();
        double[] y = random.doubles(30).toArray();
        double[] stretched =
                IntStream.range(0, 30).mapToDouble(i -> Math.exp(9 * x[i])).toArray();
        assertThat(Correlation.SPEARMAN.of(stretched, y)).isEqualTo(Correlation.SPEARMAN.of(x, y));
        assertThat(Correlation.KENDALL.of(stretched, y)).isEqualTo(Correlation.KENDALL.of(x, y));
    }

    private static double[] at(double[] column, int[] order) {
        return IntStream.of(order).mapToDouble(row -> column[row]).toArray();
    }
}
