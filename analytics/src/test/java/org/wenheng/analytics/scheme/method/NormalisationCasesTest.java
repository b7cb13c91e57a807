package org.wenheng.analytics.scheme.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.method.Direction.HIGHER_IS_BETTER;
import static org.wenheng.analytics.scheme.method.Direction.LOWER_IS_BETTER;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.ColumnPoints;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.composite.Reference;

/** Small columns with ties, gaps, zeros, negative values, one value or none, against the functions of COINr 1.1.14. */
class NormalisationCasesTest {
    private static final PointRange ONE = new PointRange(0, 1);

    private static final Map<String, Method> METHODS = Map.ofEntries(
            Map.entry("n_minmax l_u=c(0,100)", new MinMax(PointRange.HUNDRED, HIGHER_IS_BETTER)),
            Map.entry("n_minmax l_u=c(1,100)", new MinMax(new PointRange(1, 100), HIGHER_IS_BETTER)),
            Map.entry("n_scaled npara=c(0,50),scale_factor=100", posts(0, 50, Beyond.KEEP, HIGHER_IS_BETTER)),
            Map.entry("n_zscore m_sd=c(0,1)", new ZScore(0, 1, Clip.KEEP, HIGHER_IS_BETTER)),
            Map.entry("n_zscore m_sd=c(10,2)", new ZScore(10, 2, Clip.KEEP, HIGHER_IS_BETTER)),
            Map.entry("n_rank ", new Rank(Ties.LOWEST, HIGHER_IS_BETTER)),
            Map.entry("n_rank ties.method='average'", new Rank(Ties.MEAN, HIGHER_IS_BETTER)),
            Map.entry("n_borda ", new Borda(HIGHER_IS_BETTER)),
            Map.entry("n_prank ", new PercentileRank(Ties.LOWEST, ONE, HIGHER_IS_BETTER)),
            Map.entry("n_dist2max ", new Distance(new Distance.Best(), ONE, Beyond.CLIP, HIGHER_IS_BETTER)),
            Map.entry("n_dist2targ targ=4", to(4, Beyond.KEEP, HIGHER_IS_BETTER)),
            Map.entry("n_dist2targ targ=4,cap_max=TRUE", to(4, Beyond.CLIP, HIGHER_IS_BETTER)),
            Map.entry("n_dist2targ targ=2,direction=-1,cap_max=TRUE", to(2, Beyond.CLIP, LOWER_IS_BETTER)),
            Map.entry("n_goalposts gposts=c(1,4,100)", posts(1, 4, Beyond.CLIP, HIGHER_IS_BETTER)),
            Map.entry("n_goalposts gposts=c(1,4,100),trunc2posts=FALSE", posts(1, 4, Beyond.KEEP, HIGHER_IS_BETTER)),
            Map.entry("n_goalposts gposts=c(1,4,100),direction=-1", posts(1, 4, Beyond.CLIP, LOWER_IS_BETTER)));

    private static Method to(double target, Beyond beyond, Direction direction) {
        return new Distance(new Distance.Given(target), ONE, beyond, direction);
    }

    /** The distance to the second value of the column, if there is one. */
    private static @Nullable Method toSecond(String function, double[] values) {
        boolean isThere = values.length > 1 && !Double.isNaN(values[1]);
        return isThere ? to(values[1], function.contains("cap") ? Beyond.CLIP : Beyond.KEEP, HIGHER_IS_BETTER) : null;
    }

    private static Method posts(double lower, double upper, Beyond beyond, Direction direction) {
        return new Goalposts(lower, upper, Goalposts.Spacing.LINEAR, PointRange.HUNDRED, beyond, direction);
    }

    private static double[] points(Method method, double[] values) {
        return ColumnPoints.of(values, method, new Reference.AllRegions(), PeerGroups.none(values.length))
                .points();
    }

    private static double[] vector(String text) {
        return Arrays.stream(text.split(";"))
                .mapToDouble(NormalisationCasesTest::number)
                .toArray();
    }

    private static double number(String text) {
        return switch (text) {
            case "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /**
     * Compares wherever the oracle has a finite number for every finite value. Where it has not (constant columns, one value,
     * infinities) or is wrong (a target that all have passed), the rule of the method holds; the tests below have it.
     */
    @Test
    void functionsAgreeWhereTheyAreDefined() {
        Oracle cases = Oracle.read("asem/12_edge/function_cases.csv");
        int compared = 0;
        for (int row = 0; row < cases.rows().size(); row++) {
            String function =
                    cases.texts("func").get(row) + " " + cases.texts("args").get(row);
            String input = cases.texts("input").get(row);
            boolean past = cases.texts("warning").get(row).startsWith("targ is");
            double[] values = vector(input);
            Method method = function.startsWith("n_dist2ref") ? toSecond(function, values) : METHODS.get(function);
            if (method != null && !input.contains("Inf") && !past) {
                double[] expected = vector(cases.texts("output").get(row));
                boolean defined = IntStream.range(0, values.length)
                        .allMatch(i -> Double.isNaN(values[i]) || Double.isFinite(expected[i]));
                double[] found = points(method, values);
                for (int i = 0; defined && i < values.length; i++) {
                    assertThat(found[i])
                            .as("%s of %s, place %d", function, input, i)
                            .isEqualTo(
                                    expected[i] + 0.0,
                                    within(Math.abs(expected[i]) > 1 ? 1e-9 * Math.abs(expected[i]) : 1e-9));
                }
                compared += defined ? 1 : 0;
            }
        }
        assertThat(compared).isEqualTo(254);
    }

    private static double alone(ComparingMethod method, double... column) {
        return method.fitted(column).points(column[0]);
    }

    @Test
    void constantColumnsAndSingleValuesHaveRulesWhereCoinrHasNotANumber() {
        for (double[] column : List.of(new double[] {4, 4, 4, 4, 4}, new double[] {4})) {
            int n = column.length;
            for (Direction direction : List.of(HIGHER_IS_BETTER, LOWER_IS_BETTER)) {
                assertThat(alone(new MinMax(ONE, direction), column)).isEqualTo(1);
                assertThat(alone(new ZScore(50, 10, Clip.KEEP, direction), column))
                        .isEqualTo(50);
                assertThat(alone(new Rank(Ties.LOWEST, direction), column)).isEqualTo(1);
                assertThat(alone(new Rank(Ties.MEAN, direction), column)).isEqualTo((n + 1) / 2.0);
                assertThat(alone(new Rank(Ties.HIGHEST, direction), column)).isEqualTo(n);
                assertThat(alone(new Borda(direction), column)).isZero();
                assertThat(alone(new PercentileRank(Ties.LOWEST, ONE, direction), column))
                        .isZero();
                assertThat(alone(new PercentileRank(Ties.MEAN, ONE, direction), column))
                        .isEqualTo(0.5);
                assertThat(alone(new PercentileRank(Ties.HIGHEST, ONE, direction), column))
                        .isEqualTo(1);
                assertThat(alone(new Distance(new Distance.Best(), ONE, Beyond.KEEP, direction), column))
                        .isEqualTo(1);
                assertThat(alone(new FractionOfBest(100, direction), column)).isEqualTo(100);
            }
        }
    }

    /** The mean of three times 0.1 is not 0.1 in binary; its deviation is above 0. */
    @Test
    void zScoreOfEqualFractionsIsTheMean() {
        assertThat(alone(new ZScore(50, 10, Clip.KEEP, HIGHER_IS_BETTER), 0.1, 0.1, 0.1))
                .isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        // All have passed the target: COINr gives them 0 and less.
        "2, LOWER_IS_BETTER, -1;-2;-3;-10, 1;1;1;1",
        "4, HIGHER_IS_BETTER, 7, 1",
        // The worst just reaches it, or the target is where nobody is: COINr divides by 0.
        "4, HIGHER_IS_BETTER, 4;4;4, 1;1;1",
        "1, HIGHER_IS_BETTER, 3;1;3;2, 1;1;1;1"
    })
    void distanceToGoalNoBetterThanTheWorstIsDefined(
            double target, Direction direction, String values, String expected) {
        assertThat(points(to(target, Beyond.KEEP, direction), vector(values))).containsExactly(vector(expected));
    }

    @Test
    void valueThatMissesAnEasyGoalEarnsTheLeast() {
        Scale scale = ((ComparingMethod) to(4, Beyond.KEEP, HIGHER_IS_BETTER)).fitted(new double[] {5, 6});
        assertThat(scale.points(4)).isEqualTo(1);
        assertThat(scale.points(3.9)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER_IS_BETTER, 5;10;0;-3, 50;100;0;0",
        "LOWER_IS_BETTER, 5;10;2.5, 50;25;100",
        "LOWER_IS_BETTER, 0;10;0;-0.0, 100;0;100;100",
        "HIGHER_IS_BETTER, -1;-2;-3, 100;0;0",
        "HIGHER_IS_BETTER, 0;0, 100;100"
    })
    void fractionOfBestIsDefinedForZeroAndBelow(Direction direction, String values, String expected) {
        assertThat(points(new FractionOfBest(100, direction), vector(values))).containsExactly(vector(expected));
    }

    @Test
    void fractionOfOlderBestMayExceedItUpToTheCap() {
        double[] then = {40, 50};
        assertThat(new FractionOfBest(120, HIGHER_IS_BETTER).fitted(then).points(55))
                .isEqualTo(110, within(1e-9));
        assertThat(new FractionOfBest(120, HIGHER_IS_BETTER).fitted(then).points(75))
                .isEqualTo(120);
        assertThat(new FractionOfBest(120, LOWER_IS_BETTER).fitted(then).points(0))
                .isEqualTo(120);
    }

    @Test
    void valueOutsideTheReferenceHasThePlaceItWouldTake() {
        double[] then = {10, 20, 20, 30};
        assertThat(new Rank(Ties.LOWEST, HIGHER_IS_BETTER).fitted(then).points(25))
                .isEqualTo(4);
        assertThat(new Rank(Ties.MEAN, HIGHER_IS_BETTER).fitted(then).points(25))
                .isEqualTo(3.5);
        assertThat(new Rank(Ties.HIGHEST, HIGHER_IS_BETTER).fitted(then).points(25))
                .isEqualTo(3);
        assertThat(new Rank(Ties.LOWEST, HIGHER_IS_BETTER).fitted(then).points(99))
                .isEqualTo(4);
        assertThat(new Rank(Ties.HIGHEST, LOWER_IS_BETTER).fitted(then).points(99))
                .isEqualTo(1);
        assertThat(new PercentileRank(Ties.LOWEST, ONE, LOWER_IS_BETTER)
                        .fitted(then)
                        .points(5))
                .isEqualTo(1);
        assertThat(new Borda(HIGHER_IS_BETTER).fitted(then).points(99)).isEqualTo(3);
    }

    @Test
    void infiniteReferenceIsRefusedWhereCoinrHasNotANumber() {
        assertThatThrownBy(() -> new ZScore(0, 1, Clip.KEEP, HIGHER_IS_BETTER)
                        .fitted(new double[] {1, 2, Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("infinite");
    }

    @Test
    void referenceWithoutAnyValueRefusesWhatIsToBeScored() {
        Scale scale = new MinMax(ONE, HIGHER_IS_BETTER).fitted(new double[] {Double.NaN});
        assertThatThrownBy(() -> scale.points(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no value to compare 3.0 with");
    }

    @Test
    void methodThatOrdersValuesNeedsDirection() {
        assertThatThrownBy(() -> new Borda(Direction.WITHIN_RANGE)).isInstanceOf(IllegalArgumentException.class);
    }
}
