package org.wenheng.analytics.scheme.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.scheme.formula.Formula.Fault;
import org.wenheng.analytics.scheme.formula.Quantity.State;

class FormulaParserTest {
    private static final Set<String> ELEMENTS = Set.of("A", "B", "FILM_DONE", "N_VIL");

    /** A = 6, B = 4; the period before is 1 less, the year to date ten times as much, a mean of n is n less; May. */
    private static final Situation SITUATION = new Situation() {
        @Override
        public Quantity element(String code, Reach reach) {
            double value =
                    Map.of("A", 6.0, "B", 4.0, "FILM_DONE", 5.0, "N_VIL", 10.0).getOrDefault(code, 0.0);
            return switch (reach.kind()) {
                case PERIOD -> Quantity.of(value);
                case PREVIOUS -> Quantity.of(value - 1);
                case YEAR_TO_DATE -> Quantity.of(value * 10);
                case MEAN_OF_LAST -> Quantity.of(value - reach.periods());
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
                "A - -B | 10",
                "-(A + B) * 2 | -20",
                "2 - -(-A) | -4",
                "min(A, B, 5) | 4",
                "max(A, B) | 6",
                "max(1, A, B, 2 * B, 3) | 8",
                "min(max(A, B), 5) | 5",
                "A × B ÷ 8 − 1 | 2",
                "（A ＋ B）＊2／（A － B） | 10",
                "min（A，B） | 4",
                "mean(A, 3) | 3",
                "A / mean(A, 2) | 1.5",
                "mean（A，12）+ 1 | -5",
                "A\u3000+\u00a0B | 10",
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
                "A % B | 3 | Expected an operator or the end but found \"%\"",
                "A + × B | 5 | Expected an element code, a number or a bracket but found \"×\"",
                "A + 常住人口 | 5 | There is no element \"常住人口\"",
                "A + B) | 6 | Expected an operator or the end but found \")\"",
                "A) + B | 2 | Expected an operator or the end but found \")\"",
                "A, B | 2 | Expected an operator or the end but found \",\"",
                "() | 2 | Expected an element code, a number or a bracket but found \")\"",
                "a / B | 1 | There is no element \"a\" (did you mean \"A\"?)",
                "A / month | 5 | There is no element \"month\" (did you mean \"months\"?)",
                "Min(A, B) | 1 | There is no function \"Min\" (did you mean \"min\"?); expected one of: previous, ytd, mean, min, max",
                "avg(A, B) | 1 | There is no function \"avg\" ; expected one of: previous, ytd, mean, min, max",
                "previous A | 10 | Expected \"(\" but found \"A\"",
                "ytd(previous(A)) | 5 | Expected an element code but found \"previous\"",
                "ytd(A + B) | 7 | Expected \")\" but found \"+\"",
                "mean(A) | 7 | Expected \",\" but found \")\"",
                "mean(A, B) | 9 | Expected a number of periods but found \"B\"",
                "mean(A, 2.5) | 9 | The number of periods is a whole number from 1 to 120",
                "mean(A, 0) | 9 | The number of periods is a whole number from 1 to 120",
                "A / 0 | 5 | The divisor is 0",
                "A / (0) | 5 | The divisor is 0",
                "2000000000000000 | 1 | The number \"2000000000000000\" is too large (at most 1e15)",
                "A + 😀 | 5 | Expected an element code, a number or a bracket but found \"😀\"",
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
    void allFaultsAreSaidAtOnceInTheirOrder() {
        assertThat(FormulaParser.parse("FILM_DON * / (A % B + avg(N_VILL) + 1.2.3", ELEMENTS)
                        .faults())
                .extracting(Fault::column)
                .containsExactly(1, 12, 17, 23, 27, 37, 42);
    }

    @Test
    void emptyFormulaIsFault() {
        assertThat(FormulaParser.parse("", ELEMENTS).faults())
                .extracting(Fault::column, Fault::chinese)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "此处应为数据元代码、数或左括号,却是结尾"));
    }

    @Test
    void longAndDeepTextsAreFaults() {
        assertThat(FormulaParser.parse("A+".repeat(1000) + "A", ELEMENTS).faults())
                .extracting(Fault::english)
                .containsExactly("A formula has at most 2000 characters");
        assertThat(FormulaParser.parse("(".repeat(200) + "A" + ")".repeat(200), ELEMENTS)
                        .faults())
                .extracting(Fault::english)
                .containsExactly("Nested more than 100 deep");
        assertThat(FormulaParser.parse("-".repeat(1999) + "A", ELEMENTS).faults())
                .hasSize(1);
    }

    @Test
    void formulasThatSayTheSameAreEqualHoweverTheyAreWritten() {
        Formula plain = FormulaParser.parse("(A+B)*2/mean(A,3)", ELEMENTS).formula();
        assertThat(FormulaParser.parse("（A + B）× 2.0 ÷ mean（A， 3）", ELEMENTS).formula())
                .isEqualTo(plain);
        assertThat(FormulaParser.parse("(A+B)*2/mean(A,4)", ELEMENTS).formula()).isNotEqualTo(plain);
    }

    /** Texts made of pieces of formulas, and texts of any characters: each is a formula with a value, or has faults. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTextMakesTheParserThrow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5000; i++) {
            String text = random.nextBoolean() ? ofPieces(random) : ofCharacters(random);
            Formula.Parsed parsed = FormulaParser.parse(text, ELEMENTS);
            if (parsed.faults().isEmpty()) {
                assertThat(parsed.formula().evaluate(SITUATION).state())
                        .as(text)
                        .isNotNull();
                assertThat(ELEMENTS).as(text).containsAll(parsed.formula().elements());
            } else {
                assertThat(parsed.faults()).as(text).extracting(Fault::column).isSorted();
                assertThat(parsed.faults())
                        .as(text)
                        .allSatisfy(fault ->
                                assertThat(fault.column()).isBetween(1, text.codePointCount(0, text.length()) + 1));
            }
        }
    }

    private static final List<String> PIECES = List.of(
            "A",
            "B",
            "X",
            "FILM_DONE",
            "months",
            "previous(",
            "ytd(",
            "mean(",
            "min(",
            "max(",
            "(",
            ")",
            "（",
            "）",
            ",",
            "，",
            "+",
            "-",
            "−",
            "*",
            "×",
            "/",
            "÷",
            "2",
            "0.5",
            "12",
            ".",
            " ",
            "%",
            "avg(");

    private static String ofPieces(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** Any 16 bits, so that halves of characters, ends of text and control characters are among them. */
    private static String ofCharacters(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    /** A formula printed in another way is the same formula: the grammar reads what arithmetic means. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void formulaWrittenWithEveryBracketIsRead(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            Formula formula = made(random, 4);
            assertThat(FormulaParser.parse(written(formula), ELEMENTS))
                    .isEqualTo(new Formula.Parsed(formula, List.of()));
        }
    }

    private static Formula made(SplittableRandom random, int depth) {
        int choice = random.nextInt(depth == 0 ? 4 : 8);
        return switch (choice) {
            case 0 -> new Formula.Constant(random.nextInt(1, 9));
            case 1 -> new Formula.Months();
            case 2 -> new Formula.ElementAt("A", Reach.meanOfLast(random.nextInt(1, 13)));
            case 3 -> new Formula.ElementAt("B", random.nextBoolean() ? Reach.PREVIOUS : Reach.YEAR_TO_DATE);
            default -> {
                Formula.Operator[] operators = Formula.Operator.values();
                yield new Formula.Operation(
                        operators[random.nextInt(operators.length)], made(random, depth - 1), made(random, depth - 1));
            }
        };
    }

    private static String written(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return Double.toString(constant.value());
        }
        if (formula instanceof Formula.ElementAt at) {
            return switch (at.reach().kind()) {
                case PERIOD -> at.element();
                case PREVIOUS -> "previous(" + at.element() + ")";
                case YEAR_TO_DATE -> "ytd(" + at.element() + ")";
                case MEAN_OF_LAST -> "mean(" + at.element() + ", " + at.reach().periods() + ")";
            };
        }
        if (formula instanceof Formula.Operation operation) {
            String left = written(operation.left());
            String right = written(operation.right());
            return switch (operation.operator()) {
                case PLUS -> "(" + left + " + " + right + ")";
                case MINUS -> "(" + left + " - " + right + ")";
                case TIMES -> "(" + left + " × " + right + ")";
                case DIVIDED_BY -> "(" + left + " ÷ " + right + ")";
                case SMALLER -> "min(" + left + ", " + right + ")";
                case LARGER -> "max(" + left + ", " + right + ")";
            };
        }
        return "months";
    }

    @Test
    void numberThatIsNotFiniteIsRefused() {
        Quantity large = Quantity.of(1e300);
        assertThatThrownBy(() -> large.times(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a finite number but is Infinity");
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
