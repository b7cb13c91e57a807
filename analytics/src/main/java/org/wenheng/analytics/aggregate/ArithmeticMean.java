package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Weighted arithmetic mean: {@code Σ w·x / Σ w} over the children that are there. Range: that of the children. Source:
 * OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6.
 */
public record ArithmeticMean() implements Aggregation {

    @Override
    public double[] scores(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        double[] there = given.weightThere();
        double[] sums = new double[given.rows()];
        for (int child = 0; child < given.count(); child++) {
            double[] column = given.column(child);
            double weight = weights[child];
            for (int row = 0; row < column.length; row++) {
                sums[row] += Double.isNaN(column[row]) ? 0 : weight * column[row];
            }
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] = there[row] > 0 ? sums[row] / there[row] : Double.NaN;
        }
        return sums;
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        double[] there = given.weightThere();
        return given.contributions((row, child) -> weights[child] * children.at(row, child) / there[row]);
    }

    @Override
    public Title description() {
        return new Title("加权算术平均", "Weighted arithmetic mean");
    }
}
