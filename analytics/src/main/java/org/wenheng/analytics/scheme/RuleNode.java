package org.wenheng.analytics.scheme;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wenheng.ingest.yaml.YamlNode;

/** A rule as schemes write it: a word, or a mapping with {@code method} and the parameters of that method. */
record RuleNode(YamlNode node) {

    /** The word of the rule. */
    <E extends Enum<E>> E word(Class<E> words) {
        return (node.isMapping() ? node.get("method") : node).word(words);
    }

    /** The rule, after saying which keys it does not have. */
    <R> R only(R rule, String... known) {
        if (node.isMapping()) {
            node.only(Stream.concat(Stream.of("method"), Stream.of(known)).toArray(String[]::new));
        }
        return rule;
    }

    boolean has(String key) {
        return node.isMapping() && node.get(key).isPresent();
    }

    /** A parameter; {@code otherwise} if it is not written. */
    double number(String key, double otherwise) {
        return has(key) ? node.get(key).number().doubleValue() : otherwise;
    }

    /** Likewise a whole number. */
    int integer(String key, int otherwise) {
        return has(key) ? node.get(key).integer() : otherwise;
    }

    /** Likewise a word. */
    <E extends Enum<E>> E word(String key, E otherwise) {
        return has(key) ? node.get(key).word(otherwise.getDeclaringClass()) : otherwise;
    }

    /** Likewise true or false, false if it is not written. */
    boolean flag(String key) {
        return has(key) && node.get(key).flag(false);
    }

    /**
     * The rule, or another one in its place if the rule refuses its parameters, after saying so.
     *
     * @param code of the problem
     */
    <R> R orElse(String code, R otherwise, Supplier<R> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException e) {
            node.problem(code, "参数不合要求:" + e.getMessage(), String.valueOf(e.getMessage()));
            return otherwise;
        }
    }
}
