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
import org.wenheng.ingest.yaml.Nearest;

/**
 * Reads formulas by recursive descent.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = factor { ("*" | "/") factor }
 * factor  = "-" factor | number | "months" | element | "(" sum ")"
 *         | ("previous" | "ytd") "(" element ")" | ("min" | "max") "(" sum "," sum { "," sum } ")"
 * </pre>
 */
public final class FormulaParser {
    private static final Formula NOTHING = new Constant(0);

    private final String text;
    private final Set<String> elements;
    private final List<Fault> faults = new ArrayList<>();
    private int position;
    private boolean broken;

    private FormulaParser(String text, Set<String> elements) {
        this.text = text;
        this.elements = elements;
    }

    /**
     * Reads a formula.
     *
     * @param elements the codes that may occur
     */
    public static Parsed parse(String text, Set<String> elements) {
        FormulaParser parser = new FormulaParser(text, elements);
        Formula formula = parser.sum();
        if (parser.peek() != 0) {
            parser.unexpected("运算符或结尾", "an operator or the end");
        }
        return new Parsed(formula, parser.faults);
    }

    private Formula sum() {
        Formula left = product();
        while (peek() == '+' || peek() == '-') {
            Operator operator = text.charAt(position++) == '+' ? Operator.PLUS : Operator.MINUS;
            left = new Operation(operator, left, product());
        }
        return left;
    }

    private Formula product() {
        Formula left = factor();
        while (peek() == '*' || peek() == '/') {
            Operator operator = text.charAt(position++) == '*' ? Operator.TIMES : Operator.DIVIDED_BY;
            left = new Operation(operator, left, factor());
        }
        return left;
    }

    private Formula factor() {
        char next = peek();
        if (next == '-') {
            position++;
            return new Operation(Operator.MINUS, NOTHING, factor());
        }
        if (next == '(') {
            position++;
            Formula inner = sum();
            expect(')');
            return inner;
        }
        if (isDigit(next)) {
            return number();
        }
        if (isLetter(next)) {
            return named();
        }
        unexpected("数据元代码、数或左括号", "an element code, a number or a bracket");
        return NOTHING;
    }

    private Formula number() {
        int start = position;
        while (isDigit(at(position)) || at(position) == '.') {
            position++;
        }
        String digits = text.substring(start, position);
        if (!digits.matches("\\d+(\\.\\d+)?")) {
            fault(start, "\"%s\" 不是数".formatted(digits), "\"%s\" is not a number".formatted(digits));
            return NOTHING;
        }
        return new Constant(Double.parseDouble(digits));
    }

    private Formula named() {
        int start = position;
        String name = word();
        return switch (name) {
            case "months" -> new Months();
            case "previous" -> elementIn(Reach.PREVIOUS);
            case "ytd" -> elementIn(Reach.YEAR_TO_DATE);
            case "min" -> extreme(Operator.SMALLER);
            case "max" -> extreme(Operator.LARGER);
            default -> element(start, name, Reach.PERIOD);
        };
    }

    private Formula elementIn(Reach reach) {
        expect('(');
        if (!isLetter(peek())) {
            unexpected("数据元代码", "an element code");
            return NOTHING;
        }
        int start = position;
        Formula element = element(start, word(), reach);
        expect(')');
        return element;
    }

    private Formula element(int start, String code, Reach reach) {
        if (!broken && !elements.contains(code)) {
            String near = Nearest.to(code, elements)
                    .map("(did you mean \"%s\"?)"::formatted)
                    .orElse("");
            faults.add(new Fault(
                    start + 1,
                    "没有数据元 \"%s\" %s".formatted(code, near),
                    "There is no element \"%s\" %s".formatted(code, near)));
        }
        return new ElementAt(code, reach);
    }

    private Formula extreme(Operator operator) {
        expect('(');
        Formula result = sum();
        do {
            expect(',');
            result = new Operation(operator, result, sum());
        } while (peek() == ',');
        expect(')');
        return result;
    }

    private String word() {
        int start = position;
        while (isLetter(at(position)) || isDigit(at(position)) || at(position) == '_') {
            position++;
        }
        return text.substring(start, position);
    }

    private void expect(char wanted) {
        if (peek() == wanted) {
            position++;
            return;
        }
        unexpected("\"" + wanted + "\"", "\"" + wanted + "\"");
    }

    private void unexpected(String wantedChinese, String wantedEnglish) {
        char found = peek();
        String what = found == 0 ? "结尾" : "\"" + found + "\"";
        String whatEnglish = found == 0 ? "the end" : "\"" + found + "\"";
        fault(
                position,
                "此处应为%s,却是%s".formatted(wantedChinese, what),
                "Expected %s but found %s".formatted(wantedEnglish, whatEnglish));
    }

    /** After the first fault in the grammar the rest cannot be understood: nothing more is said about it. */
    private void fault(int at, String chinese, String english) {
        if (!broken) {
            faults.add(new Fault(at + 1, chinese, english));
            broken = true;
        }
        position = text.length();
    }

    private char peek() {
        while (Character.isWhitespace(at(position))) {
            position++;
        }
        return at(position);
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
