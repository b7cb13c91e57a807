package org.wenheng.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.equity.Trend.Between;
import org.wenheng.analytics.equity.Trend.Outcome;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Panel;
import org.wenheng.analytics.structure.Agreement;
import org.wenheng.analytics.structure.Asem;

class TrendTest {
    private static final double MISSING = Double.NaN;

    @ParameterizedTest
    @CsvSource({"COMPOUND_ANNUAL, CAGR", "PERCENTAGE, prc_change"})
    void ofTheAggregatesOfPointsOnOneScaleForAllYearsAgreeWithCoinr(Growth growth, String name) {
        Oracle oracle = Oracle.read("asem/11_panel/trends_" + name + "_aggregates.csv");
        Oracle points = Oracle.read("asem/11_panel/normalised_global.csv");
        List<String> countries =
                points.texts("uCode").stream().distinct().sorted().toList();
        NodeTree tree = Asem.tree();
        Panel panel = panel(points, countries, Asem.indicators());
        Panel scores = new Panel(panel.years(), panel.each(matrix -> tree.aggregate(matrix, tree.weights())));
        assertThat(oracle.rows()).hasSize(138);
        for (String code : List.of("Index", "Conn", "Sust")) {
            assertPublished(
                    oracle, name, code, Trend.of(scores, tree.place(code), growth, Between.LEFT_OPEN), countries, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"CO2, -1", "Poverty, -1", "Flights, 1", "Gas, 1", "LPI, 1"})
    void ofRawIndicatorsWithInterpolationAgreeWithCoinrOnceTurnedByDirection(String code, int direction) {
        Oracle oracle = Oracle.read("asem/11_panel/trends_CAGR_raw_dir_interp.csv");
        Oracle values = Oracle.read("asem/00_input/asem_iData_p.csv");
        List<String> countries =
                values.texts("uCode").stream().distinct().sorted().toList();
        Panel panel = panel(values, countries, List.of(code));
        assertThat(oracle.rows()).hasSize(255);
        List<Trend> trends = Trend.of(panel, 0, Growth.COMPOUND_ANNUAL, Between.LINEAR);
        assertPublished(oracle, "CAGR", code, trends, countries, direction);
    }

    private static void assertPublished(
            Oracle oracle, String name, String code, List<Trend> trends, List<String> countries, int direction) {
        Agreement agreement = new Agreement();
        int compared = 0;
        for (int i = 0; i < oracle.rows().size(); i++) {
            if (!oracle.texts("iCode").get(i).equals(code)) {
                continue;
            }
            compared++;
            Trend trend = trends.get(countries.indexOf(oracle.texts("uCode").get(i)));
            double expected = oracle.numbers(name)[i];
            agreement.of(oracle.numbers("Avail")[i], trend.availability());
            switch (trend.outcome()) {
                case MEASURED -> {
                    agreement.of(expected, direction * trend.change(), 1e-14);
                    agreement.of(oracle.numbers("t_first")[i], trend.first());
                    agreement.of(oracle.numbers("t_latest")[i], trend.latest());
                }
                case TOO_FEW_VALUES -> assertThat(expected).isNaN();
                // COINr divides by the first value, which is 0.
                case NO_RATIO -> assertThat(expected).isInfinite();
            }
        }
        assertThat(compared).isEqualTo(countries.size());
        assertThat(agreement.worst()).isLessThan(1e-9);
    }

    private static Panel panel(Oracle values, List<String> countries, List<String> codes) {
        List<String> times = values.texts("Time").stream().distinct().sorted().toList();
        List<Matrix> matrices = new ArrayList<>();
        Matrix all = values.matrix(codes);
        for (String time : times) {
            double[][] rows = new double[countries.size()][];
            for (int row = 0; row < values.rows().size(); row++) {
                if (values.texts("Time").get(row).equals(time)) {
                    rows[countries.indexOf(values.texts("uCode").get(row))] = all.row(row);
                }
            }
            matrices.add(Matrix.ofRows(rows));
        }
        return new Panel(times.stream().map(Double::valueOf).toList(), matrices);
    }

    @Test
    void ofShortSeriesAgreeWithCoinrWhereTheyHaveAPositiveStart() {
        Oracle oracle = Oracle.read("asem/12_edge/trends.csv");
        for (int row : new int[] {0, 1, 4, 5, 6}) {
            double[] times = numbers(oracle.texts("x").get(row));
            double[] values = numbers(oracle.texts("y").get(row));
            Trend compound = Trend.of(times, values, Growth.COMPOUND_ANNUAL, Between.LEFT_OPEN);
            Trend percentage = Trend.of(times, values, Growth.PERCENTAGE, Between.LEFT_OPEN);
            // The file's own line by QR carries the rounding of years near 2000.
            assertThat(new double[] {compound.change(), percentage.change()})
                    .containsExactly(
                            new double[] {oracle.numbers("CAGR")[row], oracle.numbers("prc_change")[row]},
                            within(1e-9));
        }
    }

    @Test
    void fromZeroAndBelowThereIsNoGrowthWhereCoinrGivesInfinityOrAnIncreaseOfADecline() {
        Oracle oracle = Oracle.read("asem/12_edge/trends.csv");
        assertThat(oracle.numbers("CAGR")[2]).isInfinite();
        assertThat(oracle.numbers("prc_change")[2]).isLessThan(-1e13);
        assertThat(oracle.numbers("prc_change")[3]).isCloseTo(180, within(1e-6));
        for (int row : new int[] {2, 3}) {
            double[] times = numbers(oracle.texts("x").get(row));
            double[] values = numbers(oracle.texts("y").get(row));
            for (Growth growth : Growth.values()) {
                Trend trend = Trend.of(times, values, growth, Between.LEFT_OPEN);
                assertThat(trend.change()).isNaN();
                assertThat(trend.outcome()).isEqualTo(Outcome.NO_RATIO);
            }
        }
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(";", -1))
                .mapToDouble(text -> text.equals("NA") ? MISSING : Double.parseDouble(text))
                .toArray();
    }

    @Test
    void doublingInTwoYearsByEye() {
        Trend trend = Trend.of(
                new double[] {2020, 2021, 2022},
                new double[] {1, MISSING, 2},
                Growth.COMPOUND_ANNUAL,
                Between.LEFT_OPEN);
        assertThat(trend.change()).isCloseTo(Math.sqrt(2) - 1, within(1e-15));
        assertThat(trend.availability()).isEqualTo(2 / 3.0);
        assertThat(trend.first()).isEqualTo(2020);
        assertThat(trend.latest()).isEqualTo(2022);
    }

    @Test
    void interpolationAddsPointsToTheLineBetweenTheEndsOnly() {
        double[] times = {0, 1, 3, 4, 5};
        double[] values = {1, MISSING, 7, 3, MISSING};
        // 3 is put in at 1: the line through (0,1), (1,3), (3,7), (4,3) has slope 0.8 and starts at 1.9.
        Trend linear = Trend.of(times, values, Growth.PERCENTAGE, Between.LINEAR);
        assertThat(linear.change()).isCloseTo(100 * 0.8 / 1.9, within(1e-12));
        assertThat(linear.availability()).isEqualTo(0.6);
        assertThat(linear.latest()).isEqualTo(4);
        Trend open = Trend.of(times, values, Growth.PERCENTAGE, Between.LEFT_OPEN);
        assertThat(open.change()).isNotEqualTo(linear.change());
    }

    @Test
    void toNothingIsALossOfAllAndBelowItHasNoCompoundRate() {
        double[] times = {0, 1};
        assertThat(Trend.of(times, new double[] {5, 0}, Growth.COMPOUND_ANNUAL, Between.LEFT_OPEN)
                        .change())
                .isEqualTo(-1);
        assertThat(Trend.of(times, new double[] {5, -1}, Growth.COMPOUND_ANNUAL, Between.LEFT_OPEN)
                        .outcome())
                .isEqualTo(Outcome.NO_RATIO);
        assertThat(Trend.of(times, new double[] {5, -1}, Growth.PERCENTAGE, Between.LEFT_OPEN)
                        .change())
                .isCloseTo(-120, within(1e-12));
    }

    @Test
    void oneValueOrNoneIsTooFew() {
        double[] times = {0, 1};
        Trend one = Trend.of(times, new double[] {MISSING, 4}, Growth.PERCENTAGE, Between.LINEAR);
        assertThat(one).isEqualTo(new Trend(MISSING, 0.5, 1, 1, Outcome.TOO_FEW_VALUES));
        Trend none = Trend.of(times, new double[] {MISSING, MISSING}, Growth.PERCENTAGE, Between.LINEAR);
        assertThat(none).isEqualTo(new Trend(MISSING, 0, MISSING, MISSING, Outcome.TOO_FEW_VALUES));
    }

    @Test
    void anInfiniteValueIsRefused() {
        assertThatThrownBy(() -> Trend.of(
                        new double[] {0, 1},
                        new double[] {1, Double.POSITIVE_INFINITY},
                        Growth.PERCENTAGE,
                        Between.LEFT_OPEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 holds Infinity");
    }
}
