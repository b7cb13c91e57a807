package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Element.OverRegions;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads {@code elements.csv}. */
final class ElementsReader {
    private static final List<String> COLUMNS = List.of(
            "code",
            "name_zh",
            "name_en",
            "unit",
            "frequency",
            "over_time",
            "over_facilities",
            "integer",
            "minimum",
            "maximum",
            "at_most",
            "departments",
            "source");
    private static final List<String> OPTIONAL = List.of("over_regions", "weight");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private ElementsReader() {}

    /** The elements by code, in the order of the file. */
    static Map<String, Element> read(Path path, List<Department> departments, Problems problems) {
        Set<String> names = departments.stream()
                .map(department -> department.name().chinese())
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        Map<String, Element> byCode = new LinkedHashMap<>();
        Map<String, ReferenceRow> rows = new LinkedHashMap<>();
        for (ReferenceRow row :
                ReferenceTable.read(path, COLUMNS, OPTIONAL, problems).rows()) {
            Element element = element(row, names, seen);
            byCode.putIfAbsent(element.code(), element);
            rows.putIfAbsent(element.code(), row);
        }
        rows.forEach((code, row) -> {
            checkAtMost(row, code, byCode);
            checkWeight(row, Objects.requireNonNull(byCode.get(code)), byCode);
        });
        return byCode;
    }

    private static Element element(ReferenceRow row, Set<String> departmentNames, Set<String> seen) {
        BigDecimal minimum = row.number("minimum");
        BigDecimal maximum = row.number("maximum");
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            row.problem(
                    "ELEMENT_RANGE_REVERSED",
                    "minimum %s 大于 maximum %s".formatted(minimum, maximum),
                    "minimum %s is above maximum %s".formatted(minimum, maximum));
        }
        for (String name : row.list("departments")) {
            if (!departmentNames.contains(name)) {
                row.problem(
                        "ELEMENT_DEPARTMENT_UNKNOWN",
                        "没有部门 \"%s\"(departments.csv 的 name_zh)".formatted(name),
                        "There is no department \"%s\" (name_zh of departments.csv)".formatted(name));
            }
        }
        return new Element(
                row.code("code", CODE, seen),
                row.title(),
                row.required("unit"),
                row.word("frequency", Frequency.class),
                row.word("over_time", Element.Accumulation.class),
                row.word("over_facilities", Element.RollUp.class),
                row.flag("integer"),
                minimum,
                maximum,
                row.optional("at_most"),
                row.text("departments"),
                row.text("source"),
                row.text("over_regions").isEmpty() ? OverRegions.OWN : row.word("over_regions", OverRegions.class),
                row.optional("weight"));
    }

    /** An element that weighs must name another one that is there for its periods; no other may name one. */
    private static void checkWeight(ReferenceRow row, Element element, Map<String, Element> byCode) {
        String weightCode = element.weight();
        String rule = YamlNode.wordOf(element.overRegions());
        if (weightCode == null) {
            if (element.overRegions().isWeighted()) {
                row.problem(
                        "ELEMENT_WEIGHT_MISSING",
                        "over_regions 为 %s,须在 weight 写明以哪个数据元加权".formatted(rule),
                        "over_regions is %s; weight must name the element that weighs".formatted(rule));
            }
            return;
        }
        if (!element.overRegions().isWeighted()) {
            row.problem(
                    "ELEMENT_WEIGHT_UNUSED",
                    "weight \"%s\" 只用于 weighted 和 population-weighted,over_regions 为 %s".formatted(weightCode, rule),
                    "weight \"%s\" is only for weighted and population-weighted; over_regions is %s"
                            .formatted(weightCode, rule));
            return;
        }
        Element weight = byCode.get(weightCode);
        if (weight == null) {
            String near = Nearest.to(weightCode, byCode.keySet())
                    .map(" (did you mean \"%s\"?)"::formatted)
                    .orElse("");
            row.problem(
                    "ELEMENT_WEIGHT_UNKNOWN",
                    "weight: 没有数据元 \"%s\"%s".formatted(weightCode, near),
                    "weight: there is no element \"%s\"%s".formatted(weightCode, near));
        } else if (weight.frequency() != Frequency.YEAR
                && (element.overRegions() == OverRegions.POPULATION_WEIGHTED
                        || weight.frequency() != element.frequency())) {
            row.problem(
                    "ELEMENT_WEIGHT_FREQUENCY",
                    "weight: %s 须为年度数据元%s"
                            .formatted(weightCode, element.overRegions() == OverRegions.WEIGHTED ? ",或与本数据元同周期" : ""),
                    "weight: %s must be yearly%s"
                            .formatted(
                                    weightCode,
                                    element.overRegions() == OverRegions.WEIGHTED
                                            ? ", or of the frequency of this element"
                                            : ""));
        }
    }

    /** The whole must be known and have the unit of its part, and no chain of parts and wholes may close. */
    private static void checkAtMost(ReferenceRow row, String code, Map<String, Element> byCode) {
        Element part = byCode.get(code);
        String wholeCode = part == null ? null : part.atMost();
        if (part == null || wholeCode == null) {
            return;
        }
        Element whole = byCode.get(wholeCode);
        if (whole == null) {
            String near = Nearest.to(wholeCode, byCode.keySet())
                    .map(" (did you mean \"%s\"?)"::formatted)
                    .orElse("");
            row.problem(
                    "ELEMENT_AT_MOST_UNKNOWN",
                    "at_most: 没有数据元 \"%s\"%s".formatted(wholeCode, near),
                    "at_most: there is no element \"%s\"%s".formatted(wholeCode, near));
            return;
        }
        if (!whole.unit().equals(part.unit())) {
            row.problem(
                    "ELEMENT_AT_MOST_UNIT",
                    "at_most: %s 的单位 %s 与本数据元的 %s 不同".formatted(wholeCode, whole.unit(), part.unit()),
                    "at_most: %s is in %s, this element in %s".formatted(wholeCode, whole.unit(), part.unit()));
        }
        if (leadsBack(code, byCode)) {
            row.problem("ELEMENT_AT_MOST_CYCLE", "at_most: 沿链回到 " + code, "at_most: the chain leads back to " + code);
        }
    }

    private static boolean leadsBack(String code, Map<String, Element> byCode) {
        Set<String> path = new HashSet<>();
        Element element = byCode.get(code);
        while (element != null && element.atMost() != null && path.add(element.code())) {
            if (code.equals(element.atMost())) {
                return true;
            }
            element = byCode.get(element.atMost());
        }
        return false;
    }
}
