package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** A row of a {@link ReferenceTable}. Reading a wrong cell adds a problem and gives a harmless stand-in. */
record ReferenceRow(String where, Map<String, String> cells, Problems problems) {

    /** The text of a cell, "" if it is empty. */
    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The text of a cell; a problem if it is empty. */
    String required(String column) {
        String text = text(column);
        if (text.isEmpty() && cells.containsKey(column)) {
            problem("REFERENCE_VALUE_MISSING", column + " 不能为空", column + " must not be empty");
        }
        return text;
    }

    /** A code that matches the pattern; a problem if it does not or was seen before. */
    String code(String column, Pattern pattern, Set<String> seen) {
        String code = required(column);
        if (!code.isEmpty() && !pattern.matcher(code).matches()) {
            problem(
                    "REFERENCE_CODE_MALFORMED",
                    "代码 \"%s\" 不合规则(应匹配 %s)".formatted(code, pattern),
                    "Invalid code \"%s\" (expected: %s)".formatted(code, pattern));
        }
        if (!code.isEmpty() && !seen.add(code)) {
            problem("REFERENCE_CODE_DUPLICATE", "代码 \"" + code + "\" 重复", "The code \"" + code + "\" is used twice");
        }
        return code;
    }

    Title title() {
        return new Title(required("name_zh"), required("name_en"));
    }

    @Nullable
    String optional(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** The parts of a cell separated by semicolons; empty if the cell is. */
    List<String> list(String column) {
        return Arrays.stream(text(column).split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    @Nullable
    BigDecimal number(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            problem(
                    "REFERENCE_NUMBER_EXPECTED",
                    "%s: \"%s\" 不是数".formatted(column, text),
                    "%s: \"%s\" is not a number".formatted(column, text));
            return null;
        }
    }

    @Nullable
    Integer year(String column) {
        BigDecimal number = number(column);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0 || number.intValue() < 1900 || number.intValue() > 2999) {
            problem(
                    "REFERENCE_YEAR_EXPECTED",
                    "%s: %s 不是年份".formatted(column, number),
                    "%s: %s is not a year".formatted(column, number));
            return null;
        }
        return number.intValue();
    }

    @Nullable
    LocalDate date(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problem(
                    "REFERENCE_DATE_EXPECTED",
                    "%s: \"%s\" 不是日期(应为 yyyy-mm-dd)".formatted(column, text),
                    "%s: \"%s\" is not a date (expected: yyyy-mm-dd)".formatted(column, text));
            return null;
        }
    }

    boolean flag(String column) {
        String text = required(column);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            problem(
                    "REFERENCE_WORD_UNKNOWN",
                    "%s: \"%s\" 应为 true 或 false".formatted(column, text),
                    "%s: \"%s\" must be true or false".formatted(column, text));
        }
        return text.equals("true");
    }

    /** The choice a word stands for; a problem and the first choice if the word is unknown. */
    <E extends Enum<E>> E word(String column, Class<E> choices) {
        Map<String, E> known = new LinkedHashMap<>();
        for (E choice : choices.getEnumConstants()) {
            known.put(YamlNode.wordOf(choice), choice);
        }
        String text = required(column);
        E found = known.get(text);
        if (found == null && !text.isEmpty()) {
            String near = Nearest.to(text, known.keySet())
                    .map(" (did you mean \"%s\"?)"::formatted)
                    .orElse("");
            String words = String.join(", ", known.keySet());
            problem(
                    "REFERENCE_WORD_UNKNOWN",
                    "%s: 不认识 \"%s\"%s,可用: %s".formatted(column, text, near, words),
                    "%s: unknown word \"%s\"%s; expected one of: %s".formatted(column, text, near, words));
        }
        return found != null ? found : choices.getEnumConstants()[0];
    }

    void problem(String code, String chinese, String english) {
        problems.add(code, where, chinese, english);
    }
}
