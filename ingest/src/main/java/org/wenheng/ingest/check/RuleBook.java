package org.wenheng.ingest.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
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
            changed.put(code, new Rule(code, severity, rule.message(), rule.advice(), rule.parameters()));
        });
        problems.throwIfAny("severities");
        return new RuleBook(changed);
    }

    /** All rules, in the order of the file. */
    public Collection<Rule> rules() {
        return Collections.unmodifiableCollection(rules.values());
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
        node.only("severity", "message", "advice", "parameters");
        return new Rule(
                code,
                node.get("severity").word(Severity.class),
                Title.of(node.get("message")),
                Title.of(node.get("advice")),
                parameters(code, node.get("parameters")));
    }

    /** The parameters that the check of this code reads, no other and none missing. */
    private static Map<String, Rule.Parameter> parameters(String code, YamlNode node) {
        Map<String, Rule.Parameter> parameters = new LinkedHashMap<>();
        node.entries().forEach((name, parameter) -> {
            parameter.only("value", "zh", "en");
            Title meaning =
                    new Title(parameter.get("zh").text(), parameter.get("en").text());
            parameters.put(name, new Rule.Parameter(parameter.get("value").number(), meaning));
        });
        Set<String> needed = Stream.of(CellCode.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(CellCode::parameters)
                .orElse(Set.of());
        if (!parameters.keySet().equals(needed)) {
            node.problem(
                    "RULE_PARAMETERS_WRONG",
                    "%s 的参数应为 %s,现为 %s".formatted(code, new TreeSet<>(needed), parameters.keySet()),
                    "%s needs the parameters %s, found %s".formatted(code, new TreeSet<>(needed), parameters.keySet()));
        }
        return parameters;
    }
}
