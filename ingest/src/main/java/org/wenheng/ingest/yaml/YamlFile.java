package org.wenheng.ingest.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.wenheng.ingest.problem.Problems;

/** Opens a YAML file (YAML 1.2, UTF-8, one document, no duplicate keys) for strict reading. */
public final class YamlFile {
    private YamlFile() {}

    /**
     * The root of a file.
     *
     * @param problems receives what is wrong with the file, now and while its values are read
     */
    public static YamlNode read(Path path, Problems problems) {
        try {
            return parse(path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8), problems);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** The root of a text; {@code name} stands for the file in messages. */
    public static YamlNode parse(String name, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .map(node -> {
                        repeatedKeys(name, node, problems, new HashSet<>());
                        return new YamlNode(name, node, 1, "", problems);
                    })
                    .orElseGet(() -> {
                        problems.add("YAML_EMPTY", name, "文件是空的", "The file is empty");
                        return new YamlNode(name, null, 1, "", problems);
                    });
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(
                    "YAML_MALFORMED",
                    name + ":" + line,
                    "不是合法的 YAML: " + e.getProblem(),
                    "Not well-formed YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(
                    "YAML_MALFORMED", name, "不是合法的 YAML: " + e.getMessage(), "Not well-formed YAML: " + e.getMessage());
        }
        return new YamlNode(name, null, 1, "", problems);
    }

    /** Nodes are composed without a look at their keys, and of two equal ones the first would be lost in silence. */
    private static void repeatedKeys(String name, Node node, Problems problems, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            Set<String> keys = new HashSet<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
                    int line =
                            key.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
                    problems.add(
                            "YAML_KEY_TWICE",
                            name + ":" + line,
                            "键 \"%s\" 在同一处写了两次".formatted(key.getValue()),
                            "Key \"%s\" is written twice in one place".formatted(key.getValue()));
                }
                repeatedKeys(name, tuple.getValueNode(), problems, seen);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> repeatedKeys(name, item, problems, seen));
        }
    }
}
