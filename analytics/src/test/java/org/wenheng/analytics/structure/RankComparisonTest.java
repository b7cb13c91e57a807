package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.Oracle;

class RankComparisonTest {

    @ParameterizedTest
    @ValueSource(strings = {"topsis", "promethee2_usual", "wpm", "waspas"})
    void agreesWithPymcdm(String method) {
        Oracle oracle = Oracle.read("asem/13_peers/pymcdm_rank_correlations.csv");
        int row = oracle.texts("method").indexOf(method);
        double[] index = Oracle.read("asem/03_aggregate/amean_1_100.csv").numbers("Index");
        double[] scores = Oracle.read("asem/13_peers/pymcdm_methods_critic.csv").numbers(method);
        RankComparison comparison = RankComparison.of(index, scores, 10);
        Agreement agreement = new Agreement();
        agreement.of(oracle.numbers("spearman")[row], comparison.spearman());
        agreement.of(oracle.numbers("kendall_tau")[row], comparison.kendall());
        agreement.of(oracle.numbers("weighted_spearman")[row], comparison.weightedSpearman());
        agreement.of(oracle.numbers("rank_similarity_coef")[row], comparison.similarity());
        assertThat(agreement.worst()).isLessThan(1e-12);
    }

    @Test
    void theShiftsOfAnotherNormalisationAreThoseOfCoinr() {
        Oracle oracle = Oracle.read("asem/09_whatif/compare_default_prank.csv");
        double[] first = Oracle.read("asem/01_default/07_aggregated.csv").numbers("Index");
        double[] second =
                Oracle.read("asem/09_whatif/regen_prank_aggregated.csv").numbers("Index");
        RankComparison comparison = RankComparison.of(first, second, 10);
        double[] shifts = oracle.numbers("Abs.diff");
        assertThat(comparison.meanShift())
                .isCloseTo(Arrays.stream(shifts).average().orElseThrow(), within(1e-12));
        assertThat(comparison.greatestShift())
                .isEqualTo((int) Arrays.stream(shifts).max().orElseThrow());
    }

    @Test
    void twoSwappedAtTheTopByEye() {
        RankComparison comparison =
                RankComparison.of(new double[] {9, 8, 7, 6, Double.NaN}, new double[] {8, 9, 7, 6, 5}, 1);
        assertThat(comparison.regions()).isEqualTo(4);
        assertThat(comparison.spearman()).isCloseTo(0.8, within(1e-15));
        assertThat(comparison.kendall()).isCloseTo(4 / 6.0, within(1e-15));
        assertThat(comparison.meanShift()).isEqualTo(0.5);
        assertThat(comparison.greatestShift()).isEqualTo(1);
        assertThat(comparison.topOverlap()).isZero();
        // 1 − (½·1/3 + ¼·1/2)
        assertThat(comparison.similarity()).isCloseTo(1 - 1 / 6.0 - 1 / 8.0, within(1e-15));
    }

    @Test
    void regionsTiedAtTheEndOfTheTopAreAllOnIt() {
        RankComparison comparison = RankComparison.of(new double[] {9, 8, 8, 1}, new double[] {9, 8, 7, 1}, 2);
        assertThat(comparison.topOverlap()).isEqualTo(2 / 3.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRankingAgreesWithItselfAndItsReverseIsOpposite(long seed) {
        double[] scores = new SplittableRandom(seed).doubles(25).toArray();
        double[] reverse = Arrays.stream(scores).map(score -> -score).toArray();
        RankComparison same = RankComparison.of(scores, scores, 5);
        RankComparison opposite = RankComparison.of(scores, reverse, 5);
        assertThat(new double[] {
                    same.spearman(), same.kendall(), same.weightedSpearman(), same.similarity(), same.topOverlap()
                })
                .containsExactly(new double[] {1, 1, 1, 1, 1}, within(1e-14));
        assertThat(same.meanShift()).isZero();
        assertThat(new double[] {opposite.spearman(), opposite.kendall(), opposite.topOverlap()})
                .containsExactly(new double[] {-1, -1, 0}, within(1e-14));
    }

    @Test
    void fewerThanTwoInCommonAreRefused() {
        assertThatThrownBy(() -> RankComparison.of(new double[] {1, Double.NaN}, new double[] {1, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected two regions in both rankings and a top of at least 1, found 1 and 1");
    }
}
