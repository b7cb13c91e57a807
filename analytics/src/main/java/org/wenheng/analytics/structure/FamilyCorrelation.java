package org.wenheng.analytics.structure;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Matrix;

/**
 * How a node of an index moves with one of the nodes above it. Near 0 it does not matter to that node, below 0 it works
 * against it (OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 4).
 *
 * @param node its place in the tree
 * @param ancestor place of the node above
 * @param generations 1 for the parent, 2 for the grandparent
 */
public record FamilyCorrelation(int node, int ancestor, int generations, Coefficient coefficient) {

    /**
     * Of every node with every node above it, by node and then upwards.
     *
     * @param scores rows × nodes of the tree, as {@link NodeTree#aggregate} gives them
     */
    public static List<FamilyCorrelation> of(NodeTree tree, Matrix scores, Correlation method) {
        List<FamilyCorrelation> family = new ArrayList<>();
        for (int node = 1; node < tree.nodes().size(); node++) {
            int generations = 1;
            for (int above = parent(tree, node); above >= 0; above = parent(tree, above)) {
                Coefficient coefficient = method.of(scores.column(node), scores.column(above));
                family.add(new FamilyCorrelation(node, above, generations++, coefficient));
            }
        }
        return family;
    }

    static int parent(NodeTree tree, int node) {
        return tree.nodes().get(node).parent();
    }
}
