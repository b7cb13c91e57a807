package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.scheme.Combination;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeNode;
import org.wenheng.analytics.scheme.WeightRule;

/**
 * The tree of a scheme in one period. Only the indicators that count in it take part; a dimension weighs what its counting
 * indicators weigh.
 *
 * @param nodes the words of each node of the tree, in the same order
 * @param weightRules where the weights of each node's children come from, in the same order
 */
record SchemeTree(NodeTree tree, List<SchemeNode> nodes, List<WeightRule> weightRules) {

    SchemeTree {
        nodes = List.copyOf(nodes);
        weightRules = List.copyOf(weightRules);
    }

    /**
     * @param counting the indicators of the period; each one's place in the list is its column
     */
    static SchemeTree of(Scheme scheme, List<Indicator> counting) {
        Map<String, Integer> columns = new HashMap<>();
        counting.forEach(indicator -> columns.put(indicator.code(), columns.size()));
        Map<String, Combination> combinations = new HashMap<>();
        scheme.dimensions().forEach(dimension -> combinations.put(dimension.code(), dimension.combination()));
        Map<String, Double> weights = weights(scheme, columns);

        List<SchemeNode> words = new ArrayList<>();
        List<WeightRule> rules = new ArrayList<>();
        List<NodeTree.Node> nodes = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (SchemeNode node : scheme.nodes()) {
            Double weight = weights.get(node.code());
            if (weight == null) {
                continue;
            }
            String above = node.parent();
            int parent = above == null ? -1 : places.getOrDefault(above, -1);
            Integer column = columns.get(node.code());
            Combination combination = combinations.getOrDefault(node.code(), Combination.WEIGHTED_MEAN);
            places.put(node.code(), nodes.size());
            words.add(node);
            rules.add(combination.weights());
            nodes.add(
                    column == null
                            ? new Branch(
                                    node.code(),
                                    parent,
                                    weight,
                                    combination.aggregation(),
                                    combination.minimumAvailability())
                            : new Leaf(node.code(), parent, weight, column));
        }
        return new SchemeTree(new NodeTree(nodes), words, rules);
    }

    /** The shares of the whole of the counting indicators, and their sums for the dimensions above them. */
    private static Map<String, Double> weights(Scheme scheme, Map<String, Integer> columns) {
        Map<String, Double> weights = new HashMap<>();
        List<SchemeNode> nodes = scheme.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            SchemeNode node = nodes.get(i);
            if (columns.containsKey(node.code())) {
                weights.put(node.code(), node.share());
            }
            Double weight = weights.get(node.code());
            if (weight != null && node.parent() != null) {
                weights.merge(node.parent(), weight, Double::sum);
            }
        }
        return weights;
    }
}
