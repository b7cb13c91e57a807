package org.wenheng.ingest.check;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.wenheng.ingest.reference.Title;

/**
 * One check as data: how grave it is and what it says. Sentences name facts in braces, such as {@code {given}}.
 *
 * @param code stable code
 * @param parameters thresholds by name, in the order of the file
 */
public record Rule(String code, Severity severity, Title message, Title advice, Map<String, Parameter> parameters) {

    public Rule {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A threshold and what it means. */
    public record Parameter(BigDecimal value, Title meaning) {}

    /** The value of a parameter; the rule book has made sure that it is there. */
    public double parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name).value().doubleValue();
    }

    /** The message with its facts. */
    public Title message(Map<String, String> facts) {
        return new Title(filled(message.chinese(), facts), filled(message.english(), facts));
    }

    /** The advice with its facts. */
    public Title advice(Map<String, String> facts) {
        return new Title(filled(advice.chinese(), facts), filled(advice.english(), facts));
    }

    private static String filled(String sentence, Map<String, String> facts) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = sentence.indexOf('}', open);
            filled.append(sentence, from, open).append(facts.getOrDefault(sentence.substring(open + 1, close), ""));
            from = close + 1;
        }
        return filled.append(sentence, from, sentence.length()).toString();
    }
}
