package org.wenheng.ingest.generate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the {@code generate.yml} of a catalogue. */
final class GenerateSettingsReader {
    private final Catalogue catalogue;
    private final Problems problems = new Problems();
    private final Set<String> notGenerated = new HashSet<>();

    private GenerateSettingsReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param file the {@code generate.yml}
     * @throws InputRefusedException with everything that is wrong with it
     */
    static GenerateSettings read(Path file, Catalogue catalogue) {
        if (!Files.isRegularFile(file)) {
            throw InputRefusedException.of(
                    "GENERATE_SETTINGS_MISSING",
                    file.toString(),
                    "这个目录没有 generate.yml,不能生成合成数据",
                    "This catalogue has no generate.yml, so no synthetic data can be made of it");
        }
        GenerateSettingsReader reader = new GenerateSettingsReader(catalogue);
        GenerateSettings settings = reader.settings(YamlFile.read(file, reader.problems));
        reader.problems.throwIfAny(file.toString());
        return settings;
    }

    private GenerateSettings settings(YamlNode root) {
        root.only(
                "base-year",
                "quality",
                "synthetic-note",
                "filled-by",
                "not-generated",
                "reports",
                "mistakes",
                "seasons",
                "facilities",
                "elements");
        root.get("not-generated").items().forEach(this::checkForm);
        notGenerated.addAll(root.get("not-generated").texts());
        YamlNode reports = root.get("reports").only("missing", "late", "twice", "csv-reporters");
        YamlNode quality = root.get("quality").only("mean", "spread");
        YamlNode mistakes = root.get("mistakes").only("share", "kinds");
        return new GenerateSettings(
                root.get("base-year").integer(),
                quality.get("mean").number().doubleValue(),
                quality.get("spread").number().doubleValue(),
                root.get("synthetic-note").text(),
                root.get("filled-by").text(),
                Set.copyOf(notGenerated),
                share(reports.get("missing")),
                share(reports.get("late")),
                share(reports.get("twice")),
                share(reports.get("csv-reporters")),
                share(mistakes.get("share")),
                mistakes.get("kinds").items().stream()
                        .map(GenerateSettingsReader::mistake)
                        .toList(),
                facilities(root.get("facilities")),
                values(root.get("elements"), seasons(root.get("seasons"))));
    }

    private static MistakeRule mistake(YamlNode node) {
        node.only("kind", "units", "factor", "text");
        return new MistakeRule(
                node.get("kind").word(MistakeRule.Kind.class),
                node.get("units").texts(),
                (int) number(node, "factor", 1),
                node.get("text").optionalText().orElse(""));
    }

    private void checkForm(YamlNode node) {
        if (!catalogue.forms().containsKey(node.text())) {
            String form = node.text();
            node.problem("GENERATE_FORM_UNKNOWN", "目录里没有报表 " + form, "The catalogue has no form " + form);
        }
    }

    private Stream<Form> generated() {
        return catalogue.forms().values().stream().filter(form -> !notGenerated.contains(form.code()));
    }

    private Map<String, FacilityRule> facilities(YamlNode node) {
        Map<String, FacilityRule> rules = new LinkedHashMap<>();
        node.entries().forEach((type, rule) -> {
            rule.only("letter", "name", "count", "count-of", "members");
            Map<String, Double> members = new LinkedHashMap<>();
            rule.get("members").entries().forEach((member, share) -> members.put(member, share(share)));
            rules.put(
                    type,
                    new FacilityRule(
                            rule.get("letter").optionalText().orElse(""),
                            rule.get("name").optionalText().orElse("%s"),
                            (int) number(rule, "count", 0),
                            rule.get("count-of").texts(),
                            members));
        });
        generated().forEach(form -> {
            String type = form.facilityType();
            if (type != null && !rules.containsKey(type)) {
                node.problem(
                        "GENERATE_FACILITY_MISSING",
                        "缺少机构类型 \"%s\" 的规则(报表 %s 使用)".formatted(type, form.code()),
                        "No rule for the facility type \"%s\" of form %s".formatted(type, form.code()));
            }
        });
        return rules;
    }

    private static Map<String, List<Double>> seasons(YamlNode node) {
        Map<String, List<Double>> seasons = new LinkedHashMap<>();
        node.entries().forEach((name, weights) -> {
            List<Double> values = new ArrayList<>();
            weights.items().forEach(weight -> values.add(weight.number().doubleValue()));
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            if (values.size() != 12 || mean <= 0) {
                weights.problem(
                        "GENERATE_SEASON",
                        "季节 %s 应有12个月的权重".formatted(name),
                        "The season %s needs the weights of twelve months".formatted(name));
            }
            seasons.put(name, values.stream().map(weight -> weight / mean).toList());
        });
        return seasons;
    }

    private Map<String, ValueRule> values(YamlNode node, Map<String, List<Double>> seasons) {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        node.entries().forEach((code, rule) -> {
            if (!catalogue.elements().containsKey(code)) {
                rule.problem("GENERATE_ELEMENT_UNKNOWN", "目录里没有数据元 " + code, "The catalogue has no element " + code);
            }
            rules.put(code, value(rule, seasons));
        });
        generated()
                .flatMap(form -> form.elements().stream())
                .filter(code -> !rules.containsKey(code))
                .distinct()
                .forEach(code -> node.problem(
                        "GENERATE_ELEMENT_MISSING", "缺少数据元 " + code + " 的规则", "No rule for the element " + code));
        return rules;
    }

    private ValueRule value(YamlNode node, Map<String, List<Double>> seasons) {
        node.only(
                "kind",
                "of",
                "plus",
                "level",
                "quality",
                "spread",
                "noise",
                "growth",
                "season",
                "step",
                "dip",
                "only-where",
                "fresh");
        node.get("of").items().forEach(this::checkSize);
        return new ValueRule(
                node.get("kind").word(ValueRule.Kind.class),
                node.get("of").texts(),
                number(node, "plus", 0),
                node.get("level").number().doubleValue(),
                number(node, "quality", 0),
                number(node, "spread", 0),
                number(node, "noise", 0),
                number(node, "growth", 0),
                season(node.get("season"), seasons),
                number(node, "step", 0),
                number(node, "dip", 0),
                node.get("only-where").optionalText().orElse(null),
                node.get("fresh").flag(false));
    }

    private void checkSize(YamlNode node) {
        String name = node.text();
        boolean known = catalogue.elements().containsKey(name)
                || catalogue.regions().values().stream().anyMatch(region -> region.attribute(name) != null);
        if (!known) {
            node.problem(
                    "GENERATE_SIZE_UNKNOWN",
                    "\"%s\" 既不是数据元也不是行政区属性".formatted(name),
                    "\"%s\" is neither an element nor an attribute of a region".formatted(name));
        }
    }

    private static List<Double> season(YamlNode node, Map<String, List<Double>> seasons) {
        return node.optionalText()
                .map(name -> {
                    List<Double> season = seasons.get(name);
                    if (season == null) {
                        node.problem("GENERATE_SEASON", "没有季节 " + name, "There is no season " + name);
                        return List.<Double>of();
                    }
                    return season;
                })
                .orElse(List.of());
    }

    private static double share(YamlNode node) {
        double share = node.number().doubleValue();
        if (share < 0 || share > 1) {
            node.problem("GENERATE_SHARE", "应在0到1之间: " + share, "Must lie between 0 and 1: " + share);
        }
        return share;
    }

    private static double number(YamlNode node, String key, double fallback) {
        return node.get(key).optionalNumber().map(Number::doubleValue).orElse(fallback);
    }
}
