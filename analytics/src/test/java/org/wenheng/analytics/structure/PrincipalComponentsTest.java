package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.matrix.Matrix;

class PrincipalComponentsTest {

    @ParameterizedTest
    @CsvSource({"pca_L1_all, 1", "pca_L1_bygroup, 8", "pca_L2_all, 1", "pca_L2_bygroup, 2", "pca_L3_bygroup, 1"})
    void agreeWithThoseOfCoinrUpToSign(String file, int groups) {
        Oracle eigen = Oracle.read("asem/08_analysis/" + file + "_eigen.csv");
        Oracle loadings = Oracle.read("asem/08_analysis/" + file + "_loadings.csv");
        Oracle scores = Oracle.read("asem/01_default/07_aggregated.csv");
        Agreement eigenvalues = new Agreement();
        Agreement vectors = new Agreement();
        List<String> names = eigen.texts("group").stream().distinct().toList();
        for (String group : names) {
            List<String> codes = IntStream.range(0, loadings.rows().size())
                    .filter(i -> loadings.texts("group").get(i).equals(group))
                    .mapToObj(i -> loadings.texts("iCode").get(i))
                    .distinct()
                    .toList();
            PrincipalComponents components = PrincipalComponents.of(scores.matrix(codes));
            double[] shares = components.shares();
            for (int i = 0; i < eigen.rows().size(); i++) {
                if (eigen.texts("group").get(i).equals(group)) {
                    int component = (int) eigen.numbers("PC")[i] - 1;
                    eigenvalues.of(eigen.numbers("eigenvalue")[i], components.eigenvalues()[component]);
                    eigenvalues.of(eigen.numbers("prop_var")[i], shares[component]);
                }
            }
            for (int i = 0; i < loadings.rows().size(); i++) {
                if (loadings.texts("group").get(i).equals(group)) {
                    int column = codes.indexOf(loadings.texts("iCode").get(i));
                    int component = (int) loadings.numbers("PC")[i] - 1;
                    // An entry near 0 carries the rounding of the vector's length of 1.
                    vectors.of(
                            Math.abs(loadings.numbers("loading")[i]),
                            Math.abs(components.loadings().at(column, component)),
                            1e-12);
                }
            }
        }
        assertThat(names).hasSize(groups);
        assertThat(eigenvalues.worst()).isLessThan(1e-9);
        assertThat(vectors.worst()).isLessThan(1e-9);
    }

    @Test
    void twoColumnsByEye() {
        // r = 0.5: eigenvalues 1.5 and 0.5, vectors (1, 1)/√2 and (1, −1)/√2, the first of equals positive.
        Matrix columns = Matrix.ofColumns(3, new double[] {1, 2, 3}, new double[] {1, 3, 2});
        PrincipalComponents components = PrincipalComponents.of(columns);
        assertThat(components.eigenvalues()).containsExactly(new double[] {1.5, 0.5}, within(1e-14));
        assertThat(components.shares()).containsExactly(new double[] {0.75, 0.25}, within(1e-14));
        double root = Math.sqrt(0.5);
        assertThat(components.loadings().column(0)).containsExactly(new double[] {root, root}, within(1e-14));
        assertThat(components.loadings().column(1)).containsExactly(new double[] {root, -root}, within(1e-14));
        assertThat(components.correlations().at(0, 0)).isCloseTo(Math.sqrt(0.75), within(1e-14));
        assertThat(components.aboveOne()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSpreadOfTheScoresIsTheEigenvalueAndRowsWithGapsDoNotCount(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = IntStream.range(0, 30)
                .mapToObj(row -> random.doubles(4).toArray())
                .toArray(double[][]::new);
        rows[7][2] = Double.NaN;
        Matrix matrix = Matrix.ofRows(rows);
        PrincipalComponents components = PrincipalComponents.of(matrix);
        assertThat(components.rows()).isEqualTo(29);
        Matrix scores = components.scores(matrix);
        for (int component = 0; component < 4; component++) {
            double spread = ColumnStatistics.of(scores.column(component)).standardDeviation();
            assertThat(spread * spread).isCloseTo(components.eigenvalues()[component], within(1e-12));
        }
        int[] turned = IntStream.range(0, 30).map(row -> (row * 7 + 3) % 30).toArray();
        PrincipalComponents again = PrincipalComponents.of(matrix.selectRows(turned));
        for (int component = 0; component < 4; component++) {
            assertThat(again.loadings().column(component))
                    .containsExactly(components.loadings().column(component), within(1e-11));
        }
    }

    @Test
    void aConstantColumnIsRefused() {
        assertThatThrownBy(() -> PrincipalComponents.of(
                        Matrix.ofColumns(3, new double[] {1, 2, 3}, new double[] {0.1, 0.1, 0.1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column 1 is constant in the rows without gaps");
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThatThrownBy(() -> PrincipalComponents.of(
                        Matrix.ofColumns(3, new double[] {1, 2, Double.NaN}, new double[] {3, 1, 2})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected two columns and three rows without gaps, found 2 and 2");
    }
}
