package org.wenheng.analytics.scheme;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** Looks for what a scheme leaves open: a score without a grade, a value without a band, a condition that nobody meets. */
final class GapCheck {
    private final Catalogue catalogue;

    private GapCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Says every gap of the scheme below a root; what is missing altogether its readers say. */
    static void check(YamlNode root, Catalogue catalogue) {
        GapCheck check = new GapCheck(catalogue);
        List<YamlNode> grades = root.get("grades").items();
        if (!grades.isEmpty()) {
            check.beginsAtZero(grades.get(grades.size() - 1), "得分没有等次", "scores have no grade");
        }
        List<YamlNode> bands = root.get("peer-groups").get("bands").items();
        if (!bands.isEmpty()) {
            check.beginsAtZero(bands.get(0), "值没有分组", "values have no group");
        }
        root.get("indicators").items().forEach(check::appliesSomewhere);
        root.get("indicators").items().forEach(check::listsSomething);
        root.get("indicators").items().stream()
                .flatMap(indicator -> indicator.get("regional-targets").items().stream())
                .forEach(check::targetsSomewhere);
        YamlNode parents = root.get("parents");
        if (parents.isPresent() && parents.get("levels").items().isEmpty()) {
            parents.problem("SCHEME_GAP", "上级地区没有写级别(levels)", "The regions above the units have no levels");
        }
        check.isKept(parents.get("managed-by"));
    }

    private void beginsAtZero(YamlNode lowest, String chinese, String english) {
        YamlNode from = lowest.get("from");
        double begin = from.isPresent() ? from.number().doubleValue() : 0;
        if (begin > 0) {
            from.problem(
                    "SCHEME_GAP",
                    "有空档:0至%s之间的%s,最低一档须从0开始".formatted(from.text(), chinese),
                    "A gap: between 0 and %s %s; the lowest must begin at 0".formatted(from.text(), english));
        }
    }

    private void appliesSomewhere(YamlNode indicator) {
        YamlNode condition = indicator.get("applies-to");
        String attribute = condition.get("attribute").optionalText().orElse("");
        String wanted = condition.get("value").optionalText().orElse("");
        Set<String> values = new TreeSet<>();
        catalogue.regions().values().forEach(region -> {
            String value = region.attribute(attribute);
            if (value != null) {
                values.add(value);
            }
        });
        if (!values.isEmpty() && !wanted.isEmpty() && !values.contains(wanted)) {
            String near = Nearest.to(wanted, values)
                    .map("(did you mean \"%s\"?)"::formatted)
                    .orElse("");
            condition
                    .get("value")
                    .problem(
                            "SCHEME_GAP",
                            "没有任何地区的 %s 是 \"%s\" %s,指标永远不适用".formatted(attribute, wanted, near),
                            "No region has %s \"%s\" %s: the indicator never applies"
                                    .formatted(attribute, wanted, near));
        }
    }

    private void listsSomething(YamlNode indicator) {
        YamlNode parameters = indicator.get("parameters");
        boolean checklist = indicator
                .get("method")
                .optionalText()
                .filter("checklist"::equals)
                .isPresent();
        if (checklist
                && parameters.isMapping()
                && parameters.get("items").items().isEmpty()) {
            parameters.problem("SCHEME_GAP", "清单没有任何一项,永远得0分", "The checklist has no item: it always earns 0 points");
        }
    }

    private void targetsSomewhere(YamlNode target) {
        if (target.get("regions").items().isEmpty()
                && target.get("values").items().isEmpty()) {
            target.problem("SCHEME_GAP", "目标没有写给哪些地区", "The target names no region it is for");
        }
    }

    private void isKept(YamlNode attribute) {
        String name = attribute.optionalText().orElse("");
        boolean kept = catalogue.regions().values().stream().anyMatch(region -> region.attribute(name) != null);
        if (!name.isEmpty() && !kept) {
            attribute.problem(
                    "SCHEME_ATTRIBUTE_UNKNOWN",
                    "没有任何地区有属性 \"%s\"".formatted(name),
                    "No region has an attribute \"%s\"".formatted(name));
        }
    }
}
