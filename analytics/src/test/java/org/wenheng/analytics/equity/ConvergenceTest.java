package org.wenheng.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Panel;

class ConvergenceTest {
    private static final double MISSING = Double.NaN;

    private static Panel panel(double[]... periods) {
        List<Double> years = new ArrayList<>();
        for (int period = 0; period < periods.length; period++) {
            years.add(2020.0 + period);
        }
        return new Panel(
                years,
                Arrays.stream(periods)
                        .map(column -> Matrix.ofColumns(column.length, column))
                        .toList());
    }

    @Test
    void variationThatFallsByATenthAYearIsSigmaConvergence() {
        // Mean 10 throughout; deviations of 5, 4 and 3 give 0.5, 0.4 and 0.3.
        SigmaConvergence sigma =
                SigmaConvergence.of(panel(new double[] {5, 15}, new double[] {6, 14}, new double[] {7, 13}), 0);
        assertThat(sigma.variation()).containsExactly(new double[] {0.5, 0.4, 0.3}, within(1e-15));
        assertThat(sigma.line().slope()).isCloseTo(-0.1, within(1e-14));
        assertThat(sigma.line().pValue()).isLessThan(1e-6);
    }

    @Test
    void aRegionThatComesLaterDoesNotLookLikeDivergence() {
        SigmaConvergence sigma =
                SigmaConvergence.of(panel(new double[] {5, 15, MISSING}, new double[] {5, 15, 900}), 0);
        assertThat(sigma.regions()).isEqualTo(2);
        assertThat(sigma.variation()).containsExactly(0.5, 0.5);
        assertThat(sigma.line().slope()).isZero();
    }

    @Test
    void sigmaByPopulation() {
        SigmaConvergence sigma =
                SigmaConvergence.of(panel(new double[] {2, 6, 50}, new double[] {2, 2, 60}), 0, new double[] {3, 1, 0});
        assertThat(sigma.regions()).isEqualTo(2);
        assertThat(sigma.variation()).containsExactly(new double[] {Math.sqrt(3) / 3, 0}, within(1e-15));
    }

    @Test
    void sigmaNeedsARegionThatIsAlwaysThereAndTwoPeriods() {
        assertThatThrownBy(() -> SigmaConvergence.of(panel(new double[] {1, MISSING}, new double[] {MISSING, 2}), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No region has a value in every period");
        assertThatThrownBy(() -> SigmaConvergence.of(panel(new double[] {1, 2}), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A line needs two points, found 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, -0.03})
    void theSpeedOfTheModelIsFound(double beta) {
        // ln y_T = ln y* + e^(−βT)·(ln y_0 − ln y*), Barro and Sala-i-Martin (1992), equation 1.
        double span = 10;
        double[] initial = {100, 250, 600, 1500, 4000};
        double[] latest = Arrays.stream(initial)
                .map(value -> 800 * Math.pow(value / 800, Math.exp(-beta * span)))
                .toArray();
        BetaConvergence convergence = BetaConvergence.of(initial, latest, span);
        assertThat(convergence.speed().orElseThrow()).isCloseTo(beta, within(1e-12));
        assertThat(convergence.line().rSquared()).isCloseTo(1, within(1e-12));
        assertThat(convergence.halfLife().isPresent()).isEqualTo(beta > 0);
        convergence.halfLife().ifPresent(years -> assertThat(years).isCloseTo(Math.log(2) / beta, within(1e-9)));
    }

    @Test
    void whereThoseBehindOvertakeThereIsNoSpeed() {
        BetaConvergence convergence = BetaConvergence.of(new double[] {1, 2, 4}, new double[] {4, 2, 1}, 5);
        assertThat(convergence.line().slope()).isCloseTo(-2 / 5.0, within(1e-14));
        assertThat(convergence.speed()).isEmpty();
        assertThat(convergence.halfLife()).isEmpty();
    }

    @Test
    void whereAllMeetInOneYearThereIsNoSpeedEither() {
        assertThat(BetaConvergence.of(new double[] {1, 2, 4}, new double[] {3, 3, 3}, 7)
                        .speed())
                .isEmpty();
    }

    @Test
    void betaOfAPanelIsFromTheFirstPeriodToTheLast() {
        Panel panel = panel(new double[] {1, 2, 4, MISSING}, new double[] {9, 9, 9, 9}, new double[] {2, 3, 5, 6});
        BetaConvergence convergence = BetaConvergence.of(panel, 0);
        assertThat(convergence.regions()).isEqualTo(3);
        assertThat(convergence).isEqualTo(BetaConvergence.of(new double[] {1, 2, 4}, new double[] {2, 3, 5}, 2));
    }

    @Test
    void betaRefusesWhatHasNoLogarithmAndTooFewRegions() {
        assertThatThrownBy(() -> BetaConvergence.of(new double[] {1, 0, 2}, new double[] {1, 2, 3}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 goes from 0.0 to 2.0: a logarithm needs values above 0");
        assertThatThrownBy(() -> BetaConvergence.of(new double[] {1, MISSING, 2}, new double[] {1, 2, 3}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Convergence needs three regions, found 2");
        assertThatThrownBy(() -> BetaConvergence.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A line needs two different x, all are 0.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theUnitOfMeasureDoesNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] initial = random.doubles(20, 1, 9).toArray();
        double[] latest = random.doubles(20, 1, 9).toArray();
        BetaConvergence metres = BetaConvergence.of(initial, latest, 3);
        BetaConvergence feet = BetaConvergence.of(
                Arrays.stream(initial).map(value -> value * 3.28).toArray(),
                Arrays.stream(latest).map(value -> value * 3.28).toArray(),
                3);
        assertThat(feet.line().slope()).isCloseTo(metres.line().slope(), within(1e-13));
        assertThat(feet.line().pValue()).isCloseTo(metres.line().pValue(), within(1e-13));
    }
}
