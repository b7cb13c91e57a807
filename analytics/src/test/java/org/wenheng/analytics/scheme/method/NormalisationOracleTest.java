package org.wenheng.analytics.scheme.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.method.Direction.HIGHER_IS_BETTER;
import static org.wenheng.analytics.scheme.method.Direction.LOWER_IS_BETTER;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.ColumnPoints;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.composite.Reference;

/** The 49 indicators of the ASEM example, 14 of them lower is better, against every normalisation of COINr 1.1.14. */
class NormalisationOracleTest {
    private static final PointRange ONE = new PointRange(0, 1);

    /** An indicator of the example: which way it goes, and the row of the table of indicators. */
    private record Meta(String code, Direction direction, int row) {}

    private static List<Meta> indicators(Oracle table) {
        List<String> types = table.texts("Type");
        List<String> codes = table.texts("iCode");
        List<String> directions = table.texts("Direction");
        return IntStream.range(0, types.size())
                .filter(row -> types.get(row).equals("Indicator"))
                .mapToObj(row -> new Meta(
                        codes.get(row), directions.get(row).equals("-1") ? LOWER_IS_BETTER : HIGHER_IS_BETTER, row))
                .toList();
    }

    private static List<Meta> indicators() {
        return indicators(Oracle.read("asem/00_input/asem_iMeta.csv"));
    }

    private static double[] points(Method method, double[] values) {
        return ColumnPoints.of(values, method, new Reference.AllRegions(), PeerGroups.none(values.length))
                .points();
    }

    private static void assertNear(double[] found, double[] expected, String what) {
        assertThat(found).as(what).hasSameSizeAs(expected);
        for (int row = 0; row < found.length; row++) {
            assertThat(found[row])
                    .as("%s, row %d", what, row)
                    .isEqualTo(
                            expected[row],
                            within(Math.abs(expected[row]) > 1 ? 1e-12 * Math.abs(expected[row]) : 1e-12));
        }
    }

    /** Holds every indicator of the treated data against a table of the oracle. */
    private static void holds(String file, BiFunction<Direction, double[], Method> method) {
        Oracle treated = Oracle.read("asem/01_default/05_treated.csv");
        Oracle expected = Oracle.read("asem/02_normalise/" + file);
        assertThat(treated.texts("uCode")).isEqualTo(expected.texts("uCode"));
        List<Meta> indicators = indicators();
        assertThat(indicators).hasSize(49);
        for (Meta indicator : indicators) {
            double[] values = treated.numbers(indicator.code());
            assertNear(
                    points(method.apply(indicator.direction(), values), values),
                    expected.numbers(indicator.code()),
                    file + " " + indicator.code());
        }
    }

    private static void holds(String file, Function<Direction, Method> method) {
        holds(file, (direction, values) -> method.apply(direction));
    }

    @Test
    void minMaxAgrees() {
        holds("minmax_0_1.csv", direction -> new MinMax(ONE, direction));
        holds("minmax_1_100.csv", direction -> new MinMax(new PointRange(1, 100), direction));
    }

    @Test
    void zScoreAgrees() {
        holds("zscore_0_1.csv", direction -> new ZScore(0, 1, Clip.KEEP, direction));
    }

    @Test
    void rankAgreesWithBothRulesForTies() {
        holds("rank.csv", direction -> new Rank(Ties.LOWEST, direction));
        holds("rank_avgties.csv", direction -> new Rank(Ties.MEAN, direction));
    }

    @Test
    void bordaAgrees() {
        holds("borda.csv", Borda::new);
    }

    /** The tenth of the units in the order of their codes is Czechia. Where it is itself the worst, COINr divides by 0. */
    @Test
    void distanceToRegionAgreesAndIsDefinedWhereCoinrDividesByZero() {
        Oracle treated = Oracle.read("asem/01_default/05_treated.csv");
        assertThat(treated.texts("uCode").get(9)).isEqualTo("CZE");
        int defined = 0;
        for (Beyond beyond : Beyond.values()) {
            Oracle expected = Oracle.read(
                    "asem/02_normalise/" + (beyond == Beyond.CLIP ? "dist2ref_u10_cap.csv" : "dist2ref_u10.csv"));
            for (Meta indicator : indicators()) {
                double[] values = treated.numbers(indicator.code());
                Distance.Goal goal = new Distance.Given(values[9]);
                double[] found = points(new Distance(goal, ONE, beyond, indicator.direction()), values);
                double[] theirs = expected.numbers(indicator.code());
                if (Double.isNaN(theirs[9])) {
                    assertThat(found).as(indicator.code()).containsOnly(1);
                } else {
                    assertNear(found, theirs, beyond + " " + indicator.code());
                    defined++;
                }
            }
        }
        assertThat(defined).isEqualTo(2 * 48);
    }

    @Test
    void distanceToTargetAgreesOnRawDataWithMissingValues() {
        Oracle meta = Oracle.read("asem/00_input/asem_iMeta.csv");
        Oracle raw = Oracle.read("asem/01_default/01_raw.csv");
        for (Beyond beyond : Beyond.values()) {
            String file = beyond == Beyond.CLIP ? "dist2targ_raw_capTRUE.csv" : "dist2targ_raw_capFALSE.csv";
            Oracle expected = Oracle.read("asem/02_normalise/" + file);
            for (Meta indicator : indicators(meta)) {
                double target = meta.numbers("Target")[indicator.row()];
                Method method = new Distance(new Distance.Given(target), ONE, beyond, indicator.direction());
                assertNear(
                        points(method, raw.numbers(indicator.code())),
                        expected.numbers(indicator.code()),
                        file + " " + indicator.code());
            }
        }
    }

    @Test
    void goalpostsAgree() {
        Oracle meta = Oracle.read("asem/02_normalise/iMeta_goalposts.csv");
        double[] lower = meta.numbers("goalpost_lower");
        double[] upper = meta.numbers("goalpost_upper");
        Map<Direction, Integer> seen = new HashMap<>();
        Oracle treated = Oracle.read("asem/01_default/05_treated.csv");
        Oracle expected = Oracle.read("asem/02_normalise/goalposts_truncFALSE.csv");
        for (Meta indicator : indicators(meta)) {
            Method method = new Goalposts(
                    lower[indicator.row()],
                    upper[indicator.row()],
                    Goalposts.Spacing.LINEAR,
                    PointRange.HUNDRED,
                    Beyond.KEEP,
                    indicator.direction());
            double[] values = treated.numbers(indicator.code());
            assertNear(points(method, values), expected.numbers(indicator.code()), indicator.code());
            seen.merge(indicator.direction(), 1, Integer::sum);
        }
        assertThat(seen).containsEntry(HIGHER_IS_BETTER, 35).containsEntry(LOWER_IS_BETTER, 14);
    }

    @Test
    void eachIndicatorMayHaveItsOwnMethod() {
        Oracle treated = Oracle.read("asem/01_default/05_treated.csv");
        Oracle expected = Oracle.read("asem/02_normalise/indiv_specs.csv");
        for (Meta indicator : indicators()) {
            Direction direction = indicator.direction();
            Method method = switch (indicator.code()) {
                case "LPI" -> new ZScore(50, 10, Clip.KEEP, direction);
                case "CO2" -> new PercentileRank(Ties.LOWEST, ONE, direction);
                case "Flights" -> new MinMax(new PointRange(10, 90), direction);
                default -> new MinMax(PointRange.HUNDRED, direction);
            };
            assertNear(
                    points(method, treated.numbers(indicator.code())),
                    expected.numbers(indicator.code()),
                    indicator.code());
        }
    }

    @Test
    void fractionOfBestAgreesWhereHigherIsBetter() {
        Oracle treated = Oracle.read("asem/01_default/05_treated.csv");
        Oracle expected = Oracle.read("asem/02_normalise/fracmax.csv");
        int compared = 0;
        for (Meta indicator : indicators()) {
            double[] values = treated.numbers(indicator.code());
            boolean ratioScale = Arrays.stream(values).allMatch(value -> value >= 0);
            if (indicator.direction() == HIGHER_IS_BETTER && ratioScale) {
                double[] shares = Arrays.stream(points(new FractionOfBest(100, HIGHER_IS_BETTER), values))
                        .map(points -> points / 100)
                        .toArray();
                assertNear(shares, expected.numbers(indicator.code()), indicator.code());
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(33);
    }

    /** COINr negates the values before it divides by their maximum, which turns the order round. */
    @Test
    void fractionOfBestKeepsTheOrderThatCoinrInvertsWhereLowerIsBetter() {
        Oracle treated = Oracle.read("asem/01_default/05_treated.csv");
        Oracle coinr = Oracle.read("asem/02_normalise/fracmax.csv");
        int inverted = 0;
        int undefined = 0;
        for (Meta indicator : indicators()) {
            if (indicator.direction() == LOWER_IS_BETTER) {
                double[] values = treated.numbers(indicator.code());
                double[] ours = points(new FractionOfBest(100, LOWER_IS_BETTER), values);
                double[] theirs = coinr.numbers(indicator.code());
                assertThat(ours).as(indicator.code()).doesNotContain(Double.NaN).contains(100);
                if (Arrays.stream(theirs).anyMatch(value -> !Double.isFinite(value))) {
                    undefined++;
                    continue;
                }
                inverted++;
                for (int a = 0; a < values.length; a++) {
                    for (int b = 0; b < values.length; b++) {
                        if (values[a] < values[b]) {
                            assertThat(ours[a]).isGreaterThan(ours[b]);
                            assertThat(theirs[a]).isLessThan(theirs[b]);
                        }
                    }
                }
            }
        }
        assertThat(inverted).isEqualTo(11);
        assertThat(undefined).isEqualTo(3);
    }
}
