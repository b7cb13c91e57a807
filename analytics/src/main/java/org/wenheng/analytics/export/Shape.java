package org.wenheng.analytics.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The declared structure of a JSON document. One declaration serves the JSON Schema in the package and the strict reader, so
 * the two cannot part.
 */
sealed interface Shape {
    /** Any text. */
    Shape TEXT = new Text("[\\s\\S]*");

    /** A text of at least one letter. */
    Shape CODE = new Text("[\\s\\S]+");

    /** A text in two languages. */
    Shape TITLE = fields("zh", TEXT, "en", TEXT);

    /** What was expected, in words. */
    String words();

    /** The same as a JSON Schema, draft 2020-12, without its head. */
    Map<String, @Nullable Object> schema();

    /**
     * Holds a value against the shape.
     *
     * @param where JSON pointer (RFC 6901) of the value; empty for the document
     * @param wrong is told the place and what was expected, for everything that does not fit
     */
    void check(@Nullable Object value, String where, BiConsumer<String, String> wrong);

    /** Exactly these keys: name, shape, name, shape. */
    static Shape fields(Object... namesAndShapes) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            fields.put((String) namesAndShapes[i], (Shape) namesAndShapes[i + 1]);
        }
        return new Fields(fields);
    }

    private static Map<String, @Nullable Object> object(Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /** A text that matches a pattern as a whole. */
    record Text(String pattern) implements Shape {
        @Override
        public String words() {
            return "text " + pattern;
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            return object("type", "string", "pattern", "^" + pattern + "$");
        }

        @Override
        public void check(@Nullable Object value, String where, BiConsumer<String, String> wrong) {
            if (!(value instanceof String text) || !Pattern.matches(pattern, text)) {
                wrong.accept(where, words());
            }
        }
    }

    /** One of these texts. */
    record Choice(List<String> texts) implements Shape {
        @Override
        public String words() {
            return String.join(" | ", texts);
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            return object("enum", texts);
        }

        @Override
        public void check(@Nullable Object value, String where, BiConsumer<String, String> wrong) {
            if (!(value instanceof String text) || !texts.contains(text)) {
                wrong.accept(where, words());
            }
        }
    }

    /** A number within bounds, both inclusive; with {@code whole} one without a fraction. */
    record Numeric(long from, long to, boolean whole) implements Shape {
        @Override
        public String words() {
            return "%s %d … %d".formatted(whole ? "integer" : "number", from, to);
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            return object(
                    "type",
                    whole ? "integer" : "number",
                    "minimum",
                    BigDecimal.valueOf(from),
                    "maximum",
                    BigDecimal.valueOf(to));
        }

        @Override
        public void check(@Nullable Object value, String where, BiConsumer<String, String> wrong) {
            if (!(value instanceof BigDecimal number)
                    || number.compareTo(BigDecimal.valueOf(from)) < 0
                    || number.compareTo(BigDecimal.valueOf(to)) > 0
                    || (whole && number.stripTrailingZeros().scale() > 0)) {
                wrong.accept(where, words());
            }
        }
    }

    /** True or false. */
    record Flag() implements Shape {
        @Override
        public String words() {
            return "true | false";
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            return object("type", "boolean");
        }

        @Override
        public void check(@Nullable Object value, String where, BiConsumer<String, String> wrong) {
            if (!(value instanceof Boolean)) {
                wrong.accept(where, words());
            }
        }
    }

    /** Null, or what stands within. */
    record OrNull(Shape shape) implements Shape {
        @Override
        public String words() {
            return shape.words() + " | null";
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            return object("anyOf", List.of(shape.schema(), object("type", "null")));
        }

        @Override
        public void check(@Nullable Object value, String where, BiConsumer<String, String> wrong) {
            if (value != null) {
                shape.check(value, where, wrong);
            }
        }
    }

    /** Any number of the same. */
    record ListOf(Shape shape) implements Shape {
        @Override
        public String words() {
            return "array";
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            return object("type", "array", "items", shape.schema());
        }

        @Override
        public void check(@Nullable Object value, String where, BiConsumer<String, String> wrong) {
            if (!(value instanceof List<?> list)) {
                wrong.accept(where, words());
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                shape.check(list.get(i), where + "/" + i, wrong);
            }
        }
    }

    /** Exactly these keys. */
    record Fields(Map<String, Shape> fields) implements Shape {
        @Override
        public String words() {
            return "object";
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            fields.forEach((name, shape) -> properties.put(name, shape.schema()));
            return object(
                    "type",
                    "object",
                    "properties",
                    properties,
                    "required",
                    new ArrayList<>(fields.keySet()),
                    "additionalProperties",
                    false);
        }

        @Override
        public void check(@Nullable Object value, String where, BiConsumer<String, String> wrong) {
            if (!(value instanceof Map<?, ?> given)) {
                wrong.accept(where, words());
                return;
            }
            fields.forEach((name, shape) -> {
                if (given.containsKey(name)) {
                    shape.check(given.get(name), where + "/" + name, wrong);
                } else {
                    wrong.accept(where + "/" + name, "the key must be there");
                }
            });
            for (Object key : given.keySet()) {
                if (!fields.containsKey(String.valueOf(key))) {
                    wrong.accept(where + "/" + key, "no such key");
                }
            }
        }
    }
}
