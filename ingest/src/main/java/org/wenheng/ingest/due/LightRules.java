package org.wenheng.ingest.due;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * What a catalogue says about expecting and reminding.
 *
 * @param since first day of collection: a period that began earlier is not expected; null if every period is
 * @param rules from the most urgent light to the least; the first that holds is lit
 */
public record LightRules(@Nullable LocalDate since, List<LightRule> rules) {
    private static final String FILE = "due.yml";

    /** Every period is expected, and no light is ever lit. */
    public static final LightRules NONE = new LightRules(null, List.of());

    public LightRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads {@code due.yml} of a catalogue; {@link #NONE} if it has none.
     *
     * @throws org.wenheng.ingest.problem.InputRefusedException with everything that is wrong in the file
     */
    public static LightRules load(Path catalogueFolder) {
        Path file = catalogueFolder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        Problems problems = new Problems();
        LightRules rules = read(YamlFile.read(file, problems));
        problems.throwIfAny(file.toString());
        return rules;
    }

    static LightRules read(YamlNode root) {
        root.only("since", "red", "yellow", "warning");
        List<LightRule> rules = new ArrayList<>();
        for (Light light : List.of(Light.RED, Light.YELLOW, Light.WARNING)) {
            root.get(YamlNode.wordOf(light)).items().forEach(node -> rules.add(rule(light, node)));
        }
        return new LightRules(
                root.get("since")
                        .optionalText()
                        .map(text -> day(text, root.get("since")))
                        .orElse(null),
                rules);
    }

    /** Whether a report for a period is expected at all. */
    public boolean expects(Period period) {
        return since == null || !period.firstDay().isBefore(since);
    }

    /** The light of a report that is not done. */
    public Signal signal(LightRule.Facts facts) {
        for (LightRule rule : rules) {
            Optional<Title> reason = rule.reason(facts);
            if (reason.isPresent()) {
                return new Signal(rule.light(), reason.get());
            }
        }
        return Signal.NONE;
    }

    /** Earlier periods that the rules look at. */
    public int lookBack() {
        return rules.stream()
                .map(LightRule::overdueInARow)
                .mapToInt(row -> row == null ? 0 : row - 1)
                .max()
                .orElse(0);
    }

    private static LightRule rule(Light light, YamlNode node) {
        node.only("working-days-left", "working-days-overdue", "overdue-in-a-row", "completeness-below", "returned");
        LightRule rule = new LightRule(
                light,
                count(node.get("working-days-left"), 0, 60),
                count(node.get("working-days-overdue"), 0, 366),
                count(node.get("overdue-in-a-row"), 2, 24),
                count(node.get("completeness-below"), 1, 100),
                node.get("returned").flag(false));
        if (node.entries().isEmpty()) {
            node.problem("LIGHT_RULE_EMPTY", "亮灯规则应至少有一个条件", "A rule for a light needs a condition");
        }
        return rule;
    }

    private static @Nullable Integer count(YamlNode node, int least, int most) {
        if (!node.isPresent()) {
            return null;
        }
        int count = node.integer();
        if (count < least || count > most) {
            node.problem(
                    "LIGHT_RULE_OUT_OF_RANGE",
                    "%d 应在 %d 至 %d 之间".formatted(count, least, most),
                    "%d must lie between %d and %d".formatted(count, least, most));
        }
        return count;
    }

    private static LocalDate day(String text, YamlNode node) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            node.problem(
                    "DUE_DATE_MALFORMED",
                    "\"%s\" 不是日期(应如 2024-01-01)".formatted(text),
                    "\"%s\" is not a date (expected: 2024-01-01)".formatted(text));
            return LocalDate.EPOCH;
        }
    }
}
