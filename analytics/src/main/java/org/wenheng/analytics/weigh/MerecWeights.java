package org.wenheng.analytics.weigh;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * MEREC, method based on the removal effects of criteria: with {@code n_ij = min_j/x_ij} the performance of a row is
 * {@code S = ln(1 + Σ|ln n_ij|/n)}; the weight of a child is in the proportion of how much the performances change when its
 * term is taken away. All points must be above 0. A change of a child's unit does not matter. Source:
 * Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis and Antucheviciene, Determination of objective weights using a new method
 * based on the removal effects of criteria (2021), equations 1 to 6.
 *
 * <p>Missing values: a row is looked at with the children that have a value in it, and n counts those; the effect of a child
 * is the mean over the rows in which it has a value. Children that do not differ are not counted in n.
 */
public record MerecWeights() implements Weighting {

    @Override
    public Weighed weigh(Matrix points) {
        for (int child = 0; child < points.columns(); child++) {
            double least = OrderStatistics.of(points.column(child)).least();
            if (least <= 0) {
                throw new IllegalArgumentException(
                        "MEREC needs points above 0: child %s has %s".formatted(child + 1, least));
            }
        }
        return Differing.of(points).weigh(MerecWeights::weighDiffering);
    }

    private static Weighed weighDiffering(Matrix columns) {
        double[] least = new double[columns.columns()];
        int[] count = new int[columns.columns()];
        for (int child = 0; child < least.length; child++) {
            OrderStatistics values = OrderStatistics.of(columns.column(child));
            least[child] = values.least();
            count[child] = values.size();
        }
        double[] effects = new double[columns.columns()];
        for (int row = 0; row < columns.rows(); row++) {
            double sum = 0;
            int present = 0;
            for (int child = 0; child < least.length; child++) {
                double value = columns.at(row, child);
                if (!Double.isNaN(value)) {
                    sum += Math.log(value / least[child]);
                    present++;
                }
            }
            for (int child = 0; child < least.length; child++) {
                double value = columns.at(row, child);
                if (!Double.isNaN(value)) {
                    double without = sum - Math.log(value / least[child]);
                    effects[child] +=
                            Math.abs(Math.log1p(sum / present) - Math.log1p(without / present)) / count[child];
                }
            }
        }
        String written = Written.numbers(effects);
        return Weighed.inProportion(effects, new Title("移除影响:" + written, "Effects of removal: " + written));
    }

    @Override
    public Title description() {
        return new Title("MEREC法(移除影响)", "MEREC: effects of removing a child");
    }
}
