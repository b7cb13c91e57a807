package org.wenheng.ingest.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
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
                    .map(node -> new YamlNode(name, node, 1, "", problems))
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
}
