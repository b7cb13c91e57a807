package org.wenheng.ingest.region;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.region.RegionMapping.CodeColumn;
import org.wenheng.ingest.region.RegionMapping.LevelSource;
import org.wenheng.ingest.region.RegionMapping.ParentSource;
import org.wenheng.ingest.region.RegionMapping.SuccessorColumn;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads mappings of region files: {@code mappings/<name>.yml} in the folder of a catalogue. */
public final class RegionMappings {
    private RegionMappings() {}

    /**
     * Reads a mapping.
     *
     * @param catalogueFolder folder of the catalogue
     * @throws InputRefusedException if there is none of that name, or with everything that is wrong with it
     */
    public static RegionMapping load(Path catalogueFolder, String name) {
        Path file = catalogueFolder.resolve("mappings").resolve(name + ".yml");
        if (!name.matches("[a-z0-9-]+") || !Files.isRegularFile(file)) {
            throw InputRefusedException.of(
                    "MAPPING_UNKNOWN",
                    "--mapping",
                    "没有名为“%s”的读取说明,请检查目录下的 mappings 文件夹".formatted(name),
                    "No mapping \"%s\"; look in the folder mappings of the catalogue".formatted(name));
        }
        Problems problems = new Problems();
        RegionMapping mapping = parse(YamlFile.read(file, problems));
        problems.throwIfAny(String.valueOf(file.getFileName()));
        return mapping;
    }

    /** Reads a mapping from YAML that is already open; what is wrong goes to the problems of the node. */
    static RegionMapping parse(YamlNode root) {
        root.only(
                "title",
                "source",
                "encoding",
                "header-row",
                "root",
                "code",
                "name",
                "level",
                "parent",
                "valid",
                "successors",
                "keep",
                "leave-out",
                "days",
                "since");
        YamlNode title = root.get("title").only("zh", "en");
        YamlNode valid = root.get("valid").only("from", "until");
        Map<String, LocalDate> days = new LinkedHashMap<>();
        root.get("days").entries().forEach((code, day) -> days.put(code, day(day)));
        return new RegionMapping(
                new Title(title.get("zh").text(), title.get("en").text()),
                root.get("source").text(),
                root.get("encoding").optionalText().orElse(null),
                root.get("header-row").isPresent() ? root.get("header-row").integer() : 1,
                top(root.get("root")),
                code(root.get("code")),
                root.get("name").text(),
                level(root.get("level")),
                parent(root.get("parent")),
                valid.get("from").optionalText().orElse(null),
                valid.get("until").optionalText().orElse(null),
                successors(root.get("successors")),
                choice(root.get("keep")),
                choice(root.get("leave-out")),
                days,
                root.get("since").isPresent() ? day(root.get("since")) : null);
    }

    private static @Nullable Region top(YamlNode node) {
        if (!node.isPresent()) {
            return null;
        }
        node.only("code", "zh", "en", "level");
        Title name = new Title(node.get("zh").text(), node.get("en").text());
        return new Region(
                node.get("code").text(), name, node.get("level").text(), null, Map.of(), List.of(), null, null);
    }

    private static CodeColumn code(YamlNode node) {
        if (!node.isMapping()) {
            return new CodeColumn(node.text(), 0);
        }
        node.only("column", "fill");
        return new CodeColumn(
                node.get("column").text(),
                node.get("fill").isPresent() ? node.get("fill").integer() : 0);
    }

    private static LevelSource level(YamlNode node) {
        if (!node.isMapping()) {
            return new LevelSource(node.text(), null, Map.of());
        }
        node.only("column", "words");
        Map<String, String> words = new LinkedHashMap<>();
        node.get("words").entries().forEach((word, level) -> words.put(word, level.text()));
        return new LevelSource(null, node.get("column").text(), words);
    }

    private static ParentSource parent(YamlNode node) {
        node.only("codes", "names", "none");
        List<CodeColumn> codes =
                node.get("codes").items().stream().map(RegionMappings::code).toList();
        List<String> names = node.get("names").texts();
        if (codes.isEmpty() == names.isEmpty()) {
            node.problem("MAPPING_PARENT_UNCLEAR", "parent 应有 codes 或 names 之一", "parent needs either codes or names");
        }
        List<String> none = new ArrayList<>(node.get("none").texts());
        none.add("");
        return new ParentSource(codes, names, none);
    }

    private static @Nullable SuccessorColumn successors(YamlNode node) {
        if (!node.isPresent()) {
            return null;
        }
        node.only("column", "separator", "pattern");
        String pattern = node.get("pattern").text();
        try {
            if (!pattern.contains("(?<code>")) {
                node.problem(
                        "MAPPING_PATTERN",
                        "pattern 应有名为 code 的组:(?<code>…)",
                        "The pattern needs a group named code: (?<code>…)");
            }
            return new SuccessorColumn(
                    node.get("column").text(), node.get("separator").text(), Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            node.problem(
                    "MAPPING_PATTERN",
                    "pattern 不是正则表达式: " + e.getDescription(),
                    "The pattern is no regular expression: " + e.getDescription());
            return null;
        }
    }

    private static Map<String, List<String>> choice(YamlNode node) {
        Map<String, List<String>> choice = new LinkedHashMap<>();
        node.entries().forEach((column, texts) -> choice.put(column, texts.texts()));
        return choice;
    }

    private static LocalDate day(YamlNode node) {
        Optional<LocalDate> day = RegionDay.parse(node.text());
        if (day.isEmpty()) {
            node.problem(
                    "MAPPING_DAY",
                    "“%s”不是日期(应为 yyyy-mm-dd)".formatted(node.text()),
                    "\"%s\" is not a date (expected: yyyy-mm-dd)".formatted(node.text()));
        }
        return day.orElse(LocalDate.MIN);
    }
}
