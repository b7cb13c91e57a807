package org.wenheng.analytics.aggregate;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * The least of the children that are there: nothing makes up for the worst one. Weights say only who takes part: a child of
 * weight 0 does not. Source: the limit of the generalised mean as its power falls (Hardy, Littlewood and Pólya 1934, 2.3).
 *
 * <p>The least child contributes all; children of the same least value share by weight.
 */
public record Minimum() implements Aggregation {

    @Override
    public double[] scores(Matrix children, double[] weights) {
        return least(new WeightedChildren(children, weights));
    }

    private static double[] least(WeightedChildren given) {
        double[] least = new double[given.rows()];
        Arrays.fill(least, Double.NaN);
        for (int child = 0; child < given.count(); child++) {
            if (!given.hasSay(child)) {
                continue;
            }
            double[] column = given.column(child);
            for (int row = 0; row < column.length; row++) {
                // Written so that the first value takes the place of NaN and NaN that of none.
                if (column[row] < least[row] || Double.isNaN(least[row])) {
                    least[row] = column[row];
                }
            }
        }
        return least;
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        double[] least = least(given);
        double[] sharing = new double[least.length];
        for (int child = 0; child < given.count(); child++) {
            double[] column = given.column(child);
            for (int row = 0; row < column.length; row++) {
                sharing[row] += column[row] == least[row] ? weights[child] : 0;
            }
        }
        return given.contributions(
                (row, child) -> children.at(row, child) == least[row] ? least[row] * weights[child] / sharing[row] : 0);
    }

    @Override
    public Title description() {
        return new Title("最小值", "Minimum");
    }
}
