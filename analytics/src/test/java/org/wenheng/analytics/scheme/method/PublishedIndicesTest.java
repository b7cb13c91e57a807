package org.wenheng.analytics.scheme.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.analytics.scheme.method.Direction.HIGHER_IS_BETTER;
import static org.wenheng.analytics.scheme.method.Direction.LOWER_IS_BETTER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.ColumnPoints;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.composite.Reference;

/** Two published indices made again from their published components. */
class PublishedIndicesTest {
    private static final PointRange ONE = new PointRange(0, 1);

    private static double rounded(double value, int decimals) {
        return Double.isNaN(value)
                ? value
                : new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
    }

    private static PointMethod posts(double lower, double upper, Goalposts.Spacing spacing) {
        return new Goalposts(lower, upper, spacing, ONE, Beyond.CLIP, HIGHER_IS_BETTER);
    }

    private static final PointMethod LIFE = posts(20, 85, Goalposts.Spacing.LINEAR);
    private static final PointMethod EXPECTED_SCHOOLING = posts(0, 18, Goalposts.Spacing.LINEAR);
    private static final PointMethod MEAN_SCHOOLING = posts(0, 15, Goalposts.Spacing.LINEAR);
    private static final PointMethod INCOME = posts(100, 75_000, Goalposts.Spacing.LOGARITHMIC);

    /** UNDP, Human Development Report 2021/22, Technical note 1. */
    private static double humanDevelopment(double life, double expected, double mean, double income) {
        double education = (EXPECTED_SCHOOLING.points(expected) + MEAN_SCHOOLING.points(mean)) / 2;
        return Math.cbrt(LIFE.points(life) * education * INCOME.points(income));
    }

    @Test
    void humanDevelopmentIndexOfEveryCountryAndYearIsThePublishedOne() {
        Oracle table = Oracle.read("hdi/HDR21-22_Composite_indices_complete_time_series.csv");
        int compared = 0;
        for (int year = 1990; year <= 2021; year++) {
            double[] published = table.numbers("hdi_" + year);
            double[] life = table.numbers("le_" + year);
            double[] expected = table.numbers("eys_" + year);
            double[] mean = table.numbers("mys_" + year);
            double[] income = table.numbers("gnipc_" + year);
            for (int row = 0; row < published.length; row++) {
                if (!Double.isNaN(published[row])) {
                    assertThat(rounded(humanDevelopment(life[row], expected[row], mean[row], income[row]), 3))
                            .as("%s %d", table.texts("country").get(row), year)
                            .isEqualTo(published[row]);
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(5571);
    }

    @Test
    void ranksOfTheRoundedHumanDevelopmentIndexAreThePublishedOnes() {
        Oracle table = Oracle.read("hdi/HDR21-22_Composite_indices_complete_time_series.csv");
        double[] published = table.numbers("hdi_rank_2021");
        double[] index = table.numbers("hdi_2021");
        double[] ranked = new double[index.length];
        for (int row = 0; row < index.length; row++) {
            ranked[row] = Double.isNaN(published[row]) ? Double.NaN : index[row];
        }
        int countries = (int)
                Arrays.stream(ranked).filter(value -> !Double.isNaN(value)).count();
        assertThat(countries).isEqualTo(191);
        // Ties share the better rank, so from the worst upwards they take the highest place.
        Scale places = new Rank(Ties.HIGHEST, HIGHER_IS_BETTER).fitted(ranked);
        for (int row = 0; row < index.length; row++) {
            if (!Double.isNaN(ranked[row])) {
                assertThat(countries + 1 - places.points(ranked[row])).isEqualTo(published[row]);
            }
        }
    }

    /** The columns of a theme without their prefix. */
    private static final List<List<String>> THEMES = List.of(
            List.of("POV", "UNEMP", "PCI", "NOHSDP"),
            List.of("AGE65", "AGE17", "DISABL", "SNGPNT"),
            List.of("MINRTY", "LIMENG"),
            List.of("MUNIT", "MOBILE", "CROWD", "NOVEH", "GROUPQ"));

    /** A column in which −999 is a missing value. */
    private static double[] column(Oracle table, String name) {
        return Arrays.stream(table.numbers(name))
                .map(value -> value == -999 ? Double.NaN : value)
                .toArray();
    }

    private static double[] percentiles(double[] values, Method method) {
        double[] points = ColumnPoints.of(values, method, new Reference.AllRegions(), PeerGroups.none(values.length))
                .points();
        return Arrays.stream(points).map(value -> rounded(value, 4)).toArray();
    }

    /** A county without one of the parts has no sum. */
    private static double[] sums(List<double[]> parts) {
        double[] sums = new double[parts.get(0).length];
        for (int row = 0; row < sums.length; row++) {
            double sum = 0;
            for (double[] part : parts) {
                sum += part[row];
            }
            sums[row] = rounded(sum, 4);
        }
        return sums;
    }

    /**
     * CDC/ATSDR, SVI 2018 Documentation. Vulnerable is what is high, but for income per head: 1 − percentile, which is ties
     * taking the highest place.
     */
    @Test
    void socialVulnerabilityIndexOfEveryCountyIsThePublishedOne() {
        Oracle table = Oracle.read("svi/SVI_2018_US_county.csv");
        Method percentile = new PercentileRank(Ties.LOWEST, ONE, HIGHER_IS_BETTER);
        Method inverse = new PercentileRank(Ties.HIGHEST, ONE, LOWER_IS_BETTER);
        int compared = 0;
        List<double[]> themeSums = new ArrayList<>();
        for (int theme = 1; theme <= THEMES.size(); theme++) {
            List<double[]> parts = new ArrayList<>();
            for (String part : THEMES.get(theme - 1)) {
                double[] found = percentiles(column(table, "EP_" + part), part.equals("PCI") ? inverse : percentile);
                assertThat(found).as(part).containsExactly(column(table, "EPL_" + part));
                compared += (int) Arrays.stream(found)
                        .filter(value -> !Double.isNaN(value))
                        .count();
                parts.add(found);
            }
            double[] sums = sums(parts);
            assertThat(sums).as("theme %d", theme).containsExactly(column(table, "SPL_THEME" + theme));
            assertThat(percentiles(sums, percentile)).containsExactly(column(table, "RPL_THEME" + theme));
            themeSums.add(sums);
        }
        double[] total = sums(themeSums);
        assertThat(total).containsExactly(column(table, "SPL_THEMES"));
        assertThat(percentiles(total, percentile)).containsExactly(column(table, "RPL_THEMES"));
        assertThat(compared).isEqualTo(47_127);
    }
}
