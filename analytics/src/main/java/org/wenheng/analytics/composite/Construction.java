package org.wenheng.analytics.composite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /**
     * How the values of an indicator become points.
     *
     * @param exceptions what is otherwise in single rows
     */
    public record IndicatorRule(Treatment treatment, Method method, Reference reference, RowExceptions exceptions) {

        /** The same in all rows. */
        public IndicatorRule(Treatment treatment, Method method, Reference reference) {
            this(treatment, method, reference, RowExceptions.NONE);
        }

        /** The points of values that were treated, by row. */
        public ColumnPoints points(double[] treated, PeerGroups groups) {
            ColumnPoints scored = ColumnPoints.of(treated, method, reference, groups);
            return new ColumnPoints(exceptions.applied(treated, scored.points()), scored.tooSmall());
        }

        /** By another method in all rows; those that have a method of their own lose it. */
        public IndicatorRule withMethod(Method other) {
            return new IndicatorRule(treatment, other, reference, exceptions.withoutMethods());
        }
    }

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

    /** What became of a column: what was made of it, or why its rule refused it. */
    private record Column(Optional<Scored> scored, String refusal) {}

    private record Scored(Treated treated, ColumnPoints points) {}

    /**
     * Builds the index.
     *
     * @param values rows × indicators, in the order of the tree's columns; NaN where there is none
     * @param groups a name for each row
     * @throws IllegalArgumentException if a treatment or a method refuses a column; it names every such indicator
     */
    public Built build(Matrix values, PeerGroups groups) {
        // Columns know nothing of each other, so they may be made on several threads.
        List<Column> columns = IntStream.range(0, rules.size())
                .parallel()
                .mapToObj(column -> column(rules.get(column), values.column(column), groups))
                .toList();
        refuse(columns);
        List<Scored> scored =
                columns.stream().flatMap(column -> column.scored().stream()).toList();
        List<ColumnPoints> points = scored.stream().map(Scored::points).toList();
        Matrix matrix = Matrix.ofColumns(
                values.rows(), points.stream().map(ColumnPoints::points).toArray(double[][]::new));
        return new Built(
                this,
                values,
                scored.stream().map(Scored::treated).toList(),
                points,
                tree.aggregate(matrix, tree.weights()));
    }

    /** A refusal is kept and not thrown: which of several is thrown first would depend on the threads. */
    private static Column column(IndicatorRule rule, double[] values, PeerGroups groups) {
        try {
            Treated treated = rule.treatment().treat(values);
            ColumnPoints points = rule.points(treated.values(), groups);
            return new Column(Optional.of(new Scored(treated, points)), "");
        } catch (IllegalArgumentException refused) {
            return new Column(Optional.empty(), String.valueOf(refused.getMessage()));
        }
    }

    private void refuse(List<Column> columns) {
        String refusals = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).scored().isEmpty())
                .mapToObj(column -> "%s: %s"
                        .formatted(
                                tree.nodes().get(tree.leafOf(column)).code(),
                                columns.get(column).refusal()))
                .collect(Collectors.joining("; "));
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(refusals);
        }
    }
}
