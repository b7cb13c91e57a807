package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearFitTest {

    @Test
    void anscombesFirstSetHasItsPublishedLine() {
        // Anscombe, Graphs in statistical analysis (1973): y = 3 + 0.5x, R² 0.667, error of the slope 0.118.
        LinearFit fit = LinearFit.of(
                new double[] {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
                new double[] {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68});
        assertThat(fit.intercept()).isCloseTo(3.0001, within(5e-5));
        assertThat(fit.slope()).isCloseTo(0.5001, within(5e-5));
        assertThat(fit.standardError()).isCloseTo(0.1179, within(5e-5));
        assertThat(fit.rSquared()).isCloseTo(0.6665, within(5e-5));
        assertThat(fit.pValue()).isCloseTo(0.00217, within(5e-6));
    }

    @Test
    void gapsAreLeftOut() {
        LinearFit fit = LinearFit.of(new double[] {1, 2, 3, Double.NaN}, new double[] {2, Double.NaN, 6, 9});
        assertThat(fit.points()).isEqualTo(2);
        assertThat(fit.slope()).isEqualTo(2);
        assertThat(fit.at(10)).isEqualTo(20);
        assertThat(fit.standardError()).isNaN();
        assertThat(fit.pValue()).isNaN();
    }

    @Test
    void aConstantHasNoSlopeAndNothingToExplain() {
        LinearFit fit = LinearFit.of(new double[] {1, 2, 4}, new double[] {0.1, 0.1, 0.1});
        assertThat(fit).isEqualTo(new LinearFit(3, 0.1, 0, 0, 1, 0));
    }

    @Test
    void aLineNeedsTwoPointsAndTwoPlaces() {
        assertThatThrownBy(() -> LinearFit.of(new double[] {1}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A line needs two points, found 1");
        assertThatThrownBy(() -> LinearFit.of(new double[] {3, 3}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A line needs two different x, all are 3.0");
        assertThatThrownBy(() -> LinearFit.of(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 x and 1 y");
    }
}
