package org.wenheng.analytics.structure;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Matrix;

/**
 * How the nodes of an index that belong together move together. Very high: they count the same thing twice. Low or
 * negative: what one gains the other loses in the mean.
 *
 * @param pairs by group, each pair once
 */
public record GroupCorrelations(List<Pair> pairs) {

    public GroupCorrelations {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two nodes that belong together.
     *
     * @param group place of the node both belong to
     * @param first place of the one that stands first in the tree
     * @param second place of the other
     */
    public record Pair(int group, int first, int second, Coefficient coefficient) {}

    /**
     * Of all pairs of nodes that are the same number of generations below the same node.
     *
     * @param scores rows × nodes of the tree
     * @param generations 1 for siblings; 2 for all grandchildren of a node, and so on
     */
    public static GroupCorrelations of(NodeTree tree, Matrix scores, Correlation method, int generations) {
        if (generations < 1) {
            throw new IllegalArgumentException("Generations must be at least 1: " + generations);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int group = 0; group < tree.nodes().size(); group++) {
            List<Integer> members = below(tree, group, generations);
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    int first = Math.min(members.get(i), members.get(j));
                    int second = Math.max(members.get(i), members.get(j));
                    pairs.add(new Pair(group, first, second, method.of(scores.column(first), scores.column(second))));
                }
            }
        }
        return new GroupCorrelations(pairs);
    }

    private static List<Integer> below(NodeTree tree, int group, int generations) {
        List<Integer> members = List.of(group);
        for (int generation = 0; generation < generations; generation++) {
            List<Integer> next = new ArrayList<>();
            for (int member : members) {
                for (int child : tree.children(member)) {
                    next.add(child);
                }
            }
            members = next;
        }
        return members;
    }

    /** The pairs above a threshold, such as 0.9: perhaps counted twice. */
    public List<Pair> above(double threshold) {
        return pairs.stream()
                .filter(pair -> pair.coefficient().value() > threshold)
                .toList();
    }

    /** The pairs below a threshold, such as 0 or −0.4: in conflict. */
    public List<Pair> below(double threshold) {
        return pairs.stream()
                .filter(pair -> pair.coefficient().value() < threshold)
                .toList();
    }
}
