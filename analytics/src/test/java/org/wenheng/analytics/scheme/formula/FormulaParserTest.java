package org.wenheng.analytics.scheme.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.scheme.formula.Formula.Fault;
import org.wenheng.analytics.scheme.formula.Quantity.State;

class FormulaParserTest {
    private static final Set<String> ELEMENTS = Set.of("A", "B", "FILM_DONE", "N_VIL");

    /** A = 6, B = 4; the period before is 1 less, the year to date ten times as much; May. */
    private static final Situation SITUATION = new Situation() {
        @Override
        public Quantity element(String code, Reach reach) {
            double value =
                    Map.of("A", 6.0, "B", 4.0, "FILM_DONE", 5.0, "N_VIL", 10.0).getOrDefault(code, 0.0);
            return switch (reach) {
                case PERIOD -> Quantity.of(value);
                case PREVIOUS -> Quantity.of(value - 1);
                case YEAR_TO_DATE -> Quantity.of(value * 10);
            };
        }

        @Override
        public int months() {
            return 5;
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A + B * 2 | 14",
                "(A + B) * 2 | 20",
                "A - B - 1 | 1",
                "A / B / 2 | 0.75",
                "-A + B | -2",
                "min(A, B, 5) | 4",
                "max(A, B) | 6",
                "A / previous(A) * 100 - 100 | 20",
                "ytd(FILM_DONE) / (N_VIL * months) * 100 | 100",
                "12.5 | 12.5"
            })
    void formulaHasTheValueOfArithmetic(String text, double expected) {
        Formula.Parsed parsed = FormulaParser.parse(text, ELEMENTS);
        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.formula().evaluate(SITUATION).value())
                .isEqualTo(expected, org.assertj.core.data.Offset.offset(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A + | 4 | Expected an element code, a number or a bracket but found the end",
                "A B | 3 | Expected an operator or the end but found \"B\"",
                "(A + B | 7 | Expected \")\" but found the end",
                "A × B | 3 | Expected an operator or the end but found \"×\"",
                "A / FILM_DON | 5 | There is no element \"FILM_DON\" (did you mean \"FILM_DONE\"?)",
                "previous(3) | 10 | Expected an element code but found \"3\"",
                "min(A) | 6 | Expected \",\" but found \")\"",
                "1.2.3 | 1 | \"1.2.3\" is not a number"
            })
    void faultNamesItsColumn(String text, int column, String english) {
        Formula.Parsed parsed = FormulaParser.parse(text, ELEMENTS);
        assertThat(parsed.faults())
                .extracting(Fault::column, Fault::english)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(column, english));
    }

    @Test
    void allUnknownElementsAreNamed() {
        assertThat(FormulaParser.parse("X + Y / A", ELEMENTS).faults()).hasSize(2);
    }

    @Test
    void elementsStandInOrderOfFirstOccurrence() {
        assertThat(FormulaParser.parse("B / A + ytd(B)", ELEMENTS).formula().elements())
                .containsExactly("B", "A");
    }

    @Test
    void zeroDenominatorIsNoNumber() {
        assertThat(FormulaParser.parse("A / (B - 4)", ELEMENTS)
                        .formula()
                        .evaluate(SITUATION)
                        .state())
                .isEqualTo(State.ZERO_DENOMINATOR);
    }

    @Test
    void notApplicableTermAddsNothingButDividesNothing() {
        Quantity none = Quantity.without(State.NOT_APPLICABLE);
        Quantity three = Quantity.of(3);
        assertThat(three.plus(none)).isEqualTo(three);
        assertThat(none.plus(three)).isEqualTo(three);
        assertThat(three.larger(none)).isEqualTo(three);
        assertThat(three.minus(none).state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(three.dividedBy(none).state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(none.plus(none).state()).isEqualTo(State.NOT_APPLICABLE);
    }

    @Test
    void missingTermMakesTheSumMissing() {
        Quantity missing = Quantity.without(State.NOT_REPORTED);
        assertThat(Quantity.of(3).plus(missing).state()).isEqualTo(State.NOT_REPORTED);
        assertThat(missing.plus(Quantity.without(State.NOT_APPLICABLE)).state()).isEqualTo(State.NOT_REPORTED);
    }
}
