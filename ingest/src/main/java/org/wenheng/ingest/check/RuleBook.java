package org.wenheng.ingest.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** The rules of all checks, by code. */
public final class RuleBook {
    private static final String RESOURCE = "rules.yml";

    private final Map<String, Rule> rules;

    private RuleBook(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /** The rules that come with Wenheng. */
    public static RuleBook standard() {
        try (InputStream stream = RuleBook.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(stream, RESOURCE).readAllBytes();
            return parse(RESOURCE, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads rules.
     *
     * @throws org.wenheng.ingest.problem.InputRefusedException if a rule is malformed, unknown or missing
     */
    static RuleBook parse(String name, String text) {
        Problems problems = new Problems();
        Map<String, Rule> rules = new LinkedHashMap<>();
        YamlNode root = YamlFile.parse(name, text, problems);
        root.entries().forEach((code, node) -> rules.put(code, rule(code, node)));
        Set<String> missing = new TreeSet<>(codes());
        missing.removeAll(rules.keySet());
        Set<String> unknown = new TreeSet<>(rules.keySet());
        unknown.removeAll(codes());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            root.problem(
                    "RULES_INCOMPLETE",
                    "缺少的规则:%s;不认识的规则:%s".formatted(missing, unknown),
                    "Missing rules: %s; unknown rules: %s".formatted(missing, unknown));
        }
        problems.throwIfAny(name);
        return new RuleBook(rules);
    }

    /**
     * The same rules with other severities for a source that needs them.
     *
     * @param severities word of a severity by code
     * @throws org.wenheng.ingest.problem.InputRefusedException if a code or a word is unknown
     */
    public RuleBook with(Map<String, String> severities) {
        Problems problems = new Problems();
        Map<String, Rule> changed = new LinkedHashMap<>(rules);
        severities.forEach((code, word) -> {
            Rule rule = rules.get(code);
            Severity severity = Stream.of(Severity.values())
                    .filter(choice -> YamlNode.wordOf(choice).equals(word))
                    .findFirst()
                    .orElse(null);
            if (rule == null || severity == null) {
                problems.add(
                        "SEVERITY_UNKNOWN",
                        "severities." + code,
                        "不认识规则“%s”或级别“%s”(可用 reject、explain、note)".formatted(code, word),
                        "Unknown rule \"%s\" or severity \"%s\" (reject, explain, note)".formatted(code, word));
                return;
            }
            changed.put(code, new Rule(code, severity, rule.message(), rule.advice()));
        });
        problems.throwIfAny("severities");
        return new RuleBook(changed);
    }

    /** The rule with this code. */
    public Rule rule(Enum<?> code) {
        return Objects.requireNonNull(rules.get(code.name()), code.name());
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Stream.of(CellCode.values()).map(Enum::name).forEach(codes::add);
        Stream.of(FaultCode.values()).map(Enum::name).forEach(codes::add);
        return codes;
    }

    private static Rule rule(String code, YamlNode node) {
        node.only("severity", "message", "advice");
        return new Rule(
                code, node.get("severity").word(Severity.class), title(node.get("message")), title(node.get("advice")));
    }

    private static Title title(YamlNode node) {
        node.only("zh", "en");
        return new Title(node.get("zh").text(), node.get("en").text());
    }
}
