package org.wenheng.api.superset;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps and lists that keep their order and may hold null, as YAML and JSON do. */
final class Shape {
    private Shape() {}

    /** A map from keys and values that take turns. */
    static Map<String, @Nullable Object> of(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** The first map's entries, then the second's; on the same key the second's value stands. */
    static Map<String, @Nullable Object> with(
            Map<String, ? extends @Nullable Object> first, Map<String, ? extends @Nullable Object> second) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(first);
        map.putAll(second);
        return Collections.unmodifiableMap(map);
    }

    /** A list that may hold null. */
    static List<@Nullable Object> list(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The map at a key; empty if there is none. */
    static Map<String, @Nullable Object> map(Map<String, ? extends @Nullable Object> parent, String key) {
        return asMap(parent.get(key));
    }

    /** The value as a map with text keys; empty if it is not a map. */
    static Map<String, @Nullable Object> asMap(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }

    /** The list at a key; empty if there is none. */
    static List<?> items(Map<String, ? extends @Nullable Object> parent, String key) {
        return parent.get(key) instanceof List<?> list ? list : List.of();
    }

    /** The maps of the list at a key. */
    static List<Map<String, @Nullable Object>> maps(Map<String, ? extends @Nullable Object> parent, String key) {
        return items(parent, key).stream().map(Shape::asMap).toList();
    }

    /** The value at a key as text; empty if there is none. */
    static String text(Map<String, ? extends @Nullable Object> parent, String key) {
        Object value = parent.get(key);
        return value == null ? "" : value.toString();
    }
}
