package org.wenheng.analytics.scheme.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wenheng.analytics.scheme.formula.Formula.Fault;
import org.wenheng.analytics.scheme.formula.FormulaTokens.Kind;
import org.wenheng.analytics.scheme.formula.FormulaTokens.Token;
import org.wenheng.ingest.yaml.Nearest;

/** The faults of a formula. What stands at a place is wrong once; what follows from that is not said. */
final class FormulaFaults {
    private final Map<Integer, Fault> byColumn = new TreeMap<>();
    private boolean givenUp;

    /** The faults in the order of the text. */
    List<Fault> found() {
        return List.copyOf(byColumn.values());
    }

    void add(Token at, String chinese, String english) {
        if (!givenUp) {
            byColumn.putIfAbsent(at.column(), new Fault(at.column(), chinese, english));
        }
    }

    /** The last fault that is said: the rest of the text is not looked at. */
    void addLast(Token at, String chinese, String english) {
        add(at, chinese, english);
        givenUp = true;
    }

    /** Says that a token is not what may stand in its place. */
    void unexpected(Token found, String wantedChinese, String wantedEnglish) {
        boolean end = found.kind() == Kind.END;
        String what = "\"" + found.written() + "\"";
        add(
                found,
                "此处应为%s,却是%s".formatted(wantedChinese, end ? "结尾" : what),
                "Expected %s but found %s".formatted(wantedEnglish, end ? "the end" : what));
    }

    /** Says that a word is neither an element nor another word that may stand for a number. */
    void unknownElement(Token word, Set<String> elements, String otherWord) {
        String near = near(word.written(), elements, List.of(otherWord));
        add(
                word,
                "没有数据元 \"%s\" %s".formatted(word.written(), near).strip(),
                "There is no element \"%s\" %s".formatted(word.written(), near).strip());
    }

    /** Says that a word before a bracket is no function. */
    void unknownFunction(Token word, List<String> functions) {
        String near = near(word.written(), Set.of(), functions);
        String known = String.join(", ", functions);
        add(
                word,
                "没有函数 \"%s\" %s,可用: %s".formatted(word.written(), near, known),
                "There is no function \"%s\" %s; expected one of: %s".formatted(word.written(), near, known));
    }

    /** The known word that differs in upper and lower case only, or else the nearest one. */
    private static String near(String word, Set<String> elements, List<String> others) {
        Set<String> known = new LinkedHashSet<>(elements);
        known.addAll(others);
        return Stream.concat(
                        known.stream().filter(candidate -> lower(candidate).equals(lower(word))),
                        Nearest.to(word, known).stream())
                .findFirst()
                .map("(did you mean \"%s\"?)"::formatted)
                .orElse("");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
