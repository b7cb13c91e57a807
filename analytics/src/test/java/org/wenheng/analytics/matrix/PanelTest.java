package org.wenheng.analytics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {
    private static final Matrix FIRST = Matrix.ofRows(new double[] {1, 2}, new double[] {3, 4});
    private static final Matrix SECOND = Matrix.ofRows(new double[] {5, 6}, new double[] {7, 8});
    private static final Panel PANEL = new Panel(List.of(2020.0, 2021.5), List.of(FIRST, SECOND));

    @Test
    void aColumnThroughTimeIsRegionsByPeriods() {
        assertThat(PANEL.through(1)).isEqualTo(Matrix.ofRows(new double[] {2, 6}, new double[] {4, 8}));
    }

    @Test
    void pooledStandsOnePeriodBelowTheOther() {
        assertThat(PANEL.pooled().column(0)).containsExactly(1, 3, 5, 7);
    }

    @Test
    void anAnalysisIsAskedOfEachPeriod() {
        assertThat(PANEL.each(matrix -> matrix.at(0, 0))).containsExactly(1.0, 5.0);
    }

    @Test
    void theLatestPeriodsAreAPanel() {
        assertThat(PANEL.latest(1)).isEqualTo(new Panel(List.of(2021.5), List.of(SECOND)));
    }

    @Test
    void yearsHaveToRise() {
        assertThatThrownBy(() -> new Panel(List.of(2021.0, 2021.0), List.of(FIRST, SECOND)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Years must rise: [2021.0, 2021.0]");
    }

    @Test
    void allPeriodsHaveOneShape() {
        assertThatThrownBy(() -> new Panel(List.of(2020.0, 2021.0), List.of(FIRST, FIRST.select(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Period 2021.0: expected Matrix of 2 rows by 2 columns, found Matrix of 2 rows by 1 columns");
    }

    @Test
    void everyPeriodHasAMatrix() {
        assertThatThrownBy(() -> new Panel(List.of(2020.0), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a matrix for each period, found 0 for 1");
    }
}
