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
        double[] sums = new double[children.rows()];
        double[] present = new double[children.rows()];
        for (int child = 0; child < children.columns(); child++) {
            double[] column = children.column(child);
            double weight = weights[child];
            for (int row = 0; row < column.length; row++) {
                if (!Double.isNaN(column[row])) {
                    sums[row] += weight * column[row];
                    present[row] += weight;
                }
            }
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] = present[row] > 0 ? sums[row] / present[row] : Double.NaN;
        }
        return sums;
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        double[] present = new double[children.rows()];
        double[][] parts = new double[children.columns()][children.rows()];
        for (int child = 0; child < children.columns(); child++) {
            double[] column = children.column(child);
            for (int row = 0; row < column.length; row++) {
                present[row] += Double.isNaN(column[row]) ? 0 : weights[child];
            }
        }
        for (int child = 0; child < children.columns(); child++) {
            double[] column = children.column(child);
            for (int row = 0; row < column.length; row++) {
                parts[child][row] = present[row] > 0 ? weights[child] * column[row] / present[row] : Double.NaN;
            }
        }
        return Matrix.ofColumns(children.rows(), parts);
    }

    @Override
    public Title description() {
        return new Title("加权算术平均", "Weighted arithmetic mean");
    }
}
