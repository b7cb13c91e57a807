package org.wenheng.analytics.screen;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.matrix.Matrix;

/**
 * How many of a row's values are there. Missing and zero are two things: a zero is a value.
 *
 * @param columns how many there could be
 * @param missing how many are not there
 * @param zeros how many are 0
 */
public record Availability(int columns, int missing, int zeros) {

    /** Of every row. */
    public static List<Availability> of(Matrix values) {
        int[] missing = new int[values.rows()];
        int[] zeros = new int[values.rows()];
        for (int column = 0; column < values.columns(); column++) {
            double[] all = values.column(column);
            for (int row = 0; row < all.length; row++) {
                missing[row] += Double.isNaN(all[row]) ? 1 : 0;
                zeros[row] += all[row] == 0 ? 1 : 0;
            }
        }
        List<Availability> rows = new ArrayList<>();
        for (int row = 0; row < missing.length; row++) {
            rows.add(new Availability(values.columns(), missing[row], zeros[row]));
        }
        return rows;
    }

    /**
     * The share of the indicators below each node that have a value.
     *
     * @param values rows × leaves of the tree
     * @return rows × nodes, 0 to 1; of a leaf 0 or 1
     */
    public static Matrix ofNodes(NodeTree tree, Matrix values) {
        int nodes = tree.nodes().size();
        double[][] there = new double[nodes][values.rows()];
        double[] leaves = new double[nodes];
        for (int place = nodes - 1; place >= 0; place--) {
            if (tree.nodes().get(place) instanceof Leaf leaf) {
                leaves[place] = 1;
                for (int row = 0; row < values.rows(); row++) {
                    there[place][row] = Double.isNaN(values.at(row, leaf.column())) ? 0 : 1;
                }
            }
            for (int child : tree.children(place)) {
                leaves[place] += leaves[child];
                for (int row = 0; row < values.rows(); row++) {
                    there[place][row] += there[child][row];
                }
            }
        }
        for (int place = 0; place < nodes; place++) {
            for (int row = 0; row < values.rows(); row++) {
                there[place][row] /= leaves[place];
            }
        }
        return Matrix.ofColumns(values.rows(), there);
    }

    /** How many are there. */
    public int present() {
        return columns - missing;
    }

    /** The share of the columns that are there, 0 to 1; 0 if there are no columns. */
    public double share() {
        return columns == 0 ? 0 : (double) present() / columns;
    }

    /** The share of the values that are there that are not 0, 0 to 1; 0 if none is there. */
    public double nonZeroShare() {
        return present() == 0 ? 0 : 1 - (double) zeros / present();
    }
}
