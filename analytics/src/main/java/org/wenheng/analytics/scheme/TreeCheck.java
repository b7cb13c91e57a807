package org.wenheng.analytics.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** Looks at the tree as a whole: codes once, parents there, no circle, no dimension without an indicator. */
final class TreeCheck {
    private final List<Dimension> dimensions;
    private final List<Indicator> indicators;
    private final Set<Frequency> scores;
    private final YamlNode root;
    private final Map<String, Dimension> byCode = new LinkedHashMap<>();
    private final Map<String, YamlNode> places = new HashMap<>();

    TreeCheck(
            YamlNode root,
            List<Dimension> dimensions,
            List<Indicator> indicators,
            ScoringRules rules,
            Set<Frequency> scores) {
        this.root = root;
        this.dimensions = dimensions;
        this.indicators = indicators;
        this.scores = scores;
        dimensions.forEach(dimension -> byCode.putIfAbsent(dimension.code(), dimension));
        place(root.get("index"));
        root.get("dimensions").items().forEach(this::place);
        root.get("indicators").items().forEach(this::place);
        YamlNode adjustments = root.get("adjustments");
        for (String kind :
                rules.adjustments().items().isEmpty() ? List.<String>of() : List.of("bonus", "deduction", "veto")) {
            adjustments.get(kind).get("items").items().forEach(this::place);
        }
    }

    /** The dimensions, parents before children; problems are said on the way. */
    List<Dimension> inOrder() {
        indicators.forEach(this::checkIndicator);
        Map<String, Dimension> ordered = new LinkedHashMap<>();
        ordered.put(dimensions.get(0).code(), dimensions.get(0));
        for (Dimension dimension : dimensions.subList(1, dimensions.size())) {
            addWithParents(dimension, ordered, new HashSet<>());
        }
        dimensions.forEach(this::checkHasChildren);
        return new ArrayList<>(ordered.values());
    }

    private void place(YamlNode node) {
        String code = node.get("code").optionalText().orElse("");
        YamlNode earlier = places.putIfAbsent(code, node);
        if (earlier != null && !code.isEmpty()) {
            node.problem(
                    "SCHEME_CODE_TWICE",
                    "代码 \"%s\" 重复,已见于 %s".formatted(code, earlier.where()),
                    "Code \"%s\" is used twice, first at %s".formatted(code, earlier.where()));
        }
    }

    private void checkIndicator(Indicator indicator) {
        if (!byCode.containsKey(indicator.dimension())) {
            parentMissing(indicator.code(), indicator.dimension(), "dimension");
        }
        if (scores.stream().noneMatch(scored -> !scored.isFinerThan(indicator.frequency()))) {
            placeOf(indicator.code())
                    .problem(
                            "SCHEME_INDICATOR_NEVER_COUNTS",
                            "指标 %s 的频率比方案计分的各种期都长,永远不会计分".formatted(indicator.code()),
                            "Indicator %s is less frequent than every kind of period that is scored: it never counts"
                                    .formatted(indicator.code()));
        }
    }

    private void addWithParents(Dimension dimension, Map<String, Dimension> ordered, Set<String> path) {
        if (ordered.containsKey(dimension.code())) {
            return;
        }
        if (!path.add(dimension.code())) {
            placeOf(dimension.code())
                    .problem(
                            "SCHEME_TREE_CIRCLE",
                            "维度 \"%s\" 是自己的上级: %s".formatted(dimension.code(), String.join("、", path)),
                            "Dimension \"%s\" is above itself: %s"
                                    .formatted(dimension.code(), String.join(", ", path)));
            return;
        }
        Dimension parent = parentOf(dimension);
        if (parent == null) {
            parentMissing(dimension.code(), String.valueOf(dimension.parent()), "parent");
        } else {
            addWithParents(parent, ordered, path);
        }
        ordered.putIfAbsent(dimension.code(), dimension);
    }

    private @Nullable Dimension parentOf(Dimension dimension) {
        String parent = dimension.parent();
        return parent == null ? null : byCode.get(parent);
    }

    private void checkHasChildren(Dimension dimension) {
        boolean has = dimensions.stream().anyMatch(other -> dimension.code().equals(other.parent()))
                || indicators.stream().anyMatch(indicator -> dimension.code().equals(indicator.dimension()));
        if (!has) {
            placeOf(dimension.code())
                    .problem(
                            "SCHEME_DIMENSION_EMPTY",
                            "\"%s\" 之下没有指标".formatted(dimension.code()),
                            "There is no indicator below \"%s\"".formatted(dimension.code()));
        }
    }

    private void parentMissing(String code, String parent, String key) {
        String near = Nearest.to(parent, byCode.keySet())
                .map("(did you mean \"%s\"?)"::formatted)
                .orElse("");
        placeOf(code)
                .get(key)
                .problem(
                        "SCHEME_PARENT_UNKNOWN",
                        "\"%s\" 的上级 \"%s\" 不存在 %s".formatted(code, parent, near),
                        "The parent \"%s\" of \"%s\" does not exist %s".formatted(parent, code, near));
    }

    private YamlNode placeOf(String code) {
        return places.getOrDefault(code, root);
    }
}
