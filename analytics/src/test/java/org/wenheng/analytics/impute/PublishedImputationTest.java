package org.wenheng.analytics.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.impute.Imputed.Filled;
import org.wenheng.analytics.impute.Interpolation.Between;
import org.wenheng.analytics.impute.Surroundings.Column;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Direction;

/** Agreement with COINr's imputation of 51 countries by 49 indicators, and of a panel of five years with gaps. */
class PublishedImputationTest {
    private static final double RELATIVE = 1e-9;

    private static List<String> indicators(Oracle table) {
        return table.header().stream()
                .filter(name -> !List.of("uCode", "Time").contains(name))
                .toList();
    }

    private static void agree(Matrix found, Oracle published, List<String> indicators) {
        for (int column = 0; column < indicators.size(); column++) {
            double[] expected = published.numbers(indicators.get(column));
            for (int row = 0; row < expected.length; row++) {
                double own = found.at(row, column);
                boolean same = Double.isNaN(expected[row])
                        ? Double.isNaN(own)
                        : Math.abs(own - expected[row]) <= RELATIVE * Math.abs(expected[row]);
                assertThat(same)
                        .as("%s, row %d: %s for %s", indicators.get(column), row, own, expected[row])
                        .isTrue();
            }
        }
    }

    private static Matrix filled(Matrix values, Imputation rule, Surroundings surroundings) {
        return Imputed.matrix(
                values.rows(), Imputation.imputeAll(values, Collections.nCopies(values.columns(), rule), surroundings));
    }

    private static Surroundings countries(String group, boolean byPillar) {
        Oracle before = Oracle.read("asem/01_default/02_denominated.csv");
        Oracle input = Oracle.read("asem/00_input/asem_iData.csv");
        Oracle meta = Oracle.read("asem/00_input/asem_iMeta.csv");
        List<String> groups = before.texts("uCode").stream()
                .map(code -> input.texts(group).get(input.texts("uCode").indexOf(code)))
                .toList();
        List<Column> columns = indicators(before).stream()
                .map(code -> meta.texts("iCode").indexOf(code))
                .map(row -> new Column(
                        byPillar ? meta.texts("Parent").get(row) : "all",
                        meta.texts("Direction").get(row).equals("1")
                                ? Direction.HIGHER_IS_BETTER
                                : Direction.LOWER_IS_BETTER))
                .toList();
        return new Surroundings(new PeerGroups(groups), columns, Panel.onePeriod(groups.size()));
    }

    private static void imputedIs(String file, Imputation rule, Surroundings surroundings) {
        Oracle before = Oracle.read("asem/01_default/02_denominated.csv");
        List<String> indicators = indicators(before);
        agree(filled(before.matrix(indicators), rule, surroundings), Oracle.read(file), indicators);
    }

    @Test
    void nothingImputedAgrees() {
        imputedIs("asem/05_impute/disabled.csv", new NoImputation(), countries("GDP_group", false));
    }

    @Test
    void meanAndMedianOfTheColumnAgree() {
        Surroundings countries = countries("GDP_group", false);
        imputedIs("asem/05_impute/mean.csv", new ColumnCentre(Centre.MEAN), countries);
        imputedIs("asem/05_impute/col_mean_normfirst.csv", new ColumnCentre(Centre.MEAN), countries);
        imputedIs("asem/05_impute/median.csv", new ColumnCentre(Centre.MEDIAN), countries);
    }

    @Test
    void meanOfThePeerGroupAgrees() {
        GroupCentre mean = new GroupCentre(Centre.MEAN, 1);
        imputedIs("asem/01_default/03_imputed.csv", mean, countries("EurAsia_group", false));
        imputedIs("asem/05_impute/mean_grp.csv", mean, countries("EurAsia_group", false));
        imputedIs("asem/05_impute/mean_grp_GDP.csv", mean, countries("GDP_group", false));
    }

    @Test
    void meanOfTheOtherIndicatorsAgrees() {
        imputedIs("asem/05_impute/row_mean.csv", new RowCentre(Centre.MEAN, true), countries("GDP_group", false));
        imputedIs("asem/05_impute/row_mean_L2.csv", new RowCentre(Centre.MEAN, true), countries("GDP_group", true));
        imputedIs(
                "asem/05_impute/row_mean_L2_nonorm.csv",
                new RowCentre(Centre.MEAN, false),
                countries("GDP_group", true));
    }

    @Test
    void smallGroupsAgreeAndARowWithoutAGroupStaysMissing() {
        Oracle table = Oracle.read("asem/12_edge/impute_grp.csv");
        Matrix values = table.matrix(List.of("x"));
        Surroundings groups = new Surroundings(
                new PeerGroups(table.texts("f")), Surroundings.none(7, 1).columns(), Panel.onePeriod(7));
        Imputed mean = new GroupCentre(Centre.MEAN, 1).impute(values, 0, groups);
        assertThat(mean.values()).containsExactly(table.numbers("i_mean_grp"));
        assertThat(mean.left()).singleElement().satisfies(left -> {
            assertThat(left.row()).isEqualTo(6);
            assertThat(left.reason().english()).isEqualTo("the region has no peer group");
        });
        assertThat(new GroupCentre(Centre.MEDIAN, 1).impute(values, 0, groups).values())
                .containsExactly(table.numbers("i_median_grp"));
    }

    @Test
    void smallColumnsAgree() {
        Oracle table = Oracle.read("asem/12_edge/function_cases.csv");
        for (int row = 0; row < table.rows().size(); row++) {
            String function = table.texts("func").get(row);
            if (List.of("i_mean", "i_median").contains(function)
                    && !table.texts("input_name").get(row).equals("inf")) {
                double[] input = numbers(table.texts("input").get(row));
                Centre centre = function.equals("i_mean") ? Centre.MEAN : Centre.MEDIAN;
                assertThat(new ColumnCentre(centre)
                                .impute(Matrix.ofColumns(input.length, input), 0, Surroundings.none(input.length, 1))
                                .values())
                        .as(function + " of " + table.texts("input_name").get(row))
                        .containsExactly(numbers(table.texts("output").get(row)));
            }
        }
    }

    private static double[] numbers(String text) {
        return java.util.Arrays.stream(text.split(";"))
                .mapToDouble(number -> number.startsWith("N") ? Double.NaN : Double.parseDouble(number))
                .toArray();
    }

    private static Surroundings panel(Oracle table) {
        int rows = table.rows().size();
        Surroundings none = Surroundings.none(rows, indicators(table).size());
        int[] years = table.texts("Time").stream().mapToInt(Integer::parseInt).toArray();
        return new Surroundings(none.groups(), none.columns(), new Panel(table.texts("uCode"), years));
    }

    private static void panelIs(String input, String file, Imputation rule) {
        Oracle before = Oracle.read(input);
        Oracle after = Oracle.read(file);
        assertThat(after.texts("uCode")).isEqualTo(before.texts("uCode"));
        assertThat(after.texts("Time")).isEqualTo(before.texts("Time"));
        List<String> indicators = indicators(before);
        agree(filled(before.matrix(indicators), rule, panel(before)), after, indicators);
    }

    private static void sourceYearsAre(String file, Imputation rule) {
        Oracle before = Oracle.read("asem/05_impute/panel_gaps_input.csv");
        Oracle years = Oracle.read(file);
        List<String> keys = keys(years);
        List<String> indicators = indicators(before);
        Matrix values = before.matrix(indicators);
        for (int column = 0; column < indicators.size(); column++) {
            double[] published = years.numbers(indicators.get(column));
            double[] own = before.numbers("Time");
            Imputed imputed = rule.impute(values, column, panel(before));
            imputed.filled().forEach(filled -> own[filled.row()] = sourceYear(filled));
            imputed.left().forEach(left -> own[left.row()] = Double.NaN);
            List<String> ownKeys = keys(before);
            assertThat(own)
                    .containsExactly(ownKeys.stream()
                            .mapToDouble(key -> published[keys.indexOf(key)])
                            .toArray());
        }
    }

    private static double sourceYear(Filled filled) {
        return filled.source() instanceof Source.Periods periods ? periods.first() : Double.NaN;
    }

    private static List<String> keys(Oracle table) {
        List<String> years = table.texts("Time");
        List<String> codes = table.texts("uCode");
        return IntStream.range(0, years.size())
                .mapToObj(row -> years.get(row) + codes.get(row))
                .toList();
    }

    @Test
    void lastValueAndItsYearAgree() {
        String gaps = "asem/05_impute/panel_gaps_input.csv";
        panelIs(gaps, "asem/05_impute/panel_latest.csv", new LastValue(LastValue.NO_LIMIT));
        sourceYearsAre("asem/05_impute/panel_latest_source_year.csv", new LastValue(LastValue.NO_LIMIT));
        for (int within = 1; within <= 2; within++) {
            panelIs(gaps, "asem/05_impute/panel_latest_max" + within + ".csv", new LastValue(within));
            sourceYearsAre("asem/05_impute/panel_latest_max" + within + "_source_year.csv", new LastValue(within));
        }
    }

    @Test
    void stepAgrees() {
        panelIs(
                "asem/05_impute/panel_gaps_input.csv",
                "asem/05_impute/panel_constant.csv",
                new Interpolation(Between.STEP));
    }

    @Test
    void lineAgrees() {
        panelIs(
                "asem/05_impute/panel_gaps_input_linear.csv",
                "asem/05_impute/panel_linear.csv",
                new Interpolation(Between.LINE));
    }

    @Test
    void lineThroughASeriesOfOneValueIsThatValueWhereThePublishedFunctionStops() {
        Oracle gaps = Oracle.read("asem/05_impute/panel_gaps_input.csv");
        // The published input has such series filled in beforehand, and one more value of CO2.
        List<String> indicators =
                indicators(gaps).stream().filter(name -> !name.equals("CO2")).toList();
        Surroundings panel = panel(gaps);
        agree(
                filled(
                        gaps.matrix(indicators),
                        new Interpolation(Between.LINE),
                        new Surroundings(panel.groups(), panel.columns().subList(0, indicators.size()), panel.panel())),
                Oracle.read("asem/05_impute/panel_linear.csv"),
                indicators);
    }
}
