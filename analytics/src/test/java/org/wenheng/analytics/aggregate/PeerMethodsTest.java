package org.wenheng.analytics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Moments;

/** Agreement with pymcdm 1.4.0, Compind 3.4 and pyDecision on the eight pillars of ASEM. */
class PeerMethodsTest {
    private static double[] weights(String name) {
        return Oracle.read("asem/13_peers/pymcdm_weights_pillars.csv").numbers(name + "_weights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"equal", "critic"})
    void topsisOfPymcdmIsNormalisedByMinMax(String weights) {
        Oracle oracle = Oracle.read("asem/13_peers/pymcdm_methods_%s.csv".formatted(weights));
        double[] scores = new Topsis(Normalisation.MIN_MAX).scores(Asem.pillars(), weights(weights));
        Asem.assertAgree(scores, oracle.numbers("topsis"), 1e-12);
    }

    @Test
    void topsisOfPyDecisionIsNormalisedByVectors() {
        Oracle oracle = Oracle.read("asem/13_peers/pydecision_gra_topsis.csv");
        double[] scores = new Topsis(Normalisation.VECTOR).scores(Asem.pillars(), Asem.equal());
        Asem.assertAgree(scores, oracle.numbers("topsis"), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"equal", "critic"})
    void vikorOfPymcdmIsOneLessTheScore(String weights) {
        Oracle oracle = Oracle.read("asem/13_peers/pymcdm_methods_%s.csv".formatted(weights));
        double[] scores = new Vikor(0.5).scores(Asem.pillars(), weights(weights));
        Asem.assertAgree(
                scores, Arrays.stream(oracle.numbers("vikor")).map(q -> 1 - q).toArray(), 1e-11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"equal", "critic"})
    void prometheeWithUsualPreferenceAgreesWithPymcdm(String weights) {
        Oracle oracle = Oracle.read("asem/13_peers/pymcdm_methods_%s.csv".formatted(weights));
        double[] scores = new Promethee(new Preference.Usual()).scores(Asem.pillars(), weights(weights));
        Asem.assertAgree(scores, oracle.numbers("promethee2_usual"), 1e-12);
    }

    @Test
    void greyGradeIsFiftyOneTimesWhatPyDecisionDividesByTheNumberOfUnits() {
        Oracle oracle = Oracle.read("asem/13_peers/pydecision_gra_topsis.csv");
        double[] scores = new GreyRelational(0.5, Normalisation.MIN_MAX).scores(Asem.pillars(), Asem.equal());
        Asem.assertAgree(scores, oracle.numbers("gra_grade_sum_w_times_coef"), 1e-12);
        Asem.assertAgree(
                Arrays.stream(scores).map(grade -> grade / 51).toArray(),
                oracle.numbers("gra_grade_as_published_by_pyDecision"),
                1e-12);
    }

    @Test
    void mazziottaParetoOfCompindDividesTheVarianceBySevenInsteadOfEight() {
        Matrix pillars = Asem.pillars();
        double[][] standard = new double[8][];
        for (int child = 0; child < 8; child++) {
            Moments moments = Moments.of(pillars.column(child));
            standard[child] = Arrays.stream(pillars.column(child))
                    .map(x -> 100 + 10 * (x - moments.mean()) / moments.standardDeviation())
                    .toArray();
        }
        Matrix children = Matrix.ofColumns(51, standard);
        double[] means = new ArithmeticMean().scores(children, Asem.equal());
        double[] scores = new MazziottaPareto(Penalty.LOWERS).scores(children, Asem.equal());
        double[] withSampleVariance = IntStream.range(0, 51)
                .mapToDouble(row -> means[row] - (means[row] - scores[row]) * 8 / 7)
                .toArray();
        Asem.assertAgree(
                withSampleVariance,
                Oracle.read("asem/13_peers/compind_methods.csv").numbers("mpi_z100_10"),
                1e-12);
    }

    @Test
    void adjustedMazziottaParetoAroundTheMeansAgreesWithCompindToItsThreeDecimals() {
        Matrix pillars = Asem.pillars();
        double[] means = IntStream.range(0, 8)
                .mapToDouble(child -> Moments.of(pillars.column(child)).mean())
                .toArray();
        Goalposts goalposts = Goalposts.around(pillars, means);
        double[] expected = Oracle.read("asem/13_peers/compind_methods.csv").numbers("ampi");
        double[] lowered = new AdjustedMazziottaPareto(Penalty.LOWERS, goalposts).scores(pillars, Asem.equal());
        double[] raised = new AdjustedMazziottaPareto(Penalty.RAISES, goalposts).scores(pillars, Asem.equal());
        for (int row = 0; row < 51; row++) {
            assertThat(lowered[row]).isEqualTo(expected[row], within(0.0005000001));
            // Compind ignores the direction of its penalty.
            assertThat(raised[row]).isGreaterThan(expected[row]);
        }
    }

    @Test
    void benefitOfTheDoubtAgreesWithCompind() {
        Oracle oracle = Oracle.read("asem/13_peers/compind_methods.csv");
        Asem.assertAgree(new BenefitOfTheDoubt().scores(Asem.pillars(), Asem.equal()), oracle.numbers("bod"), 1e-9);
        Asem.assertAgree(
                new BenefitOfTheDoubt(0.05, 0.25).scores(Asem.pillars(), Asem.equal()),
                oracle.numbers("bod_share_5_25"),
                1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, compind_bod_weight_shares.csv", "0.05, 0.25, compind_bod_5_25_weight_shares.csv"})
    void sharesOfRowsBelowOneAgreeWithCompind(double low, double high, String file) {
        BenefitOfTheDoubt method = new BenefitOfTheDoubt(low, high);
        Matrix expected = Oracle.read("asem/13_peers/" + file).matrix(Asem.PILLARS);
        double[] scores = method.scores(Asem.pillars(), Asem.equal());
        Matrix contributions = method.contributions(Asem.pillars(), Asem.equal());
        for (int row = 0; row < 51; row++) {
            if (scores[row] < 1) {
                for (int child = 0; child < 8; child++) {
                    assertThat(contributions.at(row, child) / scores[row])
                            .as("row %d, child %d", row, child)
                            .isEqualTo(expected.at(row, child), within(1e-8));
                }
            }
        }
    }

    @Test
    void topsisOfThePublishedExampleIsNormalisedByVectors() {
        // Policy facts, section 2.2: raw values, min-max and entropy weights.
        Matrix values = Matrix.ofRows(
                new double[] {.30, .50, 85}, new double[] {.55, .80, 78}, new double[] {.20, .35, 90}, new double[] {
                    .42, .62, 70
                });
        double[] scores = new Topsis(Normalisation.VECTOR).scores(values, new double[] {0.352838, 0.336496, 0.310666});
        double[] expected = {0.325443, 0.898829, 0.158340, 0.591327};
        for (int row = 0; row < 4; row++) {
            assertThat(scores[row]).isEqualTo(expected[row], within(1e-6));
        }
    }
}
