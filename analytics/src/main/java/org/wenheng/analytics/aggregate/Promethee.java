package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * PROMETHEE II, the net flow: on every child, how much a row is preferred to the others less how much they are preferred to
 * it, divided by the number of others; then the weighted mean over the children. Range −1 to 1. Source: Brans and Vincke, A
 * preference ranking organisation method, Management Science 31 (1985). A pair meets on the children that both have: the
 * flow of a child is among the rows that have it, 0 if only one has. Sorted columns make pairs unnecessary. The net flow is
 * a sum over children, and so are its contributions.
 *
 * @param preference the same for every child, for all are in points
 */
public record Promethee(Preference preference) implements Aggregation {

    @Override
    public double[] scores(Matrix children, double[] weights) {
        return new ArithmeticMean().scores(flows(new WeightedChildren(children, weights)), weights);
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        return new ArithmeticMean().contributions(flows(new WeightedChildren(children, weights)), weights);
    }

    private Matrix flows(WeightedChildren given) {
        double[][] flows = new double[given.count()][];
        for (int child = 0; child < flows.length; child++) {
            flows[child] = netFlow(given.column(child));
        }
        return Matrix.ofColumns(given.rows(), flows);
    }

    private double[] netFlow(double[] column) {
        double[] mirrored = new double[column.length];
        int there = 0;
        for (int row = 0; row < column.length; row++) {
            mirrored[row] = -column[row];
            there += Double.isNaN(column[row]) ? 0 : 1;
        }
        double[] flow = preference.overOthers(column);
        double[] against = preference.overOthers(mirrored);
        for (int row = 0; row < flow.length; row++) {
            flow[row] = (flow[row] - against[row]) / Math.max(1, there - 1);
        }
        return flow;
    }

    @Override
    public Title description() {
        return new Title(
                "PROMETHEE II净流量:" + preference.description().chinese(),
                "PROMETHEE II net flow: " + preference.description().english());
    }
}
