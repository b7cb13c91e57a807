package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Panel;

class CorrelationsTest {
    /** Correlations that cancel to about 0 carry the rounding of the sums they come from. */
    private static final double NEGLIGIBLE = 1e-14;

    @ParameterizedTest
    @CsvSource({
        "06_normalised, PEARSON, corr_ind_pearson",
        "06_normalised, SPEARMAN, corr_ind_spearman",
        "06_normalised, KENDALL, corr_ind_kendall",
        "01_raw, PEARSON, corr_raw_na_pearson",
        "01_raw, SPEARMAN, corr_raw_na_spearman"
    })
    void agreeWithThoseOfCoinrPairwise(String stage, Correlation method, String published) {
        Oracle oracle = Oracle.read("asem/08_analysis/" + published + ".csv");
        List<String> codes = Asem.indicators();
        Correlations correlations = Correlations.among(Asem.indicators(stage), method);
        Agreement agreement = new Agreement();
        double[] expected = oracle.numbers("Correlation");
        List<String> left = oracle.texts("Var1");
        List<String> right = oracle.texts("Var2");
        for (int i = 0; i < expected.length; i++) {
            double actual = correlations.values().at(codes.indexOf(left.get(i)), codes.indexOf(right.get(i)));
            agreement.of(expected[i], actual, NEGLIGIBLE);
        }
        assertThat(expected).hasSize(49 * 49);
        assertThat(agreement.worst()).isLessThan(1e-9);
    }

    @Test
    void probabilitiesAgreeWithThoseOfCoinr() {
        Oracle oracle = Oracle.read("asem/08_analysis/corr_pvalues_pearson.csv");
        List<String> codes = oracle.texts("iCode");
        Matrix columns = Oracle.read("asem/01_default/06_normalised.csv").matrix(codes);
        Matrix probabilities = Correlations.among(columns, Correlation.PEARSON).pValues();
        Matrix expected = oracle.matrix(codes);
        Agreement agreement = new Agreement();
        for (int left = 0; left < codes.size(); left++) {
            for (int right = 0; right < codes.size(); right++) {
                agreement.of(expected.at(left, right), probabilities.at(left, right));
            }
        }
        assertThat(agreement.worst()).isLessThan(1e-9);
    }

    @Test
    void indicatorsThatMoveWithADenominatorAreThoseOfCoinr() {
        Oracle oracle = Oracle.read("asem/08_analysis/denom_corr.csv");
        List<String> names = List.of("Area", "Energy", "GDP", "Population");
        Matrix denominators =
                Matrix.ofColumns(51, names.stream().map(Asem::inputNumbers).toArray(double[][]::new));
        Correlations correlations = Correlations.between(Asem.indicators("01_raw"), denominators, Correlation.PEARSON);
        List<Correlations.Pair> beyond = correlations.beyond(0.6);
        List<String> codes = Asem.indicators();
        assertThat(beyond.stream().map(pair -> codes.get(pair.left()) + " " + names.get(pair.right())))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 12)
                        .mapToObj(i -> oracle.texts("Ind").get(i) + " "
                                + oracle.texts("Denom").get(i))
                        .toList());
        Agreement agreement = new Agreement();
        for (int i = 0; i < 12; i++) {
            int left = codes.indexOf(oracle.texts("Ind").get(i));
            int right = names.indexOf(oracle.texts("Denom").get(i));
            agreement.of(oracle.numbers("Corr")[i], correlations.at(left, right).value());
        }
        assertThat(agreement.worst()).isLessThan(1e-9);
    }

    @Test
    void onlySignificantOnesAreKept() {
        // 3 pairs: r = 1 is significant, r = 0.5 has a probability of 2/3.
        Matrix columns = Matrix.ofColumns(3, new double[] {1, 2, 3}, new double[] {2, 4, 6}, new double[] {1, 3, 2});
        Matrix kept = Correlations.among(columns, Correlation.PEARSON).significant(0.05);
        assertThat(kept.row(0)).containsExactly(new double[] {1, 1, Double.NaN}, within(1e-15));
    }

    @Test
    void aColumnIsExactlyCorrelatedWithItselfUnlessItIsConstant() {
        Matrix columns = Matrix.ofColumns(3, new double[] {0.1, 0.7, 0.3}, new double[] {4, 4, 4});
        for (Correlation method : Correlation.values()) {
            Correlations correlations = Correlations.among(columns, method);
            assertThat(correlations.at(0, 0)).isEqualTo(new Coefficient(1, 0, 3));
            assertThat(correlations.at(1, 1).value()).isNaN();
            assertThat(correlations.at(0, 1).value()).isNaN();
        }
    }

    @Test
    void matricesOfDifferentRowsAreRefused() {
        assertThatThrownBy(() -> Correlations.between(
                        Matrix.ofColumns(1, new double[] {1}),
                        Matrix.ofColumns(2, new double[] {1, 2}),
                        Correlation.PEARSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Matrices of 1 and 2 rows");
    }

    @Test
    void anInfiniteValueIsRefusedWithItsColumnAndRow() {
        Matrix columns = Matrix.ofColumns(2, new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY, 2});
        assertThatThrownBy(() -> Correlations.among(columns, Correlation.PEARSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column 1: Row 0 holds Infinity");
    }

    @Test
    void everyPeriodOfAPanelHasItsOwn() {
        double[] rising = {1, 2, 3};
        double[] falling = {3, 2, 1};
        Panel panel = new Panel(
                List.of(2020.0, 2021.0),
                List.of(Matrix.ofColumns(3, rising, rising), Matrix.ofColumns(3, rising, falling)));
        List<Correlations> each = panel.each(matrix -> Correlations.among(matrix, Correlation.PEARSON));
        assertThat(each.get(0).values().at(0, 1)).isCloseTo(1, within(1e-15));
        assertThat(each.get(1).values().at(0, 1)).isCloseTo(-1, within(1e-15));
        Correlations pooled = Correlations.among(panel.pooled(), Correlation.PEARSON);
        assertThat(pooled.at(0, 1)).isEqualTo(new Coefficient(0, 1, 6));
    }
}
