package org.wenheng.analytics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.composite.NodeTree.Node;
import org.wenheng.analytics.matrix.Matrix;

/** The ASEM index of the published results: 51 countries, 49 indicators, 8 pillars, 2 sub-indices, one index. */
public final class Asem {
    /** The pillars, which are the criteria of the other packages' results. */
    public static final List<String> PILLARS =
            List.of("Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin");

    private Asem() {}

    /** The tree of the index with weights of 1, and one aggregation and availability for every branch of a level. */
    public static NodeTree tree(IntFunction<Aggregation> byLevel, double minimumAvailability) {
        Oracle meta = Oracle.read("asem/00_input/asem_iMeta.csv");
        List<String> codes = meta.texts("iCode");
        List<String> places = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        int column = 0;
        for (int level = 4; level >= 1; level--) {
            for (int i = 0; i < codes.size(); i++) {
                if (meta.texts("Level").get(i).equals(String.valueOf(level))) {
                    int parent = places.indexOf(meta.texts("Parent").get(i));
                    places.add(codes.get(i));
                    nodes.add(
                            level == 1
                                    ? new Leaf(codes.get(i), parent, 1, column++)
                                    : new Branch(codes.get(i), parent, 1, byLevel.apply(level), minimumAvailability));
                }
            }
        }
        return new NodeTree(nodes);
    }

    /** The indicators of a table, in the order of the tree's columns. */
    public static Matrix indicators(String path, NodeTree tree) {
        List<String> codes = new ArrayList<>();
        for (int column = 0; column < tree.leaves(); column++) {
            codes.add(tree.nodes().get(tree.leafOf(column)).code());
        }
        return Oracle.read(path).matrix(codes);
    }

    /** The points of the pillars that the other packages were given. */
    public static Matrix pillars() {
        return Oracle.read("asem/03_aggregate/amean_1_100.csv").matrix(PILLARS);
    }

    /** Eight equal weights. */
    public static double[] equal() {
        double[] weights = new double[PILLARS.size()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Asserts that numbers agree within a relative difference, and are missing in the same places. */
    public static void assertAgree(double[] found, double[] expected, double relative) {
        assertThat(found).hasSameSizeAs(expected);
        for (int row = 0; row < found.length; row++) {
            if (Double.isNaN(expected[row])) {
                assertThat(found[row]).as("row %d", row).isNaN();
            } else {
                assertThat(found[row])
                        .as("row %d", row)
                        .isEqualTo(expected[row], within(relative * Math.max(1e-3, Math.abs(expected[row]))));
            }
        }
    }
}
