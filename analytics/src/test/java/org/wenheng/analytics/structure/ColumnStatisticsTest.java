package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.structure.ColumnStatistics.Flag;
import org.wenheng.analytics.structure.ColumnStatistics.Thresholds;

class ColumnStatisticsTest {

    @ParameterizedTest
    @CsvSource({"01_raw, stats_raw", "02_denominated, stats_denominated", "06_normalised, stats_normalised"})
    void agreeWithThoseOfCoinrAtEachStage(String stage, String published) {
        Oracle oracle = Oracle.read("asem/08_analysis/" + published + ".csv");
        Matrix columns = Oracle.read("asem/01_default/" + stage + ".csv").matrix(oracle.texts("iCode"));
        List<ColumnStatistics> all = ColumnStatistics.of(columns);
        Agreement agreement = new Agreement();
        for (int i = 0; i < all.size(); i++) {
            ColumnStatistics statistics = all.get(i);
            agreement.of(oracle.numbers("Min")[i], statistics.least());
            agreement.of(oracle.numbers("Max")[i], statistics.greatest());
            agreement.of(oracle.numbers("Mean")[i], statistics.mean());
            agreement.of(oracle.numbers("Median")[i], statistics.median());
            agreement.of(oracle.numbers("Std")[i], statistics.standardDeviation());
            agreement.of(oracle.numbers("Skew")[i], statistics.skewness());
            agreement.of(oracle.numbers("Kurt")[i], statistics.kurtosis());
            agreement.of(oracle.numbers("N.Avail")[i], statistics.available());
            agreement.of(oracle.numbers("N.NonZero")[i], statistics.nonZero());
            agreement.of(oracle.numbers("N.Unique")[i], statistics.unique());
            agreement.of(oracle.numbers("N.Same")[i], statistics.mostFrequent());
            agreement.of(oracle.numbers("Frc.Avail")[i], statistics.availability());
            agreement.of(oracle.numbers("Frc.NonZero")[i], statistics.nonZeroShare());
            agreement.of(oracle.numbers("Frc.Unique")[i], statistics.uniqueShare());
            agreement.of(oracle.numbers("Frc.Same")[i], statistics.mostFrequentShare());
            Set<Flag> flags = statistics.flags(Thresholds.usual());
            assertThat(flags.contains(Flag.LOW_AVAILABILITY))
                    .isEqualTo(oracle.texts("Flag.Avail").get(i).equals("LOW"));
            assertThat(flags.contains(Flag.MANY_ZEROS))
                    .isEqualTo(oracle.texts("Flag.NonZero").get(i).equals("LOW"));
            assertThat(flags.contains(Flag.FEW_UNIQUE_VALUES))
                    .isEqualTo(oracle.texts("Flag.Unique").get(i).equals("LOW"));
            assertThat(flags.contains(Flag.OUTLIERS))
                    .isEqualTo(oracle.texts("Flag.SkewKurt").get(i).equals("OUT"));
        }
        assertThat(agreement.worst()).isLessThan(1e-9);
    }

    @Test
    void aConstantColumnHasNoShapeEvenWhereItsMeanIsRounded() {
        ColumnStatistics statistics = ColumnStatistics.of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1});
        assertThat(statistics.mean()).isEqualTo(0.1);
        assertThat(statistics.standardDeviation()).isZero();
        assertThat(statistics.skewness()).isNaN();
        assertThat(statistics.kurtosis()).isNaN();
        assertThat(statistics.unique()).isEqualTo(1);
        assertThat(statistics.mostFrequent()).isEqualTo(6);
    }

    @Test
    void aColumnWithoutValuesIsFlaggedForAvailabilityOnly() {
        ColumnStatistics statistics = ColumnStatistics.of(new double[] {Double.NaN, Double.NaN});
        assertThat(statistics.available()).isZero();
        assertThat(statistics.mean()).isNaN();
        assertThat(statistics.median()).isNaN();
        assertThat(statistics.flags(Thresholds.usual())).containsExactly(Flag.LOW_AVAILABILITY);
    }

    @Test
    void oneValueHasNoSpread() {
        ColumnStatistics statistics = ColumnStatistics.of(new double[] {Double.NaN, 7});
        assertThat(statistics.mean()).isEqualTo(7);
        assertThat(statistics.standardDeviation()).isNaN();
    }

    @Test
    void aMissingValueIsNotCountedAsAZeroWhereCoinrCountsIt() {
        ColumnStatistics statistics = ColumnStatistics.of(
                new double[] {1, 2, 3, 4, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        assertThat(statistics.flags(Thresholds.usual())).containsExactly(Flag.LOW_AVAILABILITY);
    }

    @Test
    void minusZeroIsZero() {
        ColumnStatistics statistics = ColumnStatistics.of(new double[] {-0.0, 0.0, 1});
        assertThat(statistics.unique()).isEqualTo(2);
        assertThat(statistics.nonZero()).isEqualTo(1);
    }

    @Test
    void anInfiniteValueIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> ColumnStatistics.of(new double[] {1, Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 holds Infinity");
    }
}
