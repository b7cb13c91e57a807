package org.wenheng.ingest.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.wenheng.ingest.problem.Problems;

/**
 * A value in a YAML file that knows its line. Reading a wrong value adds a problem and gives a harmless stand-in, so that
 * one pass finds all problems of a file; the caller asks {@link Problems} before it uses what was read.
 */
public final class YamlNode {
    private final String file;
    private final @Nullable Node node;
    private final int line;
    private final String path;
    private final Problems problems;

    YamlNode(String file, @Nullable Node node, int line, String path, Problems problems) {
        this.file = file;
        this.node = node;
        this.line = line;
        this.path = path;
        this.problems = problems;
    }

    /** The place for a message: {@code file.yml:12}. */
    public String where() {
        return file + ":" + line;
    }

    /** Whether there is a value; a key that is absent and a key without a value are both absent. */
    public boolean isPresent() {
        return node != null
                && !(node instanceof ScalarNode scalar && scalar.getValue().isEmpty() && isPlain(scalar));
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isSequence() {
        return node instanceof SequenceNode;
    }

    /** Says that something is wrong with this value. */
    public void problem(String code, String chinese, String english) {
        problems.add(code, where(), chinese, english);
    }

    /** Says which keys a mapping may have; every other key is a problem, with the nearest known key beside it. */
    public YamlNode only(String... known) {
        Set<String> allowed = Set.of(known);
        entries().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                String near = Nearest.to(key, allowed)
                        .map("(did you mean \"%s\"?)"::formatted)
                        .orElse("");
                value.problem(
                        "YAML_KEY_UNKNOWN",
                        "未知的键 \"%s\" %s,可用的键: %s".formatted(key, near, String.join(", ", known)),
                        "Unknown key \"%s\" %s; expected one of: %s".formatted(key, near, String.join(", ", known)));
            }
        });
        return this;
    }

    /** The value under a key; an absent one if there is none. */
    public YamlNode get(String key) {
        YamlNode found = entries().get(key);
        return found != null
                ? found
                : new YamlNode(file, null, line, path.isEmpty() ? key : path + "." + key, problems);
    }

    /** The values of a mapping by key, in the order of the file; empty if this is no mapping. */
    public Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                entries.put(key, child(tuple.getValueNode(), lineOf(tuple.getKeyNode()), key));
            }
        } else if (isPresent()) {
            problem("YAML_MAPPING_EXPECTED", "%s 应为键值表".formatted(path), "%s must be a mapping".formatted(path));
        }
        return entries;
    }

    /** The items of a sequence; a single value counts as a sequence of one, an absent one as an empty sequence. */
    public List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(child(item, lineOf(item), Integer.toString(items.size())));
            }
        } else if (isPresent()) {
            items.add(this);
        }
        return items;
    }

    /** The text; a problem and "" if there is none. */
    public String text() {
        return optionalText().orElseGet(() -> {
            problem("YAML_VALUE_MISSING", "缺少 %s".formatted(path), "%s is missing".formatted(path));
            return "";
        });
    }

    /** The text, or empty if there is none. */
    public Optional<String> optionalText() {
        if (!isPresent()) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip());
        }
        problem("YAML_TEXT_EXPECTED", "%s 应为文字".formatted(path), "%s must be text".formatted(path));
        return Optional.of("");
    }

    /** The texts of a sequence. */
    public List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    /** The number, exactly as written; a problem and 0 if there is none. */
    public BigDecimal number() {
        return optionalNumber().orElseGet(() -> {
            problem("YAML_VALUE_MISSING", "缺少 %s".formatted(path), "%s is missing".formatted(path));
            return BigDecimal.ZERO;
        });
    }

    /** The number exactly as written, or empty if there is no value. */
    public Optional<BigDecimal> optionalNumber() {
        return optionalText().map(text -> {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                problem(
                        "YAML_NUMBER_EXPECTED",
                        "%s: \"%s\" 不是数".formatted(path, text),
                        "%s: \"%s\" is not a number".formatted(path, text));
                return BigDecimal.ZERO;
            }
        });
    }

    /** The whole number; a problem and 0 if it is none. */
    public int integer() {
        BigDecimal number = number();
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            problem(
                    "YAML_INTEGER_EXPECTED",
                    "%s: %s 不是整数".formatted(path, number.toPlainString()),
                    "%s: %s is not a whole number".formatted(path, number.toPlainString()));
            return 0;
        }
    }

    /** Whether the text is {@code true}; {@code fallback} if there is none, a problem for any other word. */
    public boolean flag(boolean fallback) {
        return optionalText()
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        problem(
                                "YAML_FLAG_EXPECTED",
                                "%s: \"%s\" 应为 true 或 false".formatted(path, text),
                                "%s: \"%s\" must be true or false".formatted(path, text));
                    }
                    return text.equals("true");
                })
                .orElse(fallback);
    }

    /**
     * The choice a word stands for: the enum constant whose name in lower case with {@code -} for {@code _} is the word.
     * A problem and the first constant if the word is unknown.
     */
    public <E extends Enum<E>> E word(Class<E> choices) {
        return word(text(), choices);
    }

    /** Like {@link #word(Class)}, with a choice for an absent value. */
    public <E extends Enum<E>> E word(Class<E> choices, E fallback) {
        return optionalText().map(text -> word(text, choices)).orElse(fallback);
    }

    private <E extends Enum<E>> E word(String text, Class<E> choices) {
        Map<String, E> known = new LinkedHashMap<>();
        for (E choice : choices.getEnumConstants()) {
            known.put(wordOf(choice), choice);
        }
        E found = known.get(text);
        if (found != null) {
            return found;
        }
        String near = Nearest.to(text, known.keySet())
                .map("(did you mean \"%s\"?)"::formatted)
                .orElse("");
        String words = String.join(", ", known.keySet());
        problem(
                "YAML_WORD_UNKNOWN",
                "%s: 不认识 \"%s\" %s,可用: %s".formatted(path, text, near, words),
                "%s: unknown word \"%s\" %s; expected one of: %s".formatted(path, text, near, words));
        return choices.getEnumConstants()[0];
    }

    /** The word that stands for a choice in files: its name in lower case with {@code -} for {@code _}. */
    public static String wordOf(Enum<?> choice) {
        return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private YamlNode child(Node value, int valueLine, String key) {
        return new YamlNode(file, value, valueLine, path.isEmpty() ? key : path + "." + key, problems);
    }

    private static boolean isPlain(ScalarNode scalar) {
        return scalar.getScalarStyle() == org.snakeyaml.engine.v2.common.ScalarStyle.PLAIN;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
