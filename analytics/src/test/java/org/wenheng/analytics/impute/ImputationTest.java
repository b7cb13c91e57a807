package org.wenheng.analytics.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.impute.Imputed.Filled;
import org.wenheng.analytics.impute.Imputed.Left;
import org.wenheng.analytics.impute.Interpolation.Between;
import org.wenheng.analytics.impute.Surroundings.Column;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Direction;

class ImputationTest {
    private static final double NONE = Double.NaN;

    private static Surroundings years(List<String> names, int... periods) {
        return new Surroundings(
                PeerGroups.none(periods.length),
                Surroundings.none(periods.length, 1).columns(),
                new Panel(names, periods));
    }

    private static Imputed column(Imputation rule, Surroundings surroundings, double... values) {
        return rule.impute(Matrix.ofColumns(values.length, values), 0, surroundings);
    }

    @Test
    void officialScoresFillInNothingAndListWhatIsMissing() {
        Imputed imputed = column(new NoImputation(), Surroundings.none(2, 1), 5, NONE);
        assertThat(imputed.values()).containsExactly(5, NONE);
        assertThat(imputed.left()).containsExactly(new Left(1, 0, new NoImputation().description()));
    }

    @Test
    void everyFilledCellSaysWhereItCameFrom() {
        Surroundings groups = new Surroundings(
                new PeerGroups(List.of("A", "A", "A", "B")),
                Surroundings.none(4, 1).columns(),
                Panel.onePeriod(4));
        GroupCentre rule = new GroupCentre(Centre.MEDIAN, 2);
        Imputed imputed = column(rule, groups, 1, 4, NONE, NONE);
        assertThat(imputed.filled()).containsExactly(new Filled(2, 0, 2.5, rule, new Source.Group("A"), 2));
        assertThat(imputed.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason().chinese()).isEqualTo("同类组“B”只有0个值,需要2个"));
        ColumnCentre all = new ColumnCentre(Centre.MEAN);
        assertThat(column(all, groups, 1, 4, NONE, 7).filled())
                .containsExactly(new Filled(2, 0, 4, all, new Source.OtherRows(), 3));
        FixedValue fixed = new FixedValue(0.5);
        assertThat(column(fixed, groups, 1, 4, NONE, 7).filled())
                .containsExactly(new Filled(2, 0, 0.5, fixed, new Source.Rule(), 0));
    }

    @Test
    void columnWithoutValuesStaysMissingAndSaysSo() {
        Imputed imputed = column(new ColumnCentre(Centre.MEAN), Surroundings.none(2, 1), NONE, NONE);
        assertThat(imputed.values()).containsExactly(NONE, NONE);
        assertThat(imputed.left()).hasSize(2);
        assertThat(imputed.left().get(0).reason().english()).isEqualTo("the indicator has no value at all");
    }

    @Test
    void rowIsFilledInAsGoodAsItsOtherIndicators() {
        // The third region is in the middle of the first indicator and best in the second, where lower is better.
        Matrix values = Matrix.ofRows(new double[][] {
            {0, 40, 100, 7, 3}, {10, 20, 300, 7, 4}, {5, 10, NONE, 7, 5}, {NONE, NONE, NONE, NONE, 1}
        });
        List<Column> columns = List.of(
                new Column("A", Direction.HIGHER_IS_BETTER),
                new Column("A", Direction.LOWER_IS_BETTER),
                new Column("A", Direction.HIGHER_IS_BETTER),
                new Column("A", Direction.HIGHER_IS_BETTER),
                new Column("A", Direction.WITHIN_RANGE));
        Surroundings surroundings = new Surroundings(PeerGroups.none(4), columns, Panel.onePeriod(4));
        RowCentre rule = new RowCentre(Centre.MEAN, true);
        Imputed imputed = rule.impute(values, 2, surroundings);
        assertThat(imputed.filled()).containsExactly(new Filled(2, 2, 250, rule, new Source.Siblings("A"), 2));
        assertThat(imputed.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason().english())
                        .isEqualTo("no other indicator of the family lends a value"));
    }

    @Test
    void columnOfEqualValuesIsFilledInWithThatValueAndLendsNone() {
        Matrix values = Matrix.ofRows(new double[][] {{7, 1}, {7, 3}, {NONE, 2}, {7, NONE}});
        RowCentre rule = new RowCentre(Centre.MEDIAN, true);
        assertThat(rule.impute(values, 0, Surroundings.none(4, 2)).values()).containsExactly(7, 7, 7, 7);
        assertThat(rule.impute(values, 1, Surroundings.none(4, 2)).left()).hasSize(1);
    }

    @Test
    void lastValueIsFoundInRowsOfAnyOrderAndNotBeyondItsLimit() {
        List<String> names = List.of("b", "a", "a", "b", "a", "a");
        Surroundings panel = years(names, 2022, 2024, 2021, 2021, 2022, 2023);
        LastValue rule = new LastValue(2);
        Imputed imputed = column(rule, panel, 9, NONE, 5, NONE, NONE, NONE);
        assertThat(imputed.values()).containsExactly(9, NONE, 5, NONE, 5, 5);
        assertThat(imputed.filled())
                .containsExactly(
                        new Filled(4, 0, 5, rule, new Source.Periods(2021, 2021), 1),
                        new Filled(5, 0, 5, rule, new Source.Periods(2021, 2021), 1));
        assertThat(imputed.left())
                .extracting(left -> left.reason().english())
                .containsExactly("the last value is of period 2021, more than 2 periods ago", "no earlier value");
    }

    @Test
    void lineGoesBetweenTheNearestValuesAndHoldsAtTheEnds() {
        List<String> one = java.util.Collections.nCopies(6, "a");
        Surroundings panel = years(one, 2020, 2021, 2022, 2024, 2025, 2026);
        Interpolation line = new Interpolation(Between.LINE);
        Imputed imputed = column(line, panel, NONE, 10, NONE, NONE, 30, NONE);
        assertThat(imputed.values()).containsExactly(10, 10, 15, 25, 30, 30);
        assertThat(imputed.filled().get(1)).isEqualTo(new Filled(2, 0, 15, line, new Source.Periods(2021, 2025), 2));
        assertThat(imputed.filled().get(3)).isEqualTo(new Filled(5, 0, 30, line, new Source.Periods(2025, 2025), 1));
        assertThat(column(new Interpolation(Between.STEP), panel, NONE, 10, NONE, NONE, 30, NONE)
                        .values())
                .containsExactly(10, 10, 10, 10, 30, 30);
        assertThat(column(line, panel, NONE, NONE, NONE, 8, NONE, NONE).values())
                .containsOnly(8);
        assertThat(column(line, panel, NONE, NONE, NONE, NONE, NONE, NONE).left())
                .hasSize(6);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> new LastValue(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
        assertThatThrownBy(() -> new GroupCentre(Centre.MEAN, 0)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> new FixedValue(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new Panel(List.of("a", "a"), new int[] {2020, 2020}))
                .hasMessage("a has two rows of period 2020: 0 and 1");
        assertThatThrownBy(() -> new Panel(List.of("a"), new int[2])).hasMessage("1 names for 2 periods");
        assertThatThrownBy(() -> column(new ColumnCentre(Centre.MEAN), Surroundings.none(3, 1), 1, NONE))
                .hasMessage("Found groups of 3 rows for 2 rows");
        assertThatThrownBy(() ->
                        column(new ColumnCentre(Centre.MEAN), Surroundings.none(2, 1), Double.NEGATIVE_INFINITY, NONE))
                .hasMessage("Row 0 of column 0 holds -Infinity; imputation needs numbers");
        assertThatThrownBy(() ->
                        Imputation.imputeAll(Matrix.ofColumns(1, new double[1]), List.of(), Surroundings.none(1, 1)))
                .hasMessage("0 rules for 1 columns");
    }
}
