package org.wenheng.ingest.generate.bulk;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.generate.bulk.AnomalyRule.Effect;
import org.wenheng.ingest.generate.bulk.BulkRules.Span;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the {@code bulk.yml} of a catalogue. */
public final class BulkRulesReader {
    /** Where an element does not apply to a kind. */
    private static final String NONE = "none";

    private final Catalogue catalogue;
    private final Map<String, List<Double>> seasons = new LinkedHashMap<>();
    private List<FacilityKind> kinds = List.of();

    private BulkRulesReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads the rules strictly.
     *
     * @param file the {@code bulk.yml}
     * @throws InputRefusedException with everything that is wrong with it
     */
    public static BulkRules read(Path file, Catalogue catalogue) {
        if (!Files.isRegularFile(file)) {
            throw InputRefusedException.of(
                    "BULK_RULES_MISSING",
                    file.toString(),
                    "目录 %s 没有 bulk.yml,不能直接在数据湖中生成合成数据".formatted(catalogue.code()),
                    "The catalogue %s has no bulk.yml, so no synthetic observations can be made of it in bulk"
                            .formatted(catalogue.code()));
        }
        Problems problems = new Problems();
        BulkRules rules = new BulkRulesReader(catalogue).rules(YamlFile.read(file, problems));
        problems.throwIfAny(file.toString());
        return rules;
    }

    private BulkRules rules(YamlNode root) {
        root.only("base-year", "mark", "kinds", "county", "facility", "seasons", "elements", "reports", "anomalies");
        kinds = root.get("kinds").entries().entrySet().stream()
                .map(entry -> kind(entry.getKey(), entry.getValue()))
                .toList();
        root.get("seasons").entries().forEach((name, weights) -> seasons.put(name, season(name, weights)));
        return new BulkRules(
                root.get("base-year").integer(),
                root.get("mark").text(),
                spread(root.get("facility").only("month").get("month")),
                county(root.get("county")),
                kinds,
                elements(root.get("elements")),
                reports(root.get("reports")),
                anomalies(root.get("anomalies")));
    }

    private FacilityKind kind(String code, YamlNode node) {
        node.only("letter", "zh", "each", "rest", "by", "spread", "missing");
        return new FacilityKind(
                code,
                node.get("letter").text(),
                node.get("zh").text(),
                node.get("each").integer(),
                share(node.get("rest")),
                attribute(node.get("by")),
                spread(node.get("spread")),
                share(node.get("missing")));
    }

    private BulkRules.County county(YamlNode node) {
        node.only("people", "demand", "spread", "month", "element-month", "groups");
        YamlNode groups = node.get("groups").only("attribute", "values");
        Map<String, Double> values = new LinkedHashMap<>();
        groups.get("values").entries().forEach((value, effect) -> values.put(value, number(effect)));
        return new BulkRules.County(
                attribute(node.get("people")),
                number(node.get("demand")),
                spread(node.get("spread")),
                spread(node.get("month")),
                spread(node.get("element-month")),
                attribute(groups.get("attribute")),
                values);
    }

    private List<Double> season(String name, YamlNode node) {
        List<Double> weights =
                node.items().stream().map(BulkRulesReader::number).toList();
        double mean = weights.stream().mapToDouble(Double::doubleValue).sum() / 12;
        if (weights.size() != 12 || weights.stream().anyMatch(weight -> weight <= 0)) {
            node.problem(
                    "BULK_SEASON",
                    "季节 %s 应有12个月的正权重".formatted(name),
                    "The season %s needs weights above 0 of twelve months".formatted(name));
        }
        return weights.stream().map(weight -> weight / mean).toList();
    }

    private List<ElementRule> elements(YamlNode node) {
        List<ElementRule> rules = new ArrayList<>();
        Map<String, YamlNode> entries = node.entries();
        entries.forEach((code, rule) -> {
            Element element = catalogue.elements().get(code);
            if (element == null) {
                rule.problem("BULK_ELEMENT_UNKNOWN", "目录里没有数据元 " + code, "The catalogue has no element " + code);
            } else {
                rules.add(element(element, rule));
            }
        });
        catalogue.elements().keySet().stream()
                .filter(code -> !entries.containsKey(code))
                .forEach(code -> node.problem(
                        "BULK_ELEMENT_MISSING", "缺少数据元 " + code + " 的规则", "No rule for the element " + code));
        return rules;
    }

    private ElementRule element(Element element, YamlNode node) {
        node.only("level", "loading", "peculiar", "noise", "growth", "season", "nil");
        String seasonName = node.get("season").text();
        List<Double> season = seasons.getOrDefault(seasonName, List.of());
        if (season.isEmpty()) {
            node.problem("BULK_SEASON", "没有季节 " + seasonName, "There is no season " + seasonName);
        }
        return new ElementRule(
                element.code(),
                levels(node.get("level")),
                number(node.get("loading")),
                spread(node.get("peculiar")),
                spread(node.get("noise")),
                number(node.get("growth")),
                season,
                node.get("nil").isPresent() ? share(node.get("nil")) : 0,
                element.atMost(),
                element.atMost() != null ? 1 : most(element.maximum()),
                element.overTime() == Element.Accumulation.LAST);
    }

    private static double most(@Nullable BigDecimal maximum) {
        return maximum == null ? Double.MAX_VALUE : maximum.doubleValue();
    }

    private Map<String, Double> levels(YamlNode node) {
        List<YamlNode> items = node.items();
        if (items.size() != kinds.size()) {
            node.problem(
                    "BULK_LEVELS",
                    "应为 %d 类机构各写一个水平,不适用写 none".formatted(kinds.size()),
                    "Expected one level for each of %d kinds, none where it does not apply".formatted(kinds.size()));
            return Map.of();
        }
        Map<String, Double> levels = new LinkedHashMap<>();
        IntStream.range(0, items.size())
                .filter(i -> !items.get(i).text().equals(NONE))
                .forEach(i -> levels.put(kinds.get(i).code(), above0(items.get(i))));
        return levels;
    }

    private static BulkRules.Reports reports(YamlNode node) {
        node.only(
                "in-days",
                "late",
                "late-days",
                "silent",
                "silent-months",
                "missing-values",
                "corrected",
                "corrected-days",
                "corrected-values",
                "corrected-by");
        return new BulkRules.Reports(
                span(node.get("in-days")),
                share(node.get("late")),
                node.get("late-days").integer(),
                share(node.get("silent")),
                span(node.get("silent-months")),
                share(node.get("missing-values")),
                share(node.get("corrected")),
                span(node.get("corrected-days")),
                share(node.get("corrected-values")),
                spread(node.get("corrected-by")));
    }

    private BulkRules.Anomalies anomalies(YamlNode node) {
        node.only("from-month", "kinds");
        return new BulkRules.Anomalies(
                node.get("from-month").integer(),
                node.get("kinds").entries().entrySet().stream()
                        .map(entry -> anomaly(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private AnomalyRule anomaly(String kind, YamlNode node) {
        node.only("level", "of", "share", "factor", "round", "copy", "months", "elements");
        boolean facility = node.get("level").word(Level.class) == Level.FACILITY;
        String of = facility ? node.get("of").text() : null;
        if (of != null && kinds.stream().noneMatch(each -> each.code().equals(of))) {
            node.problem("BULK_KIND_UNKNOWN", "没有机构类型 " + of, "There is no kind of facility " + of);
        }
        node.get("elements").items().forEach(this::checkPlantable);
        Effect effect = node.get("copy").flag(false)
                ? Effect.COPIED
                : node.get("round").isPresent() ? Effect.ROUNDED : Effect.TIMES;
        double size = switch (effect) {
            case COPIED -> 1;
            case ROUNDED -> above0(node.get("round"));
            case TIMES -> above0(node.get("factor"));
        };
        return new AnomalyRule(
                kind,
                of,
                share(node.get("share")),
                effect,
                size,
                node.get("months").isPresent() ? node.get("months").integer() : 0,
                node.get("elements").texts());
    }

    /** The list of what was planted gives sums over facilities. */
    private void checkPlantable(YamlNode node) {
        Element element = catalogue.elements().get(node.text());
        if (element == null) {
            node.problem(
                    "BULK_ELEMENT_UNKNOWN", "目录里没有数据元 " + node.text(), "The catalogue has no element " + node.text());
        } else if (element.overFacilities() != Element.RollUp.SUM) {
            node.problem(
                    "BULK_ELEMENT_NOT_SUM",
                    "异常只能埋在各机构相加的数据元中,%s 不是".formatted(node.text()),
                    "Anomalies go only into elements that add up over facilities, which %s does not"
                            .formatted(node.text()));
        }
    }

    private enum Level {
        COUNTY,
        FACILITY
    }

    private String attribute(YamlNode node) {
        String name = node.text();
        if (catalogue.regions().values().stream().allMatch(region -> region.attribute(name) == null)) {
            node.problem(
                    "BULK_ATTRIBUTE_UNKNOWN",
                    "没有一个行政区有属性 \"%s\"".formatted(name),
                    "No region has the attribute \"%s\"".formatted(name));
        }
        return name;
    }

    private static Span span(YamlNode node) {
        List<YamlNode> items = node.items();
        Span span = items.size() == 2
                ? new Span(items.get(0).integer(), items.get(1).integer())
                : new Span(0, -1);
        if (span.first() < 0 || span.last() < span.first()) {
            node.problem(
                    "BULK_SPAN", "应为 [最小, 最大] 两个不小于0的整数", "Expected two whole numbers from 0 on: [least, greatest]");
            return new Span(0, 0);
        }
        return span;
    }

    private static double share(YamlNode node) {
        double share = number(node);
        if (share < 0 || share > 1) {
            node.problem("BULK_SHARE", "应在0到1之间: " + share, "Must lie between 0 and 1: " + share);
        }
        return share;
    }

    private static double spread(YamlNode node) {
        double spread = number(node);
        if (spread < 0) {
            node.problem("BULK_SPREAD", "离散程度不能为负: " + spread, "A spread cannot be negative: " + spread);
        }
        return spread;
    }

    private static double above0(YamlNode node) {
        double value = number(node);
        if (value <= 0) {
            node.problem("BULK_NOT_ABOVE_0", "应大于0: " + value, "Must be above 0: " + value);
            return 1;
        }
        return value;
    }

    private static double number(YamlNode node) {
        return node.number().doubleValue();
    }
}
