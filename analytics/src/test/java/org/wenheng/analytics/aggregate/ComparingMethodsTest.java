package org.wenheng.analytics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/** The methods whose score depends on the other rows: distances, outranking and benefit of the doubt. */
class ComparingMethodsTest {
    private static final double NONE = Double.NaN;
    private static final double[] EQUAL = {1, 1};

    private static Matrix rows(double[]... rows) {
        return Matrix.ofRows(rows);
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    @Test
    void closenessIsHalfWayBetweenBestAndWorst() {
        Matrix children = rows(of(0, 0), of(5, 5), of(10, 10));
        for (Normalisation normalisation : Normalisation.values()) {
            assertThat(new Topsis(normalisation).scores(children, EQUAL)).containsExactly(0, 0.5, 1);
        }
    }

    @Test
    void rowsThatAreAllEqualAreAtTheIdeal() {
        Matrix children = rows(of(7, 0), of(7, 0));
        assertThat(new Topsis(Normalisation.VECTOR).scores(children, EQUAL)).containsExactly(1, 1);
        assertThat(new Topsis(Normalisation.VECTOR)
                        .contributions(children, of(3, 1))
                        .row(0))
                .containsExactly(0.75, 0.25);
        assertThat(new Vikor(0.5).scores(children, EQUAL)).containsExactly(1, 1);
        assertThat(new GreyRelational(0.5, Normalisation.MIN_MAX).scores(children, EQUAL))
                .containsExactly(1, 1);
        assertThat(new Promethee(new Preference.Usual()).scores(children, EQUAL))
                .containsExactly(0, 0);
        assertThat(new Copeland().scores(children, EQUAL)).containsExactly(0, 0);
        assertThat(new BenefitOfTheDoubt().scores(children, EQUAL)).containsExactly(1, 1);
    }

    @Test
    void vectorNormalisationIsBlindToGapsOfAColumn() {
        // Without gaps both columns are alike; a gap must not lengthen what is left of the column.
        double[] whole = Normalisation.VECTOR.of(of(3, 3, 3, 3));
        double[] gaps = Normalisation.VECTOR.of(of(3, NONE, 3, NONE));
        assertThat(whole[0]).isEqualTo(0.5);
        assertThat(gaps).containsExactly(0.5, NONE, 0.5, NONE);
    }

    @Test
    void vikorIsBetweenTheMeanAndTheGreatestRegret() {
        // Regrets 0 and 1; 0.4 and 0; 1 and 1. Means 0.5, 0.2, 1; greatest of the halves 0.5, 0.2, 0.5.
        Matrix children = rows(of(10, 0), of(6, 6), of(0, 0));
        double[] scores = new Vikor(1).scores(children, EQUAL);
        assertThat(scores[0]).isEqualTo(0.625, within(1e-12));
        assertThat(scores[1]).isEqualTo(1);
        assertThat(scores[2]).isZero();
        assertThat(new Vikor(0).scores(children, EQUAL)).containsExactly(0, 1, 0);
        assertThat(new Vikor(0.5).scores(children, EQUAL)[0]).isEqualTo(0.3125, within(1e-12));
        assertThatThrownBy(() -> new Vikor(1.5)).hasMessageContaining("v of 1.5");
    }

    @Test
    void greyCoefficientOfTheWorstIsZetaOverOneAndZeta() {
        Matrix children = rows(of(0, 0), of(10, 5), of(5, 10));
        double[] scores = new GreyRelational(0.5, Normalisation.NONE).scores(children, EQUAL);
        assertThat(scores[0]).isEqualTo(1 / 3.0, within(1e-15));
        assertThat(scores[1]).isEqualTo(0.75, within(1e-15));
        assertThatThrownBy(() -> new GreyRelational(0, Normalisation.NONE)).hasMessageContaining("ζ of 0.0");
    }

    @Test
    void copelandTiesOfDecimalWeightsAreExact() {
        // The first is better on 0.1 + 0.2, the second on 0.3, in every order of the columns.
        assertThat(new Copeland().scores(rows(of(2, 2, 1), of(1, 1, 2)), of(0.1, 0.2, 0.3)))
                .containsExactly(0, 0);
        assertThat(new Copeland().scores(rows(of(2, 1, 2), of(1, 2, 1)), of(0.2, 0.3, 0.1)))
                .containsExactly(0, 0);
        assertThat(new Copeland().scores(rows(of(2, 1, 2), of(1, 2, 1)), of(0.2, 0.3001, 0.1)))
                .containsExactly(-1, 1);
    }

    @Test
    void copelandDoesNotLetRoundingWin() {
        assertThat(0.1 + 0.2).isGreaterThan(0.3);
        assertThat(new Copeland().scores(rows(of(0.1 + 0.2), of(0.3)), of(1))).containsExactly(0, 0);
        assertThat(new Promethee(new Preference.Usual()).scores(rows(of(0.1 + 0.2), of(0.3)), of(1)))
                .containsExactly(0, 0);
    }

    @Test
    void copelandSharesAWinAmongThoseWhoWonIt() {
        // The first beats the second on the first two children, which weigh 1 and 2.
        Matrix parts = new Copeland().contributions(rows(of(5, 5, 0), of(1, 1, 9)), of(1, 2, 1));
        assertThat(parts.row(0)).containsExactly(1 / 3.0, 2 / 3.0, 0);
        assertThat(parts.row(1)).containsExactly(-1 / 3.0, -2 / 3.0, 0);
    }

    @Test
    void pairMeetsOnTheChildrenThatBothHave() {
        Matrix children = rows(of(9, NONE), of(1, 5), of(NONE, 3), of(NONE, NONE));
        // The first beats the second, the second the third; the first and the third have nothing in common.
        assertThat(new Copeland().scores(children, of(1, 9))).containsExactly(1, 0, -1, NONE);
        assertThat(new Copeland().outranking(children, EQUAL, 0)).containsExactly(0.5, 1, NONE, NONE);
        assertThat(new Promethee(new Preference.Usual()).scores(children, EQUAL))
                .containsExactly(1, 0, -1, NONE);
    }

    @Test
    void linearPreferenceRisesBetweenItsThresholds() {
        Promethee method = new Promethee(new Preference.Linear(1, 3));
        // Differences of 1, 2 and 3 are worth 0, 0.5 and 1.
        assertThat(method.scores(rows(of(0), of(1)), of(1))).containsExactly(0, 0);
        assertThat(method.scores(rows(of(0), of(2)), of(1))).containsExactly(-0.5, 0.5);
        assertThat(method.scores(rows(of(0), of(2), of(3)), of(1))).containsExactly(-0.75, 0.25, 0.5);
        assertThatThrownBy(() -> new Preference.Linear(3, 3)).hasMessageContaining("q = 3.0 and p = 3.0");
    }

    @Test
    void soleRowMeetsNobody() {
        Matrix alone = rows(of(3, NONE));
        assertThat(new Copeland().scores(alone, EQUAL)).containsExactly(0);
        assertThat(new Promethee(new Preference.Linear(0, 1)).scores(alone, EQUAL))
                .containsExactly(0);
        assertThat(new BenefitOfTheDoubt(0.4, 0.6).scores(alone, EQUAL)).containsExactly(1);
    }

    @Test
    void everyRowHasTheWeightsThatSuitItBest() {
        // The second and third are best at one child each; the first reaches 0.6 and 0.5 of them, the mix 11/18 at
        // most.
        Matrix children = rows(of(6, 5), of(10, 4), of(5, 10));
        double[] scores = new BenefitOfTheDoubt().scores(children, EQUAL);
        assertThat(scores[1]).isEqualTo(1);
        assertThat(scores[2]).isEqualTo(1);
        // Weights (0.075, 0.0625) give both rivals 1.
        assertThat(scores[0]).isEqualTo(6 * 0.075 + 5 * 0.0625, within(1e-12));
        double[] parts = new BenefitOfTheDoubt().contributions(children, EQUAL).row(0);
        assertThat(parts[0]).isEqualTo(0.45, within(1e-12));
        assertThat(parts[1]).isEqualTo(0.3125, within(1e-12));
    }

    @Test
    void limitsOfSharesBind() {
        Matrix children = rows(of(9, 1), of(10, 10));
        // All on the first child gives 0.9; half of the score on each gives 1 / (0.5·10/9 + 0.5·10).
        assertThat(new BenefitOfTheDoubt().scores(children, EQUAL)[0]).isEqualTo(0.9, within(1e-12));
        assertThat(new BenefitOfTheDoubt(0.5, 0.5).scores(children, EQUAL)[0]).isEqualTo(0.18, within(1e-12));
        assertThat(new BenefitOfTheDoubt(0.2, 1).scores(children, EQUAL)[0])
                .isEqualTo(1 / (0.8 * 10 / 9 + 0.2 * 10), within(1e-12));
        assertThat(new BenefitOfTheDoubt(0, 0.8).scores(children, EQUAL)[0])
                .isEqualTo(1 / (0.8 * 10 / 9 + 0.2 * 10), within(1e-12));
    }

    @Test
    void sharesThatCannotAddUpToOneAreRefused() {
        Matrix children = rows(of(9, 1), of(10, 10));
        assertThatThrownBy(() -> new BenefitOfTheDoubt(0.6, 1).scores(children, EQUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No 2 shares between 0.6 and 1.0 add up to 1");
        assertThatThrownBy(() -> new BenefitOfTheDoubt(0, 0.4).scores(children, EQUAL))
                .hasMessageContaining("No 2 shares between 0.0 and 0.4 add up to 1");
        assertThatThrownBy(() -> new BenefitOfTheDoubt(0.5, 0.4)).hasMessageContaining("0 ≤ lowest ≤ highest ≤ 1");
        assertThatThrownBy(() -> new BenefitOfTheDoubt().scores(rows(of(-1, 2)), EQUAL))
                .hasMessageContaining("Child 0 has -1.0");
    }

    @Test
    void zeroWhereAShareIsAskedForScoresZero() {
        Matrix children = rows(of(0, 8), of(10, 10), of(0, 0));
        assertThat(new BenefitOfTheDoubt().scores(children, EQUAL)).containsExactly(0.8, 1, 0);
        assertThat(new BenefitOfTheDoubt(0.1, 1).scores(children, EQUAL)).containsExactly(0, 1, 0);
        assertThat(new BenefitOfTheDoubt(0, 0.9).scores(children, EQUAL)).containsExactly(0, 1, 0);
    }

    @Test
    void limitsWidenWhereAChildIsMissing() {
        // Alone, the first child has the whole score though the limit is half; only rows that have it are rivals.
        Matrix children = rows(of(5, NONE), of(10, 1), of(NONE, 50));
        assertThat(new BenefitOfTheDoubt(0.5, 0.5).scores(children, EQUAL)[0]).isEqualTo(0.5, within(1e-12));
        assertThat(new BenefitOfTheDoubt(0.5, 0.5)
                        .contributions(children, EQUAL)
                        .row(0))
                .containsExactly(0.5, NONE);
    }

    @Test
    void descriptionNamesWhatPackagesLeaveUnsaid() {
        assertThat(new Topsis(Normalisation.VECTOR).description())
                .isEqualTo(new Title("TOPSIS:向量归一化", "TOPSIS: vector normalisation"));
        assertThat(new Vikor(0.5).description().english()).isEqualTo("VIKOR (1 − Q, more is better): v = 0.5");
        assertThat(new Promethee(new Preference.Linear(1, 3)).description().chinese())
                .isEqualTo("PROMETHEE II净流量:线性偏好函数(q=1.0,p=3.0)");
        assertThat(new MazziottaPareto(Penalty.LOWERS).description().chinese()).isEqualTo("Mazziotta–Pareto指数:不均衡减分");
        assertThat(new GeometricMean(new WhenNotPositive.Floor(1)).description().english())
                .isEqualTo("Weighted geometric mean: values below 1.0 count as 1.0");
    }
}
