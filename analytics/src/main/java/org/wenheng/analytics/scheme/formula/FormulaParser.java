package org.wenheng.analytics.scheme.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wenheng.analytics.scheme.formula.Formula.Constant;
import org.wenheng.analytics.scheme.formula.Formula.ElementAt;
import org.wenheng.analytics.scheme.formula.Formula.Fault;
import org.wenheng.analytics.scheme.formula.Formula.Months;
import org.wenheng.analytics.scheme.formula.Formula.Operation;
import org.wenheng.analytics.scheme.formula.Formula.Operator;
import org.wenheng.analytics.scheme.formula.Formula.Parsed;
import org.wenheng.analytics.scheme.formula.FormulaTokens.Kind;
import org.wenheng.analytics.scheme.formula.FormulaTokens.Token;

/**
 * Reads formulas by recursive descent. After a fault it reads on, so that all faults of a text are said at once.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = factor { ("*" | "/") factor }
 * factor  = "-" factor | number | "months" | element | "(" sum ")"
 *         | ("previous" | "ytd") "(" element ")" | "mean" "(" element "," periods ")"
 *         | ("min" | "max") "(" sum "," sum { "," sum } ")"
 * </pre>
 *
 * <p>{@code −}, {@code ×}, {@code ÷} and the full-width forms of signs, brackets and commas mean the same.
 */
public final class FormulaParser {
    /** The longest formula. A longer one is no formula, and its depth could exhaust the stack. */
    static final int MOST_CHARACTERS = 2000;
    /** The largest number that may be written: whole numbers up to it are exact. */
    static final double LARGEST_NUMBER = 1e15;

    private static final int DEEPEST = 100;
    private static final String MONTHS = "months";
    private static final List<String> FUNCTIONS = List.of("previous", "ytd", "mean", "min", "max");
    /** Stands where something could not be read. */
    private static final Formula NOTHING = new Constant(Double.NaN);

    private final List<Token> tokens;
    private final Set<String> elements;
    private final FormulaFaults faults = new FormulaFaults();
    private int position;
    private int depth;

    private FormulaParser(List<Token> tokens, Set<String> elements) {
        this.tokens = tokens;
        this.elements = elements;
    }

    /**
     * Reads a formula. No text makes it throw.
     *
     * @param elements the codes that may occur
     * @return the formula and its faults in the order of the text; the formula counts only if there are none
     */
    public static Parsed parse(String text, Set<String> elements) {
        if (text.length() > MOST_CHARACTERS) {
            return new Parsed(
                    NOTHING,
                    List.of(new Fault(
                            MOST_CHARACTERS + 1,
                            "公式最多%d个字符".formatted(MOST_CHARACTERS),
                            "A formula has at most %d characters".formatted(MOST_CHARACTERS))));
        }
        FormulaParser parser = new FormulaParser(FormulaTokens.of(text), elements);
        Formula formula = parser.sum();
        while (parser.next().kind() != Kind.END) {
            parser.unexpected("运算符或结尾", "an operator or the end");
            parser.readOn();
        }
        return new Parsed(formula, parser.faults.found());
    }

    private Formula sum() {
        Formula left = product();
        while (next().is('+') || next().is('-')) {
            Operator operator = take().is('+') ? Operator.PLUS : Operator.MINUS;
            left = new Operation(operator, left, product());
        }
        return left;
    }

    private Formula product() {
        Formula left = factor();
        while (next().is('*') || next().is('/')) {
            Operator operator = take().is('*') ? Operator.TIMES : Operator.DIVIDED_BY;
            Token divisor = next();
            Formula right = factor();
            if (operator == Operator.DIVIDED_BY && right instanceof Constant constant && constant.value() == 0) {
                faults.add(divisor, "除数是0", "The divisor is 0");
            }
            left = new Operation(operator, left, right);
        }
        return left;
    }

    private Formula factor() {
        if (depth >= DEEPEST) {
            faults.addLast(next(), "嵌套超过%d层".formatted(DEEPEST), "Nested more than %d deep".formatted(DEEPEST));
            position = tokens.size() - 1;
            return NOTHING;
        }
        depth++;
        Formula factor = factorWithin();
        depth--;
        return factor;
    }

    private Formula factorWithin() {
        Token first = next();
        if (first.is('-')) {
            take();
            return new Operation(Operator.MINUS, new Constant(0), factor());
        }
        if (first.is('(')) {
            take();
            Formula inner = sum();
            close();
            return inner;
        }
        if (first.kind() == Kind.NUMBER) {
            return new Constant(number());
        }
        if (first.kind() == Kind.WORD) {
            return named();
        }
        unexpected("数据元代码、数或左括号", "an element code, a number or a bracket");
        return NOTHING;
    }

    private double number() {
        Token token = take();
        if (!token.written().matches("\\d+(\\.\\d+)?")) {
            faults.add(
                    token,
                    "\"%s\" 不是数".formatted(token.written()),
                    "\"%s\" is not a number".formatted(token.written()));
            return Double.NaN;
        }
        double number = Double.parseDouble(token.written());
        if (number > LARGEST_NUMBER) {
            faults.add(
                    token,
                    "数 \"%s\" 太大,最大1000万亿".formatted(token.written()),
                    "The number \"%s\" is too large (at most 1e15)".formatted(token.written()));
        }
        return number;
    }

    private Formula named() {
        Token word = take();
        return switch (word.written()) {
            case MONTHS -> new Months();
            case "previous" -> elementIn(Reach.PREVIOUS);
            case "ytd" -> elementIn(Reach.YEAR_TO_DATE);
            case "mean" -> mean();
            case "min" -> extreme(Operator.SMALLER);
            case "max" -> extreme(Operator.LARGER);
            default -> next().is('(') ? unknownFunction(word) : element(word, Reach.PERIOD);
        };
    }

    private Formula elementIn(Reach reach) {
        if (!open()) {
            return NOTHING;
        }
        Formula element = onlyElement(reach);
        close();
        return element;
    }

    private Formula mean() {
        if (!open()) {
            return NOTHING;
        }
        String element = onlyElement(Reach.PERIOD) instanceof ElementAt at ? at.element() : "";
        int periods = 1;
        if (next().is(',')) {
            take();
            periods = periods();
        } else {
            unexpected("\",\"", "\",\"");
        }
        close();
        return new ElementAt(element, Reach.meanOfLast(periods));
    }

    private int periods() {
        Token token = next();
        if (token.kind() != Kind.NUMBER) {
            unexpected("期数", "a number of periods");
            return 1;
        }
        double periods = number();
        if (periods != Math.rint(periods) || periods < 1 || periods > Reach.MOST_PERIODS) {
            faults.add(
                    token,
                    "期数须为1至%d的整数".formatted(Reach.MOST_PERIODS),
                    "The number of periods is a whole number from 1 to %d".formatted(Reach.MOST_PERIODS));
            return 1;
        }
        return (int) periods;
    }

    private Formula onlyElement(Reach reach) {
        Token word = next();
        if (word.kind() != Kind.WORD || word.written().equals(MONTHS) || FUNCTIONS.contains(word.written())) {
            unexpected("数据元代码", "an element code");
            return NOTHING;
        }
        return element(take(), reach);
    }

    private Formula element(Token word, Reach reach) {
        if (!elements.contains(word.written())) {
            faults.unknownElement(word, elements, MONTHS);
        }
        return new ElementAt(word.written(), reach);
    }

    private Formula unknownFunction(Token word) {
        faults.unknownFunction(word, FUNCTIONS);
        take();
        arguments();
        close();
        return NOTHING;
    }

    private Formula extreme(Operator operator) {
        if (!open()) {
            return NOTHING;
        }
        List<Formula> arguments = arguments();
        if (arguments.size() < 2) {
            unexpected("\",\"", "\",\"");
        }
        close();
        return arguments.stream()
                .reduce((left, right) -> new Operation(operator, left, right))
                .orElse(NOTHING);
    }

    private List<Formula> arguments() {
        List<Formula> arguments = new ArrayList<>();
        arguments.add(sum());
        while (next().is(',')) {
            take();
            arguments.add(sum());
        }
        return arguments;
    }

    private boolean open() {
        if (next().is('(')) {
            take();
            return true;
        }
        unexpected("\"(\"", "\"(\"");
        return false;
    }

    /** Reads on to the closing bracket, so that one wrong word inside neither hides nor invents others. */
    private void close() {
        while (!next().is(')')) {
            unexpected("\")\"", "\")\"");
            if (next().kind() == Kind.END) {
                return;
            }
            readOn();
        }
        take();
    }

    /** Goes past what was not expected: a sign with the operators after it, and what can be read as a sum. */
    private void readOn() {
        if (next().kind() == Kind.SIGN && !next().is('(')) {
            take();
            while (next().isOperator()) {
                take();
            }
        }
        if (next().kind() == Kind.NUMBER || next().kind() == Kind.WORD || next().is('(')) {
            sum();
        }
    }

    private void unexpected(String wantedChinese, String wantedEnglish) {
        faults.unexpected(next(), wantedChinese, wantedEnglish);
    }

    private Token next() {
        return tokens.get(position);
    }

    /** The next token, gone past; the end stays. */
    private Token take() {
        Token token = tokens.get(position);
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }
}
