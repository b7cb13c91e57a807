package org.wenheng.analytics.weigh;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.wenheng.analytics.matrix.Matrix;

/** Pearson's correlations between columns. */
final class Correlations {
    private Correlations() {}

    /**
     * The correlations of the columns with each other, 1 on the diagonal. Each is taken over the rows in which both columns
     * have a value; where one of them does not differ there, there is no sign of a relation and the correlation is 0.
     */
    static RealMatrix of(Matrix columns) {
        RealMatrix correlations = new Array2DRowRealMatrix(columns.columns(), columns.columns());
        for (int one = 0; one < columns.columns(); one++) {
            correlations.setEntry(one, one, 1);
            for (int other = 0; other < one; other++) {
                double correlation = between(columns.column(one), columns.column(other));
                correlations.setEntry(one, other, correlation);
                correlations.setEntry(other, one, correlation);
            }
        }
        return correlations;
    }

    private static double between(double[] first, double[] second) {
        double sumFirst = 0;
        double sumSecond = 0;
        int common = 0;
        for (int row = 0; row < first.length; row++) {
            if (bothAt(row, first, second)) {
                sumFirst += first[row];
                sumSecond += second[row];
                common++;
            }
        }
        double meanFirst = sumFirst / common;
        double meanSecond = sumSecond / common;
        double product = 0;
        double squaresFirst = 0;
        double squaresSecond = 0;
        for (int row = 0; row < first.length; row++) {
            if (bothAt(row, first, second)) {
                double one = first[row] - meanFirst;
                double other = second[row] - meanSecond;
                product += one * other;
                squaresFirst += one * one;
                squaresSecond += other * other;
            }
        }
        double scale = Math.sqrt(squaresFirst) * Math.sqrt(squaresSecond);
        return scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : 0;
    }

    private static boolean bothAt(int row, double[] first, double[] second) {
        return !Double.isNaN(first[row]) && !Double.isNaN(second[row]);
    }
}
