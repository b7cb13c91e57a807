package org.wenheng.analytics.composite;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.treat.Treatment;
import org.wenheng.analytics.treat.Treatment.Treated;

/**
 * How an index is made of the values of its indicators: each is treated and scored by its own rule, then the tree puts the
 * points together. Missing values that are to be filled in are filled in before.
 *
 * @param tree its leaves name the columns
 * @param rules by column
 */
public record Construction(NodeTree tree, List<IndicatorRule> rules) {

    public Construction {
        rules = List.copyOf(rules);
        if (rules.size() != tree.leaves()) {
            throw new IllegalArgumentException("%d rules for %d indicators".formatted(rules.size(), tree.leaves()));
        }
    }

    /** How the values of an indicator become points. */
    public record IndicatorRule(Treatment treatment, Method method, Reference reference) {}

    /**
     * An index with every stage on the way.
     *
     * @param values as they were put in
     * @param treated by column: what the treatment made of them, and what it touched
     * @param points rows × indicators
     * @param scores rows × nodes of the tree
     */
    public record Built(
            Construction construction, Matrix values, List<Treated> treated, List<ColumnPoints> points, Matrix scores) {
        public Built {
            treated = List.copyOf(treated);
            points = List.copyOf(points);
        }

        /** The points of the root, by row. */
        public double[] index() {
            return scores.column(0);
        }
    }

    /**
     * Builds the index.
     *
     * @param values rows × indicators, in the order of the tree's columns; NaN where there is none
     * @param groups a name for each row
     */
    public Built build(Matrix values, PeerGroups groups) {
        List<Treated> treated = new ArrayList<>();
        List<ColumnPoints> points = new ArrayList<>();
        for (int column = 0; column < rules.size(); column++) {
            IndicatorRule rule = rules.get(column);
            Treated after = rule.treatment().treat(values.column(column));
            treated.add(after);
            points.add(ColumnPoints.of(after.values(), rule.method(), rule.reference(), groups));
        }
        Matrix scored = Matrix.ofColumns(
                values.rows(), points.stream().map(ColumnPoints::points).toArray(double[][]::new));
        return new Built(this, values, treated, points, tree.aggregate(scored, tree.weights()));
    }
}
