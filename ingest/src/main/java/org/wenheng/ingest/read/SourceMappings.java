package org.wenheng.ingest.read;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.read.SourceMapping.Field;
import org.wenheng.ingest.read.SourceMapping.KeyColumn;
import org.wenheng.ingest.read.SourceMapping.PeriodSource;
import org.wenheng.ingest.read.SourceMapping.RowChoice;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads source mappings: {@code mappings/<name>.yml} in the folder of a catalogue. */
public final class SourceMappings {
    private SourceMappings() {}

    /**
     * Reads a mapping.
     *
     * @param catalogueFolder folder of the catalogue
     * @throws InputRefusedException if there is none of that name, or with everything that is wrong with it
     */
    public static SourceMapping load(Path catalogueFolder, String name) {
        Path file = catalogueFolder.resolve("mappings").resolve(name + ".yml");
        if (!name.matches("[a-z0-9-]+") || !Files.isRegularFile(file)) {
            throw InputRefusedException.of(
                    "MAPPING_UNKNOWN",
                    "--mapping",
                    "没有名为“%s”的来源映射,请检查目录下的 mappings 文件夹".formatted(name),
                    "No source mapping \"%s\"; look in the folder mappings of the catalogue".formatted(name));
        }
        Problems problems = new Problems();
        SourceMapping mapping = parse(name, YamlFile.read(file, problems));
        problems.throwIfAny(file.getFileName().toString());
        return mapping;
    }

    /** Reads a mapping from YAML that is already open; what is wrong goes to the problems of the node. */
    public static SourceMapping parse(String name, YamlNode root) {
        root.only(
                "title",
                "source",
                "encoding",
                "header-row",
                "region",
                "facility",
                "period",
                "missing",
                "closed",
                "keep",
                "same-name",
                "columns",
                "constants",
                "severities",
                "jdbc");
        YamlNode title = root.get("title").only("zh", "en");
        YamlNode facility = root.get("facility").only("code", "name");
        List<KeyColumn> region = new ArrayList<>();
        root.get("region").entries().forEach((column, width) -> region.add(new KeyColumn(column, width.integer())));
        if (region.isEmpty()) {
            root.problem("MAPPING_REGION_MISSING", "缺少行政区所在的列", "The columns of the region are missing");
        }
        return new SourceMapping(
                name,
                new Title(title.get("zh").text(), title.get("en").text()),
                encoding(root.get("encoding")),
                root.get("header-row").isPresent() ? root.get("header-row").integer() : 1,
                region,
                facility.get("code").texts(),
                facility.get("name").optionalText().orElse(null),
                period(root.get("period")),
                new MissingMarks(statuses(root.get("missing"))),
                choice(root.get("closed")),
                choice(root.get("keep")),
                fields(root),
                texts(root.get("severities")));
    }

    private static @Nullable String encoding(YamlNode node) {
        Optional<String> name = node.optionalText();
        try {
            if (name.isEmpty() || Charset.isSupported(name.get())) {
                return name.orElse(null);
            }
        } catch (IllegalCharsetNameException e) {
            // Said below, together with names that are well formed but unknown.
        }
        node.problem(
                "MAPPING_ENCODING_UNKNOWN",
                "不认识编码“%s”,例如 windows-1252、GB18030".formatted(name.orElse("")),
                "Unknown encoding \"%s\"; for example windows-1252, GB18030".formatted(name.orElse("")));
        return null;
    }

    private static PeriodSource period(YamlNode node) {
        node.only("fixed", "column");
        Optional<String> fixed = node.get("fixed").optionalText();
        Optional<String> column = node.get("column").optionalText();
        if (fixed.isPresent() == column.isPresent()) {
            node.problem(
                    "MAPPING_PERIOD_UNCLEAR", "period 应有 fixed 或 column 之一", "period needs either fixed or column");
        }
        return new PeriodSource(fixed.orElse(null), column.orElse(null));
    }

    private static Map<String, ValueStatus> statuses(YamlNode node) {
        Map<String, ValueStatus> statuses = new LinkedHashMap<>();
        node.entries().forEach((mark, status) -> {
            String key = mark.equals("blank") ? "" : mark;
            statuses.put(key, status.word(ValueStatus.class));
        });
        return statuses;
    }

    private static @Nullable RowChoice choice(YamlNode node) {
        if (!node.isPresent()) {
            return null;
        }
        node.only("column", "values");
        return new RowChoice(node.get("column").text(), node.get("values").texts());
    }

    private static List<Field> fields(YamlNode root) {
        List<Field> fields = new ArrayList<>();
        for (YamlNode item : root.get("same-name").items()) {
            fields.add(new Field(item.text(), null, item.text(), null, Map.of()));
        }
        root.get("columns").entries().forEach((column, node) -> fields.add(field(column, null, node)));
        root.get("constants").entries().forEach((element, node) -> {
            node.only("value", "unit");
            fields.add(new Field(
                    null,
                    node.get("value").text(),
                    element,
                    node.get("unit").optionalText().orElse(null),
                    Map.of()));
        });
        if (fields.isEmpty()) {
            root.problem("MAPPING_WITHOUT_COLUMNS", "没有任何列对应数据元", "No column becomes an element");
        }
        return fields;
    }

    private static Field field(String column, @Nullable String constant, YamlNode node) {
        if (!node.isMapping()) {
            return new Field(column, constant, node.text(), null, Map.of());
        }
        node.only("element", "unit", "missing");
        return new Field(
                column,
                constant,
                node.get("element").optionalText().orElse(column),
                node.get("unit").optionalText().orElse(null),
                statuses(node.get("missing")));
    }

    private static Map<String, String> texts(YamlNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }
}
