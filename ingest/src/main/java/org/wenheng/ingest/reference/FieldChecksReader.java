package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads {@code checks.yml}. A catalogue without this file has no checks of its own. */
final class FieldChecksReader {
    private final Map<String, Element> elements;

    private FieldChecksReader(Map<String, Element> elements) {
        this.elements = elements;
    }

    static FieldChecks read(Path path, Map<String, Element> elements, Problems problems) {
        return Files.isRegularFile(path)
                ? new FieldChecksReader(elements).read(YamlFile.read(path, problems))
                : FieldChecks.NONE;
    }

    private FieldChecks read(YamlNode root) {
        root.only("sums", "limits", "ratios", "implications", "running-totals", "steady", "uncompared", "allowed");
        List<Relation> relations = new ArrayList<>();
        root.get("sums").items().forEach(node -> relations.add(sum(node)));
        root.get("limits").items().forEach(node -> relations.add(limit(node)));
        root.get("ratios").items().forEach(node -> relations.add(ratio(node)));
        root.get("implications").items().forEach(node -> relations.add(implication(node)));
        Map<String, List<BigDecimal>> allowed = new LinkedHashMap<>();
        root.get("allowed").entries().forEach((code, node) -> {
            known(node, code);
            allowed.put(code, node.items().stream().map(YamlNode::number).toList());
        });
        return new FieldChecks(
                relations,
                names(root.get("running-totals")),
                names(root.get("steady")),
                names(root.get("uncompared")),
                allowed);
    }

    private Relation sum(YamlNode node) {
        node.only("parts", "whole", "tolerance");
        List<String> parts = list(node, "parts", 2);
        String whole = name(node.get("whole"));
        requireOneUnit(node, parts, List.of(whole));
        BigDecimal tolerance = node.get("tolerance").optionalNumber().orElse(BigDecimal.ZERO);
        if (tolerance.signum() < 0) {
            node.get("tolerance")
                    .problem("CHECK_TOLERANCE_NEGATIVE", "tolerance 不能为负", "tolerance must not be negative");
        }
        return new Relation.Sum(parts, whole, tolerance);
    }

    private Relation limit(YamlNode node) {
        node.only("parts", "wholes");
        List<String> parts = list(node, "parts", 1);
        List<String> wholes = list(node, "wholes", 1);
        requireOneUnit(node, parts, wholes);
        return new Relation.Limit(parts, wholes);
    }

    private Relation ratio(YamlNode node) {
        node.only("of", "per", "at-least", "at-most");
        BigDecimal atLeast = node.get("at-least").optionalNumber().orElse(null);
        BigDecimal atMost = node.get("at-most").optionalNumber().orElse(null);
        boolean reversed = atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0;
        if (reversed || (atLeast == null && atMost == null)) {
            node.problem(
                    "CHECK_BOUNDS_UNCLEAR",
                    "应有 at-least 或 at-most,且前者不大于后者",
                    "Needs at-least or at-most, the first not above the second");
        }
        return new Relation.Ratio(name(node.get("of")), name(node.get("per")), atLeast, atMost);
    }

    private Relation implication(YamlNode node) {
        node.only("if", "then");
        return new Relation.Implication(name(node.get("if")), name(node.get("then")));
    }

    private Set<String> names(YamlNode node) {
        return node.items().stream().map(this::name).collect(Collectors.toSet());
    }

    private List<String> list(YamlNode node, String key, int fewest) {
        List<String> names = node.get(key).items().stream().map(this::name).toList();
        if (names.size() < fewest) {
            node.problem(
                    "CHECK_ELEMENTS_TOO_FEW",
                    "%s 至少应有 %d 个数据元".formatted(key, fewest),
                    "%s needs at least %d element(s)".formatted(key, fewest));
        }
        return names;
    }

    private String name(YamlNode node) {
        String code = node.text();
        known(node, code);
        return code;
    }

    private void known(YamlNode node, String code) {
        if (!code.isEmpty() && !elements.containsKey(code)) {
            String near = Nearest.to(code, elements.keySet())
                    .map(" (did you mean \"%s\"?)"::formatted)
                    .orElse("");
            node.problem(
                    "CHECK_ELEMENT_UNKNOWN",
                    "没有数据元 \"%s\"%s".formatted(code, near),
                    "There is no element \"%s\"%s".formatted(code, near));
        }
    }

    private void requireOneUnit(YamlNode node, List<String> parts, List<String> wholes) {
        List<String> units = java.util.stream.Stream.concat(parts.stream(), wholes.stream())
                .map(elements::get)
                .filter(Objects::nonNull)
                .map(Element::unit)
                .distinct()
                .toList();
        if (units.size() > 1) {
            node.problem(
                    "CHECK_UNITS_DIFFER",
                    "部分与总量的单位应一致,现有 %s".formatted(units),
                    "Parts and wholes must have one unit, found %s".formatted(units));
        }
    }
}
