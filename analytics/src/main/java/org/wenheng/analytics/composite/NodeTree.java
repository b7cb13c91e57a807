package org.wenheng.analytics.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.matrix.Matrix;

/**
 * The tree of an index: branches may differ in depth, and every branch says how its children are put together. Parents
 * stand before children, the root first.
 */
public final class NodeTree {
    private final List<Node> nodes;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[][] children;
    private final int[] nodeOfColumn;

    /** A node of the tree. */
    public sealed interface Node {
        /** Unique in the tree. */
        String code();

        /** Place of the parent in the list of nodes; -1 for the root. */
        int parent();

        /** Among its siblings, at least 0; only the proportions count. */
        double weight();
    }

    /**
     * A node whose points are made of its children's.
     *
     * @param minimumAvailability share of the children, by number, that must have points in a row for the row to get any;
     *     0 if one is enough
     */
    public record Branch(String code, int parent, double weight, Aggregation aggregation, double minimumAvailability)
            implements Node {}

    /**
     * A node whose points stand in a column of the matrix that is put in.
     *
     * @param column from 0; each column belongs to exactly one leaf
     */
    public record Leaf(String code, int parent, double weight, int column) implements Node {}

    /**
     * @param nodes the root first, parents before children
     * @throws IllegalArgumentException if a parent does not stand before its child or is a leaf, a branch has no children or
     *     none with a weight, or a code occurs twice
     */
    public NodeTree(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        List<List<Integer>> below = new ArrayList<>();
        Map<Integer, Integer> leaves = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            below.add(new ArrayList<>());
            require(places.put(node.code(), i) == null, "occurs twice", node);
            require(node.parent() < i && (node.parent() >= 0) == (i > 0), "stands before its parent", node);
            require(node.weight() >= 0, "has a weight below 0", node);
            if (i > 0) {
                require(nodes.get(node.parent()) instanceof Branch, "hangs on a leaf", node);
                below.get(node.parent()).add(i);
            }
            if (node instanceof Leaf leaf) {
                require(leaves.put(leaf.column(), i) == null, "has the column of another leaf", node);
            }
        }
        this.children = below.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.nodeOfColumn = new int[leaves.size()];
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Branch) {
                double sum = 0;
                for (int child : children[i]) {
                    sum += nodes.get(child).weight();
                }
                require(sum > 0, "has no children with a weight", node);
            } else {
                require(((Leaf) node).column() < leaves.size(), "has a column beyond the last", node);
                nodeOfColumn[((Leaf) node).column()] = i;
            }
        }
    }

    private static void require(boolean holds, String what, Node node) {
        if (!holds) {
            throw new IllegalArgumentException("Node %s %s".formatted(node.code(), what));
        }
    }

    /** The root first, parents before children. */
    public List<Node> nodes() {
        return nodes;
    }

    /** How many leaves there are: the columns of the matrix that is put in. */
    public int leaves() {
        return nodeOfColumn.length;
    }

    /** Place of the leaf of a column in the list of nodes. */
    public int leafOf(int column) {
        return nodeOfColumn[column];
    }

    /**
     * Place of a node in the list of nodes.
     *
     * @throws IllegalArgumentException if there is none of that code; it lists the nodes there are
     */
    public int place(String code) {
        Integer place = places.get(code);
        if (place == null) {
            throw new IllegalArgumentException("No node %s; the nodes are %s"
                    .formatted(code, nodes.stream().map(Node::code).toList()));
        }
        return place;
    }

    /** The codes of the leaves, by column. */
    public List<String> leafCodes() {
        return Arrays.stream(nodeOfColumn)
                .mapToObj(place -> nodes.get(place).code())
                .toList();
    }

    /** The codes of the branches, the root first. */
    public List<String> branchCodes() {
        return nodes.stream()
                .filter(node -> node instanceof Branch)
                .map(Node::code)
                .toList();
    }

    /** The codes of the nodes that are so many steps away from the root, which is at 0. */
    public List<String> codesAt(int depth) {
        int[] depths = new int[nodes.size()];
        List<String> codes = new ArrayList<>();
        for (int place = 0; place < depths.length; place++) {
            depths[place] = place == 0 ? 0 : depths[nodes.get(place).parent()] + 1;
            if (depths[place] == depth) {
                codes.add(nodes.get(place).code());
            }
        }
        return codes;
    }

    /** Places of the children of a node, in their order; empty for a leaf. Read, never written to. */
    public int[] children(int place) {
        return children[place];
    }

    /**
     * The same tree with other weights.
     *
     * @param weights by place
     * @throws IllegalArgumentException if one is below 0 or a branch has no children with a weight
     */
    public NodeTree withWeights(double[] weights) {
        List<Node> weighed = new ArrayList<>();
        for (Node node : nodes) {
            double weight = weights[weighed.size()];
            weighed.add(
                    node instanceof Branch branch
                            ? new Branch(
                                    branch.code(),
                                    branch.parent(),
                                    weight,
                                    branch.aggregation(),
                                    branch.minimumAvailability())
                            : new Leaf(node.code(), node.parent(), weight, ((Leaf) node).column()));
        }
        return new NodeTree(weighed);
    }

    /** The weights as they stand in the tree, by place. */
    public double[] weights() {
        return nodes.stream().mapToDouble(Node::weight).toArray();
    }

    /**
     * The points of every node.
     *
     * @param points rows × leaves, NaN where there are none
     * @param weights of every node by place; those of {@link #weights()} or others of the same shape
     * @return rows × nodes
     */
    public Matrix aggregate(Matrix points, double[] weights) {
        double[][] scores = new double[nodes.size()][];
        for (int place = nodes.size() - 1; place >= 0; place--) {
            scores[place] = nodes.get(place) instanceof Branch branch
                    ? combine(branch, children[place], scores, weights)
                    : points.column(((Leaf) nodes.get(place)).column());
        }
        return Matrix.ofColumns(points.rows(), scores);
    }

    /**
     * The points of a branch.
     *
     * @param branch of this tree, or one like it with another aggregation
     * @param among places of the children that take part; at least one, with a sum of weights above 0
     * @param scores by place; only those of the children are read
     * @param weights by place; only those of the children are read
     * @throws IllegalArgumentException if the aggregation refuses the points or weights; it names the branch
     */
    public static double[] combine(Branch branch, int[] among, double[][] scores, double[] weights) {
        return scores(branch, parts(among, scores), weightsOf(among, weights));
    }

    /** Where the weights of a branch's children come from. */
    @FunctionalInterface
    public interface BranchWeights {
        /**
         * The weights of the children of a branch.
         *
         * @param branch its place in the list of nodes
         * @param children the points of its children, rows × children in their order
         */
        double[] of(int branch, Matrix children);
    }

    /**
     * Weights that rest on points, found from the leaves up, because the points of a branch rest on the weights below it.
     *
     * @param points rows × leaves, NaN where there are none
     * @return by place; that of the root is its own
     */
    public double[] weights(Matrix points, BranchWeights rule) {
        double[] weights = weights();
        double[][] scores = new double[nodes.size()][];
        for (int place = nodes.size() - 1; place >= 0; place--) {
            if (!(nodes.get(place) instanceof Branch branch)) {
                scores[place] = points.column(((Leaf) nodes.get(place)).column());
                continue;
            }
            Matrix parts = parts(children[place], scores);
            double[] found = rule.of(place, parts);
            for (int i = 0; i < found.length; i++) {
                weights[children[place][i]] = found[i];
            }
            scores[place] = scores(branch, parts, found);
        }
        return weights;
    }

    private static double[] scores(Branch branch, Matrix parts, double[] weights) {
        try {
            double[] scores = branch.aggregation().scores(parts, weights);
            if (branch.minimumAvailability() > 0) {
                withoutTooFew(scores, parts, branch.minimumAvailability());
            }
            return scores;
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("%s: %s".formatted(branch.code(), refused.getMessage()), refused);
        }
    }

    /** Availability is a share of the children at each step, as in COINr's {@code dat_thresh}. */
    private static void withoutTooFew(double[] scores, Matrix parts, double minimum) {
        for (int row = 0; row < scores.length; row++) {
            int there = 0;
            for (int child = 0; child < parts.columns(); child++) {
                there += Double.isNaN(parts.at(row, child)) ? 0 : 1;
            }
            if ((double) there / parts.columns() < minimum) {
                scores[row] = Double.NaN;
            }
        }
    }

    private static Matrix parts(int[] among, double[][] scores) {
        double[][] parts = new double[among.length][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = scores[among[i]];
        }
        return Matrix.ofColumns(parts[0].length, parts);
    }

    private static double[] weightsOf(int[] among, double[] weights) {
        double[] own = new double[among.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = weights[among[i]];
        }
        return own;
    }

    /**
     * What every node contributes to the root, in the root's points. The contributions of a branch's children sum to its
     * own, up to rounding; a node without points contributes 0.
     *
     * @param scores what {@link #aggregate} gave for the same weights
     * @return rows × nodes; the root's own is its score
     */
    public Matrix contributions(Matrix scores, double[] weights) {
        double[][] all = new double[nodes.size()][];
        for (int place = 0; place < nodes.size(); place++) {
            all[place] = scores.column(place);
        }
        double[][] columns = new double[nodes.size()][scores.rows()];
        columns[0] = all[0].clone();
        // How many of the root's points a point of the node is worth, if that cannot be read off its contribution.
        double[][] worthOfZero = new double[nodes.size()][scores.rows()];
        Arrays.fill(worthOfZero[0], 1);
        for (int place = 0; place < nodes.size(); place++) {
            if (!(nodes.get(place) instanceof Branch branch)) {
                continue;
            }
            double[] own = weightsOf(children[place], weights);
            double sum = Arrays.stream(own).sum();
            Matrix parts = branch.aggregation().contributions(parts(children[place], all), own);
            for (int row = 0; row < scores.rows(); row++) {
                double points = all[place][row];
                double contribution = columns[place][row];
                double worth = points == 0 ? worthOfZero[place][row] : contribution / points;
                // What a node with 0 points contributes all the same (by its distance, say) is shared by weight.
                double rest = points == 0 ? contribution / weightThere(parts, own, row) : 0;
                for (int i = 0; i < own.length; i++) {
                    int child = children[place][i];
                    double part = parts.at(row, i);
                    worthOfZero[child][row] = worth * own[i] / sum;
                    columns[child][row] = Double.isNaN(points) || Double.isNaN(part) ? 0 : part * worth + rest * own[i];
                }
            }
        }
        return Matrix.ofColumns(scores.rows(), columns);
    }

    private static double weightThere(Matrix parts, double[] own, int row) {
        double there = 0;
        for (int i = 0; i < own.length; i++) {
            there += Double.isNaN(parts.at(row, i)) ? 0 : own[i];
        }
        return there;
    }

    /**
     * The weight of every node in the whole as it is in each row: what has no points there has weight 0, and its siblings
     * have its share in proportion.
     *
     * @param scores what {@link #aggregate} gave for the same weights
     * @return rows × nodes, 0 to 1; that of a root with points is 1
     */
    public Matrix weightsInRows(Matrix scores, double[] weights) {
        double[][] shares = new double[nodes.size()][scores.rows()];
        for (int row = 0; row < scores.rows(); row++) {
            shares[0][row] = Double.isNaN(scores.at(row, 0)) ? 0 : 1;
            for (int place = 0; place < nodes.size(); place++) {
                double there = 0;
                for (int child : children[place]) {
                    there += Double.isNaN(scores.at(row, child)) ? 0 : weights[child];
                }
                for (int child : children[place]) {
                    boolean counts = !Double.isNaN(scores.at(row, child)) && there > 0;
                    shares[child][row] = counts ? shares[place][row] * weights[child] / there : 0;
                }
            }
        }
        return Matrix.ofColumns(scores.rows(), shares);
    }

    /** The weight of every node in the whole when everything is there, by place; that of the root is 1. */
    public double[] effectiveWeights(double[] weights) {
        double[] effective = new double[nodes.size()];
        effective[0] = 1;
        for (int place = 0; place < nodes.size(); place++) {
            double sum = 0;
            for (int child : children[place]) {
                sum += weights[child];
            }
            for (int child : children[place]) {
                effective[child] = effective[place] * weights[child] / sum;
            }
        }
        return effective;
    }
}
