package org.wenheng.analytics.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.matrix.Matrix;

class AnalyticHierarchyProcessTest {
    private static final JudgementMatrix GOLDEN = new JudgementMatrix(
            Matrix.ofRows(new double[] {1, 3, 5}, new double[] {1 / 3.0, 1, 2}, new double[] {1 / 5.0, 1 / 2.0, 1}));
    private static final Matrix CONTRADICTING =
            Matrix.ofRows(new double[] {1, 3, 1 / 5.0}, new double[] {1 / 3.0, 1, 2}, new double[] {5, 1 / 2.0, 1});
    private static final Matrix THREE_CHILDREN = Matrix.ofRows(new double[3]);

    /** Policy facts 2.2, golden vectors. */
    @Test
    void judgementsWeighAsInTheGoldenVector() {
        Weighed weighed = new AnalyticHierarchyProcess(GOLDEN, RandomIndex.SAATY, false).weigh(THREE_CHILDREN);
        assertThat(weighed.weights()).containsExactly(new double[] {0.648329, 0.229651, 0.122020}, within(5e-7));
        assertThat(weighed.note().english())
                .isEqualTo("λmax = 3.003695, CI = 0.001847, CR = 0.003185 by random index table A (Saaty)");
    }

    @Test
    void theTableOfRandomIndicesDecidesTheRatioAndIsNamed() {
        Weighed weighed =
                new AnalyticHierarchyProcess(GOLDEN, RandomIndex.THOUSAND_MATRICES, false).weigh(THREE_CHILDREN);
        assertThat(weighed.note().chinese()).isEqualTo("λmax=3.003695,CI=0.001847,CR=0.003552(RI表B (1000))");
    }

    /** Of three children λmax = 1 + k^⅓ + k^−⅓ with k = a12·a23/a13, here 30, and priorities are geometric means of rows. */
    @Test
    void contradictingJudgementsAreRefusedAndTheFarthestIsNamed() {
        JudgementMatrix judgements = new JudgementMatrix(CONTRADICTING);
        assertThatThrownBy(() -> new AnalyticHierarchyProcess(judgements, RandomIndex.SAATY, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The judgements contradict each other: CR = 1.23195 by random index table A (Saaty), "
                        + "below 0.1 is expected; look first at child 1 against 2, judged 3 where the priorities come to "
                        + "0.965489");
    }

    @Test
    void contradictingJudgementsAreTakenIfTheSchemeSaysSoAndTheNoteTellsIt() {
        Weighed weighed = new AnalyticHierarchyProcess(new JudgementMatrix(CONTRADICTING), RandomIndex.SAATY, true)
                .weigh(THREE_CHILDREN);
        assertThat(weighed.note().chinese()).endsWith("一致性未通过,按方案仍予采用");
        assertThat(Arrays.stream(weighed.weights()).sum()).isEqualTo(1, within(1e-12));
    }

    @Test
    void roundedReciprocalsAreMadeExact() {
        JudgementMatrix rounded = new JudgementMatrix(
                Matrix.ofRows(new double[] {1, 3, 5}, new double[] {0.33, 1, 2}, new double[] {0.2, 0.5, 1}));
        assertThat(rounded).isEqualTo(GOLDEN);
    }

    @Test
    void judgementsThatAreNoReciprocalsAreRefused() {
        Matrix judgements = Matrix.ofRows(new double[] {1, 3}, new double[] {0.5, 1});
        assertThatThrownBy(() -> new JudgementMatrix(judgements))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Judgements of 2 against 1 and back: expected two reciprocals from 1/9 to 9, found 0.5 and 3.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 0, -3, Double.NaN, Double.POSITIVE_INFINITY})
    void judgementsBeyondTheScaleAreRefused(double judgement) {
        Matrix judgements = Matrix.ofRows(new double[] {1, judgement}, new double[] {1 / judgement, 1});
        assertThatThrownBy(() -> new JudgementMatrix(judgements))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1/9 to 9");
    }

    @Test
    void aChildIsAsImportantAsItself() {
        assertThatThrownBy(() -> new JudgementMatrix(Matrix.ofRows(new double[] {2})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Judgements of 1 against 1");
    }

    @Test
    void judgementsMakeASquare() {
        assertThatThrownBy(() -> new JudgementMatrix(Matrix.ofRows(new double[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Judgements make a square matrix, not 1 rows by 2 columns");
        assertThatThrownBy(() -> new JudgementMatrix(Matrix.ofRows())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void judgementsAreAboutTheChildrenThereAre() {
        Weighting weighting = new AnalyticHierarchyProcess(GOLDEN, RandomIndex.SAATY, false);
        assertThatThrownBy(() -> weighting.weigh(Matrix.ofRows(new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Judgements of 3 children for 2 children");
    }

    @Test
    void oneOrTwoChildrenCannotContradictEachOther() {
        JudgementMatrix two = new JudgementMatrix(Matrix.ofRows(new double[] {1, 4}, new double[] {0.25, 1}));
        assertThat(two.priorities().priorities()).containsExactly(new double[] {0.8, 0.2}, within(1e-15));
        assertThat(two.priorities().consistencyRatio(RandomIndex.SAATY)).isZero();
        JudgementMatrix one = new JudgementMatrix(Matrix.ofRows(new double[] {1}));
        assertThat(one.priorities().priorities()).containsExactly(1);
        assertThat(one.priorities().consistencyRatio(RandomIndex.SAATY)).isZero();
    }

    @Test
    void moreChildrenThanTheTableKnowsAreRefused() {
        double[] equallyImportant = new double[16];
        Arrays.fill(equallyImportant, 1);
        double[][] rows = new double[16][];
        Arrays.fill(rows, equallyImportant);
        JudgementMatrix judgements = new JudgementMatrix(Matrix.ofRows(rows));
        assertThatThrownBy(() -> new AnalyticHierarchyProcess(judgements, RandomIndex.SAATY, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Random index table A (Saaty) ends at order 15, the matrix has 16: divide the node");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void judgementsWithoutContradictionGiveTheWeightsTheyWereMadeOf(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] importance = random.doubles(random.nextInt(3, 15), 1, 9).toArray();
        double sum = Arrays.stream(importance).sum();
        JudgementMatrix.Priorities found = new JudgementMatrix(Matrix.ofRows(Arrays.stream(importance)
                        .mapToObj(one -> Arrays.stream(importance)
                                .map(other -> one / other)
                                .toArray())
                        .toArray(double[][]::new)))
                .priorities();
        assertThat(found.priorities())
                .containsExactly(Arrays.stream(importance).map(i -> i / sum).toArray(), within(1e-12));
        assertThat(found.consistencyRatio(RandomIndex.SAATY)).isEqualTo(0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void prioritiesAreAnEigenvectorOfPositiveNumbersForAnyJudgements(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int order = random.nextInt(3, 16);
        double[][] rows = new double[order][order];
        for (int i = 0; i < order; i++) {
            rows[i][i] = 1;
            for (int j = 0; j < i; j++) {
                int judgement = random.nextInt(1, 10);
                rows[i][j] = random.nextBoolean() ? judgement : 1.0 / judgement;
                rows[j][i] = 1 / rows[i][j];
            }
        }
        JudgementMatrix.Priorities found = new JudgementMatrix(Matrix.ofRows(rows)).priorities();
        assertThat(found.greatestEigenvalue()).isGreaterThanOrEqualTo(order);
        for (int i = 0; i < order; i++) {
            double[] row = rows[i];
            double image = IntStream.range(0, order)
                    .mapToDouble(j -> row[j] * found.priorities()[j])
                    .sum();
            assertThat(found.priorities()[i]).isPositive();
            assertThat(image).isEqualTo(found.greatestEigenvalue() * found.priorities()[i], within(1e-10));
        }
    }
}
