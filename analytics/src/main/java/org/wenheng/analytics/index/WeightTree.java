package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeNode;

/**
 * The weights of a period. Only indicators that count in it take part; their shares of the whole are brought back to 100,
 * so a dimension weighs what its counting indicators weigh. What is not applicable to a region gives its weight to its
 * siblings in proportion; a dimension of which nothing applies gives its weight to its own siblings.
 */
final class WeightTree {
    private final Map<String, SchemeNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, Double> base = new HashMap<>();
    private final String root;

    WeightTree(Scheme scheme, List<Indicator> counting) {
        Set<String> leaves = counting.stream().map(Indicator::code).collect(Collectors.toSet());
        List<SchemeNode> tree = scheme.nodes().stream()
                .filter(node -> Set.of("index", "dimension", "indicator").contains(node.kind()))
                .toList();
        this.root = scheme.index().code();
        for (int i = tree.size() - 1; i >= 0; i--) {
            SchemeNode node = tree.get(i);
            if (leaves.contains(node.code())) {
                base.put(node.code(), node.share());
            }
            String parent = node.parent();
            if (parent != null && base.containsKey(node.code())) {
                base.merge(parent, base.getOrDefault(node.code(), 0.0), Double::sum);
                children.computeIfAbsent(parent, code -> new ArrayList<>()).add(0, node.code());
            }
        }
        tree.stream().filter(node -> base.containsKey(node.code())).forEach(node -> nodes.put(node.code(), node));
    }

    /** The nodes that count, the index first, parents before children. */
    List<SchemeNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The nodes directly below a node that count; empty for an indicator. */
    List<String> childrenOf(String node) {
        return children.getOrDefault(node, List.of());
    }

    /**
     * The weight of every node in per cent of the whole; 0 where nothing applies.
     *
     * @param applies whether an indicator applies, by its code
     */
    Map<String, Double> weights(Predicate<String> applies) {
        Map<String, Double> weights = new HashMap<>();
        share(root, applies(root, applies) ? 100 : 0, applies, weights);
        return weights;
    }

    private void share(String node, double weight, Predicate<String> applies, Map<String, Double> weights) {
        weights.put(node, weight);
        List<String> below = childrenOf(node);
        double all = below.stream()
                .filter(child -> applies(child, applies))
                .mapToDouble(child -> base.getOrDefault(child, 0.0))
                .sum();
        for (String child : below) {
            double of = applies(child, applies) ? weight * base.getOrDefault(child, 0.0) / all : 0;
            share(child, of, applies, weights);
        }
    }

    private boolean applies(String node, Predicate<String> applies) {
        List<String> below = childrenOf(node);
        return below.isEmpty() ? applies.test(node) : below.stream().anyMatch(child -> applies(child, applies));
    }
}
