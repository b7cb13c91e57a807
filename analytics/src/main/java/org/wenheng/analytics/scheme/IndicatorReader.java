package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.scheme.Indicator.Example;
import org.wenheng.analytics.scheme.Indicator.OverLongerPeriods;
import org.wenheng.analytics.scheme.Indicator.Rules;
import org.wenheng.analytics.scheme.Indicator.ZeroDenominator;
import org.wenheng.analytics.scheme.formula.Formula;
import org.wenheng.analytics.scheme.formula.FormulaParser;
import org.wenheng.analytics.scheme.method.Checklist;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.analytics.scheme.method.Deduction;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.Target;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the indicators of a scheme. */
final class IndicatorReader {
    private static final String[] KEYS = {
        "code",
        "dimension",
        "title",
        "question",
        "unit",
        "weight",
        "nature",
        "direction",
        "frequency",
        "formula",
        "method",
        "parameters",
        "reference",
        "departments",
        "target",
        "target-source",
        "certainty",
        "jurisdiction",
        "regional-targets",
        "imputation",
        "treatment",
        "over-longer-periods",
        "scale-target-with-year",
        "when-denominator-is-zero",
        "applies-to",
        "valid-from",
        "valid-to",
        "examples",
        "note"
    };

    private final Catalogue catalogue;
    private final Problems problems;
    private final Rules defaults;
    private final Set<String> departments = new LinkedHashSet<>();
    private final List<Indicator> sound = new ArrayList<>();

    IndicatorReader(Catalogue catalogue, Problems problems, Rules defaults) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.defaults = defaults;
        catalogue.departments().values().forEach(department -> {
            departments.add(department.code());
            departments.add(department.name().chinese());
        });
    }

    /** The indicators read so far that had no problem: what they say can be relied upon. */
    List<Indicator> sound() {
        return sound;
    }

    Indicator read(YamlNode node) {
        int before = problems.found().size();
        Indicator indicator = readParts(node);
        if (problems.found().size() == before) {
            sound.add(indicator);
        }
        return indicator;
    }

    private Indicator readParts(YamlNode node) {
        node.only(KEYS);
        Direction direction = node.get("direction").word(Direction.class);
        Optional<MethodReader.Word> word = word(node.get("method"));
        Method method = method(word, node, direction);
        Rules rules = rules(word, node, direction);
        if (rules.scalesWithYear() && !hasThresholds(method)) {
            node.get("scale-target-with-year")
                    .problem(
                            "SCHEME_METHOD_INVALID",
                            "这种方法没有可按年度进度折算的标准值",
                            "This method has no thresholds that could be scaled with the year");
        }
        if (node.get("reference").isPresent() && !(method instanceof ComparingMethod)) {
            node.get("reference")
                    .problem(
                            "SCHEME_REFERENCE_INVALID",
                            "这种方法只看本地区的值,不能写 reference",
                            "This method looks at a region's own value alone and takes no reference");
        }
        return new Indicator(
                node.get("code").text(),
                node.get("dimension").text(),
                Title.of(node.get("title")),
                node.get("question").text(),
                node.get("unit").text(),
                weight(node.get("weight")),
                node.get("nature").word(Indicator.Nature.class),
                direction,
                node.get("frequency").word(Frequency.class),
                formula(node.get("formula")),
                node.get("formula").optionalText().orElse(""),
                method,
                departments(node.get("departments")),
                node.get("target").optionalText().orElse(""),
                source(node),
                rules,
                node.get("examples").items().stream()
                        .map(IndicatorReader::example)
                        .toList());
    }

    private static boolean hasThresholds(Method method) {
        return !(method instanceof ComparingMethod || method instanceof Checklist || method instanceof Deduction);
    }

    static double weight(YamlNode node) {
        double weight = node.number().doubleValue();
        if (node.isPresent() && weight <= 0) {
            node.problem("SCHEME_WEIGHT_INVALID", "权重须大于0", "A weight must be above 0");
        }
        return weight;
    }

    /** Where a target comes from, how certain that is, and for which jurisdiction it stands. */
    static String source(YamlNode node) {
        return node.get("target-source").text()
                + node.get("certainty").optionalText().map(" [%s]"::formatted).orElse("")
                + node.get("jurisdiction")
                        .optionalText()
                        .map("(适用地区:%s)"::formatted)
                        .orElse("");
    }

    private Rules rules(Optional<MethodReader.Word> word, YamlNode node, Direction direction) {
        Integer from = year(node.get("valid-from"));
        Integer to = year(node.get("valid-to"));
        if (from != null && to != null && to < from) {
            node.get("valid-to")
                    .problem("SCHEME_VALIDITY_INVALID", "valid-to 早于 valid-from", "valid-to is before valid-from");
        }
        return new Rules(
                node.get("over-longer-periods").word(OverLongerPeriods.class, defaults.overLongerPeriods()),
                node.get("scale-target-with-year").flag(defaults.scalesWithYear()),
                node.get("when-denominator-is-zero").word(ZeroDenominator.class, defaults.whenDenominatorIsZero()),
                appliesTo(node.get("applies-to")),
                from,
                to,
                new ReferenceReader(catalogue).read(node.get("reference"), defaults.reference()),
                PreparationReader.read(node, defaults.preparation()),
                node.get("regional-targets").items().stream()
                        .map(item -> RegionalTargetReader.read(item, catalogue, method(word, item, direction)))
                        .toList());
    }

    private static @Nullable Integer year(YamlNode node) {
        return node.isPresent() ? node.integer() : null;
    }

    private Map<String, String> appliesTo(YamlNode node) {
        Map<String, String> wanted = new LinkedHashMap<>();
        if (node.isPresent()) {
            node.only("attribute", "value");
            RegionalTargetReader.checkAttribute(node.get("attribute"), catalogue);
            wanted.put(node.get("attribute").text(), node.get("value").text());
        }
        return wanted;
    }

    private Optional<MethodReader.Word> word(YamlNode node) {
        int before = problems.found().size();
        MethodReader.Word word = node.word(MethodReader.Word.class);
        return problems.found().size() == before ? Optional.of(word) : Optional.empty();
    }

    /** The method with the parameters of an indicator or of a regional target; some method if its word is unknown. */
    private static Method method(Optional<MethodReader.Word> word, YamlNode node, Direction direction) {
        return word.map(known -> MethodReader.read(known, node.get("parameters"), direction))
                .orElse(new Target(1, 100, direction));
    }

    private Formula formula(YamlNode node) {
        String text = node.text();
        Formula.Parsed parsed = FormulaParser.parse(text, catalogue.elements().keySet());
        if (!text.isEmpty()) {
            parsed.faults()
                    .forEach(fault -> node.problem(
                            "SCHEME_FORMULA_INVALID",
                            "公式 \"%s\" 第%d列: %s".formatted(text, fault.column(), fault.chinese()),
                            "Formula \"%s\", column %d: %s".formatted(text, fault.column(), fault.english())));
        }
        return parsed.formula();
    }

    private List<String> departments(YamlNode node) {
        for (YamlNode item : node.items()) {
            String name = item.text();
            if (!departments.isEmpty() && !departments.contains(name)) {
                String near = Nearest.to(name, departments)
                        .map("(did you mean \"%s\"?)"::formatted)
                        .orElse("");
                item.problem(
                        "SCHEME_DEPARTMENT_UNKNOWN",
                        "目录中没有部门 \"%s\" %s".formatted(name, near),
                        "The catalogue has no department \"%s\" %s".formatted(name, near));
            }
        }
        return node.texts();
    }

    private static Example example(YamlNode node) {
        node.only("value", "points", "quarter", "among");
        YamlNode quarter = node.get("quarter");
        int asked = quarter.isPresent() ? quarter.integer() : 4;
        if (asked < 1 || asked > 4) {
            quarter.problem("SCHEME_EXAMPLE_WRONG", "季度须为1至4", "A quarter is 1 to 4");
        }
        return new Example(
                node.get("value").number().doubleValue(),
                node.get("points").number().doubleValue(),
                Math.max(1, Math.min(4, asked)),
                node.get("among").items().stream()
                        .map(item -> item.number().doubleValue())
                        .toList(),
                node.where());
    }
}
