package org.wenheng.ingest.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.FieldChecks;
import org.wenheng.ingest.reference.Relation;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlNode;

/** All checks of a catalogue as text for people: the rules with their thresholds, and what is particular to its field. */
public final class CheckList {
    private final RuleBook rules;
    private final Catalogue catalogue;

    /** The list of these rules and the checks of this catalogue. */
    public CheckList(RuleBook rules, Catalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /** The lines, Chinese first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Collection<Rule> all = rules.rules();
        lines.add("审核规则 / checks: " + all.size() + "  ({…} 处填入具体内容 / {…} is filled in)");
        for (Severity severity : Severity.values()) {
            lines.add("");
            lines.add(heading(severity));
            all.stream().filter(rule -> rule.severity() == severity).forEach(rule -> addRule(lines, rule));
        }
        addField(lines);
        return lines;
    }

    private static String heading(Severity severity) {
        String meaning = switch (severity) {
            case REJECT -> "拒绝:该值不接受 / the value is not accepted";
            case EXPLAIN -> "待说明:先接受,填报单位须说明 / accepted, the reporter explains";
            case NOTE -> "提示:已接受,供了解 / accepted, good to know";
        };
        return "== " + YamlNode.wordOf(severity) + "  " + meaning;
    }

    private static void addRule(List<String> lines, Rule rule) {
        lines.add(rule.code());
        lines.add("    " + rule.message().chinese());
        lines.add("    " + rule.message().english());
        lines.add("    → " + rule.advice().chinese());
        lines.add("    → " + rule.advice().english());
        rule.parameters()
                .forEach((name, parameter) -> lines.add("    %s = %s  %s / %s"
                        .formatted(
                                name,
                                parameter.value().toPlainString(),
                                parameter.meaning().chinese(),
                                parameter.meaning().english())));
    }

    private void addField(List<String> lines) {
        FieldChecks checks = catalogue.checks();
        lines.add("");
        lines.add("== %s  %s / %s"
                .formatted(
                        catalogue.code(),
                        catalogue.title().chinese(),
                        catalogue.title().english()));
        lines.add("数据元之间的关系 / relations between elements: "
                + catalogue.relations().size());
        catalogue.relations().forEach(relation -> lines.add("    " + text(relation)));
        checks.allowed().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> lines.add("    VALUE_NOT_ALLOWED  %s ∈ {%s}"
                        .formatted(
                                name(entry.getKey()),
                                entry.getValue().stream()
                                        .map(BigDecimal::toPlainString)
                                        .collect(Collectors.joining(", ")))));
        addNames(lines, "年初至今累计 / totals of the year so far", checks.runningTotals());
        addNames(lines, "通常不变 / normally the same", checks.steady());
        addNames(lines, "不与历史比较 / not compared with history", checks.uncompared());
        lines.add("取值范围见 elements.csv / ranges stand in elements.csv");
    }

    private static void addNames(List<String> lines, String heading, Collection<String> codes) {
        lines.add(heading + ": " + codes.stream().sorted().collect(Collectors.joining(", ")));
    }

    private String text(Relation relation) {
        if (relation instanceof Relation.Sum sum) {
            String tolerance =
                    sum.tolerance().signum() == 0 ? "" : " ± " + sum.tolerance().toPlainString();
            return "SUM_NOT_WHOLE  " + joined(sum.parts()) + " = " + name(sum.whole()) + tolerance;
        }
        if (relation instanceof Relation.Limit limit) {
            CellCode code = limit.parts().size() == 1 ? CellCode.PART_ABOVE_WHOLE : CellCode.PARTS_ABOVE_WHOLE;
            return code + "  " + joined(limit.parts()) + " ≤ " + joined(limit.wholes());
        }
        if (relation instanceof Relation.Ratio ratio) {
            return "RATIO_OUT_OF_BOUNDS  " + bound(ratio.atLeast(), " ≤ ", "") + name(ratio.of()) + " / "
                    + name(ratio.per()) + bound(ratio.atMost(), "", " ≤ ");
        }
        Relation.Implication implication = (Relation.Implication) relation;
        return "POSITIVE_WITHOUT_BASIS  " + name(implication.given()) + " > 0 → " + name(implication.needed()) + " > 0";
    }

    private static String bound(@Nullable BigDecimal bound, String after, String before) {
        return bound == null ? "" : before + bound.toPlainString() + after;
    }

    private String joined(List<String> codes) {
        return codes.stream().map(this::name).collect(Collectors.joining(" + "));
    }

    private String name(String code) {
        Element element = Objects.requireNonNull(catalogue.elements().get(code), code);
        Title name = Checks.nameOf(element);
        return name.chinese();
    }
}
