package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Goes through a document and its JSON Schema side by side: what the schema says of every place of the document. */
final class SchemeSchema {
    private final JsonNode root;

    SchemeSchema(JsonNode root) {
        this.root = root;
    }

    /**
     * A place of a document.
     *
     * @param path keys and positions from the root
     * @param value what stands there
     * @param definitions everything the schema says of it, references followed
     */
    record Place(List<Object> path, JsonNode value, List<JsonNode> definitions) {

        /** The keys a mapping may have, if the schema knows them all. */
        Optional<Set<String>> closedKeys() {
            Set<String> keys = new TreeSet<>();
            definitions.forEach(
                    definition -> keys.addAll(definition.path("properties").propertyNames()));
            boolean closed = definitions.stream()
                    .anyMatch(definition ->
                            definition.path("additionalProperties").isBoolean());
            return closed ? Optional.of(keys) : Optional.empty();
        }

        /** The words that may stand there, if the schema lists them. */
        Optional<Set<String>> words() {
            return definitions.stream()
                    .filter(definition -> definition.has("enum"))
                    .findFirst()
                    .map(definition -> new TreeSet<>(texts(definition.get("enum"))));
        }

        /** The document with this mapping changed. */
        JsonNode changed(JsonNode document, Consumer<ObjectNode> change) {
            JsonNode copy = document.deepCopy();
            change.accept((ObjectNode) follow(copy, path));
            return copy;
        }

        /** The document with a text in this place. */
        JsonNode replaced(JsonNode document, String text) {
            JsonNode copy = document.deepCopy();
            JsonNode parent = follow(copy, path.subList(0, path.size() - 1));
            Object last = path.get(path.size() - 1);
            if (parent instanceof ArrayNode array) {
                array.set((Integer) last, text);
            } else {
                ((ObjectNode) parent).put((String) last, text);
            }
            return copy;
        }

        private static JsonNode follow(JsonNode document, List<Object> path) {
            JsonNode node = document;
            for (Object step : path) {
                node = Objects.requireNonNull(
                        step instanceof Integer index ? node.get(index) : node.get((String) step));
            }
            return node;
        }
    }

    /** A key of the schema and what it says of its value. */
    record Property(String name, JsonNode definition) {}

    /** All places of a document, the root first. */
    Stream<Place> places(JsonNode document) {
        return below(new Place(List.of(), document, definitions(root, document)));
    }

    private Stream<Place> below(Place place) {
        List<Place> children = new ArrayList<>();
        place.value()
                .properties()
                .forEach(entry -> children.add(
                        child(place, entry.getKey(), entry.getValue(), ofKey(place.definitions(), entry.getKey()))));
        for (int i = 0; place.value().isArray() && i < place.value().size(); i++) {
            children.add(child(place, i, Objects.requireNonNull(place.value().get(i)), ofItem(place.definitions(), i)));
        }
        return Stream.concat(Stream.of(place), children.stream().flatMap(this::below));
    }

    private Place child(Place place, Object step, JsonNode value, Stream<JsonNode> definitions) {
        List<Object> path = new ArrayList<>(place.path());
        path.add(step);
        return new Place(
                path,
                value,
                definitions
                        .flatMap(definition -> definitions(definition, value).stream())
                        .toList());
    }

    private static Stream<JsonNode> ofKey(List<JsonNode> definitions, String key) {
        return definitions.stream()
                .map(definition -> definition.path("properties").has(key)
                        ? definition.path("properties").get(key)
                        : definition.path("additionalProperties"))
                .filter(JsonNode::isObject);
    }

    private static Stream<JsonNode> ofItem(List<JsonNode> definitions, int index) {
        return definitions.stream()
                .map(definition -> definition.path("prefixItems").has(index)
                        ? definition.path("prefixItems").get(index)
                        : definition.path("items"))
                .filter(JsonNode::isObject);
    }

    /** A definition with everything it refers to and, of what depends on other values, what holds for this value. */
    private List<JsonNode> definitions(JsonNode definition, JsonNode value) {
        List<JsonNode> all = new ArrayList<>(List.of(definition));
        if (definition.has("$ref")) {
            all.addAll(definitions(referred(definition), value));
        }
        definition.path("allOf").forEach(part -> all.addAll(definitions(part, value)));
        definition.path("anyOf").forEach(part -> all.addAll(definitions(part, value)));
        if (definition.has("if")) {
            JsonNode branch = definition.path(holds(definition.path("if"), value) ? "then" : "else");
            all.addAll(branch.isObject() ? definitions(branch, value) : List.of());
        }
        return all;
    }

    /** Conditions of this schema ask for the kind of a value, or for the words of its keys. */
    private static boolean holds(JsonNode condition, JsonNode value) {
        boolean kind = switch (condition.path("type").asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            default -> true;
        };
        return kind
                && condition.path("properties").properties().stream().allMatch(entry -> {
                    JsonNode word = value.path(entry.getKey());
                    JsonNode wanted = entry.getValue();
                    return wanted.path("const").equals(word)
                            || texts(wanted.path("enum")).contains(word.asString(""));
                });
    }

    private JsonNode referred(JsonNode definition) {
        return root.at(definition.path("$ref").asString().substring(1));
    }

    /** Every key that may be used anywhere. */
    List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        collect(root, properties);
        return properties;
    }

    private static void collect(JsonNode node, List<Property> properties) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals("properties")) {
                entry.getValue().properties().stream()
                        .filter(property -> property.getValue().isObject() && !onlyRefines(property.getValue()))
                        .forEach(property -> properties.add(new Property(property.getKey(), property.getValue())));
            }
            if (!entry.getKey().equals("if") && !onlyRefines(entry.getValue())) {
                collect(entry.getValue(), properties);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, properties));
        }
    }

    /** Whether a definition narrows, in a certain case, what is said of a key elsewhere. */
    private static boolean onlyRefines(JsonNode definition) {
        return definition.has("const")
                || (definition.size() == 1 && definition.path("items").has("properties"));
    }

    /** The title of a definition, its own or that of what it refers to; empty if there is none. */
    String titleOf(JsonNode definition) {
        if (definition.has("title")) {
            return definition.path("title").asString();
        }
        return definition.has("$ref") ? titleOf(referred(definition)) : "";
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
