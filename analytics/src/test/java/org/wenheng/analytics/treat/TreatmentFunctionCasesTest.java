package org.wenheng.analytics.treat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wenheng.analytics.treat.Agreement.agree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.analytics.matrix.OrderStatistics;

/** COINr's functions on small columns: ties, missing values, noughts, outliers, infinities. */
class TreatmentFunctionCasesTest {
    private static final Transformation NONE = new Transformation.None();

    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    private record FunctionCase(String name, double[] input, double[] output, String extra) {}

    private static List<FunctionCase> cases(String function, String arguments) {
        Oracle table = Oracle.read("asem/12_edge/function_cases.csv");
        List<FunctionCase> cases = IntStream.range(0, table.rows().size())
                .filter(row -> table.texts("func").get(row).equals(function)
                        && table.texts("args").get(row).equals(arguments))
                .mapToObj(row -> new FunctionCase(
                        table.texts("input_name").get(row),
                        numbers(table.texts("input").get(row)),
                        numbers(table.texts("output").get(row)),
                        table.texts("extra").get(row)))
                .toList();
        assertThat(cases).hasSize(17);
        return cases;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.isEmpty() ? new String[0] : text.split(";", -1))
                .mapToDouble(number ->
                        number.equals("NA") ? Double.NaN : Double.parseDouble(number.replace("Inf", "Infinity")))
                .toArray();
    }

    private static void drawsInLike(String arguments, Winsorise treatment, List<String> otherwise) {
        for (FunctionCase given : cases("winsorise", arguments)) {
            if (otherwise.contains(given.name())) {
                continue;
            }
            if (given.name().equals("inf")) {
                assertThatThrownBy(() -> treatment.treat(given.input())).hasMessageContaining("Row 2 holds Infinity");
            } else if (given.output().length == 0) {
                assertThat(treatment.treat(given.input()).values()).isEqualTo(given.input());
            } else {
                agree(given.name(), treatment.treat(given.input()).values(), given.output());
                assertThat(given.extra())
                        .startsWith("nwin=" + treatment.fitted(given.input()).drawnIn() + ";");
            }
        }
    }

    @Test
    void drawsInTheSameValuesAndLeavesAloneWhereItStops() {
        drawsInLike("na.rm=TRUE,winmax=5", new Winsorise(2, 3.5, 5, false, NONE, false), List.of());
        drawsInLike("na.rm=TRUE,winmax=1", new Winsorise(2, 3.5, 1, false, NONE, false), List.of());
        drawsInLike(
                "na.rm=TRUE,winmax=NULL,skew_thresh=1,kurt_thresh=1",
                new Winsorise(1, 1, Winsorise.NO_LIMIT, false, NONE, false),
                List.of());
    }

    @Test
    void forcedDrawsInTheSameValuesExceptThatThreeValuesHaveNoShape() {
        Winsorise forced = new Winsorise(2, 3.5, 2, true, NONE, false);
        drawsInLike("na.rm=TRUE,winmax=2,force_win=TRUE", forced, List.of("tiny", "huge"));
        // There all three values become one, and the column says nothing any more.
        double[] three = {1e12, 3e12, 2e12};
        assertThat(forced.treat(three).values()).isEqualTo(three);
    }

    private static void followsTheCurveOf(
            String function, String arguments, Transformation transformation, List<String> withoutCurve) {
        for (FunctionCase given : cases(function, arguments)) {
            OrderStatistics there = OrderStatistics.of(given.input());
            if (List.of("inf", "allna").contains(given.name())) {
                continue;
            }
            Optional<Settled> curve = transformation.fitted(
                    there.least(), there.greatest(), Moments.of(given.input()).skewness());
            assertThat(curve.isEmpty()).as(given.name()).isEqualTo(withoutCurve.contains(given.name()));
            curve.ifPresent(
                    settled -> agree(given.name(), settled.treat(given.input()).values(), given.output()));
        }
    }

    @Test
    void curvesAgreeAndAConstantColumnHasNone() {
        followsTheCurveOf("log_CT", "na.rm=TRUE", new Transformation.LogOfRange(), List.of("const", "one"));
        followsTheCurveOf("log_CT_orig", "na.rm=TRUE", new Transformation.LogFromOne(), List.of());
        followsTheCurveOf("boxcox", "lambda=0,na.rm=TRUE", new Transformation.BoxCox(0, true), List.of());
        followsTheCurveOf("boxcox", "lambda=0.5,na.rm=TRUE", new Transformation.BoxCox(0.5, true), List.of());
    }

    @Test
    void powerOfValuesBelowNoughtDoesNotRiseAndIsNotTaken() {
        followsTheCurveOf(
                "boxcox",
                "lambda=2,makepos=FALSE",
                new Transformation.BoxCox(2, false),
                List.of("neg", "allneg", "outlo"));
    }

    @Test
    void logarithmBySkewnessAgreesAndColumnsWithoutSkewnessTakeTheMirror() {
        for (FunctionCase given : cases("log_CT_plus", "na.rm=TRUE")) {
            if (given.output().length > 0) {
                OrderStatistics there = OrderStatistics.of(given.input());
                Settled curve = new Transformation.LogOfRangeBySkewness()
                        .fitted(
                                there.least(),
                                there.greatest(),
                                Moments.of(given.input()).skewness())
                        .orElseThrow();
                agree(given.name(), curve.treat(given.input()).values(), given.output());
                assertThat(given.extra().contains("log_CT_neg"))
                        .isEqualTo(curve.how(there.least()).equals("log-mirrored"));
            }
        }
    }

    @Test
    void logarithmOfTheInnovationIndexIsTakenWhereThePublishedFunctionReturnsItsInput() {
        // From 0 to the logarithm of the highest value: Global Innovation Index 2020, appendix IV.
        Settled curve =
                new Transformation.LogOfInnovationIndex(1).fitted(3, 11, 0).orElseThrow();
        assertThat(curve.of(3)).isEqualTo(0);
        assertThat(curve.of(7)).isEqualTo(Math.log(6));
        assertThat(curve.of(11)).isEqualTo(Math.log(11));
        assertThat(new Transformation.LogOfInnovationIndex(1).fitted(0, 0.9, 0)).isEmpty();
        assertThat(new Transformation.LogOfInnovationIndex(100).fitted(0, 0.9, 0))
                .isPresent();
    }
}
