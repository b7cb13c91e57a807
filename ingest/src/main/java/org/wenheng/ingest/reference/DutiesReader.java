package org.wenheng.ingest.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads {@code duties.yml} of a catalogue. */
public final class DutiesReader {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private DutiesReader() {}

    /**
     * The duties of a catalogue; {@link Duties#NONE} if its folder has no such file.
     *
     * @param folder of the catalogue
     * @param departments of the catalogue, by code; duties name no others
     * @throws InputRefusedException with everything that is wrong in the file, by line
     */
    public static Duties read(Path folder, Collection<String> departments) {
        Path file = folder.resolve("duties.yml");
        if (!Files.isRegularFile(file)) {
            return Duties.NONE;
        }
        Problems problems = new Problems();
        Duties duties = read(YamlFile.read(file, problems), departments);
        problems.throwIfAny("duties.yml");
        return duties;
    }

    /** The same from the root of a file; what is wrong goes to the problems of the node. */
    static Duties read(YamlNode root, Collection<String> departments) {
        root.only("scheme", "source", "duties", "contradictions");
        Set<String> duties = new HashSet<>();
        Set<String> contradictions = new HashSet<>();
        return new Duties(
                root.get("scheme").text(),
                Title.of(root.get("source")),
                root.get("duties").items().stream()
                        .map(node -> duty(node, departments, duties))
                        .toList(),
                root.get("contradictions").items().stream()
                        .map(node -> contradiction(node, contradictions))
                        .toList());
    }

    private static Duty duty(YamlNode node, Collection<String> departments, Set<String> seen) {
        node.only("code", "department", "title", "source", "indicators", "due", "done", "gap");
        String department = node.get("department").text();
        if (!department.isEmpty() && !departments.contains(department)) {
            node.get("department")
                    .problem(
                            "DUTY_DEPARTMENT_UNKNOWN",
                            "departments.csv 里没有 \"%s\"".formatted(department),
                            "departments.csv has no \"%s\"".formatted(department));
        }
        List<String> indicators = node.get("indicators").texts();
        YamlNode gap = node.get("gap");
        if (indicators.isEmpty() && !gap.isPresent()) {
            node.problem(
                    "DUTY_WITHOUT_INDICATOR_OR_GAP", "没有指标的职责应写明 gap", "A duty without indicators must say why in gap");
        }
        return new Duty(
                code(node, seen),
                department,
                Title.of(node.get("title")),
                node.get("source").text(),
                indicators,
                due(node.get("due")),
                node.get("done").flag(false),
                gap.isPresent() ? Optional.of(Title.of(gap)) : Optional.empty());
    }

    private static Optional<LocalDate> due(YamlNode node) {
        return node.optionalText().flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                node.problem(
                        "DUTY_DUE_MALFORMED",
                        "\"%s\" 不是日期(应如 2026-03-31)".formatted(text),
                        "\"%s\" is not a date (expected: 2026-03-31)".formatted(text));
                return Optional.empty();
            }
        });
    }

    private static Contradiction contradiction(YamlNode node, Set<String> seen) {
        node.only("code", "title", "one", "other");
        return new Contradiction(
                code(node, seen), Title.of(node.get("title")), Title.of(node.get("one")), Title.of(node.get("other")));
    }

    private static String code(YamlNode node, Set<String> seen) {
        String code = node.get("code").text();
        if (!code.isEmpty() && (!CODE.matcher(code).matches() || !seen.add(code))) {
            node.get("code")
                    .problem(
                            "DUTY_CODE_INVALID",
                            "代码 \"%s\" 应为小写字母和连字符,且不能重复".formatted(code),
                            "Code \"%s\" must be lower kebab case and used once".formatted(code));
        }
        return code;
    }
}
