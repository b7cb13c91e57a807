package org.wenheng.analytics.structure;

import java.util.Arrays;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.wenheng.analytics.matrix.Matrix;

/**
 * Whether columns share enough for components or factors: squared correlations against squared partial correlations, {@code
 * Σr² / (Σr² + Σq²)} off the diagonal (the Kaiser–Meyer–Olkin measure in the form of Kaiser and Rice, Little Jiffy, Mark IV,
 * 1974). 0 to 1; below 0.5 is unacceptable, from 0.8 on it is good.
 *
 * @param overall of all columns
 * @param items by column
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record SamplingAdequacy(double overall, double[] items) {

    /**
     * Of the rows in which every column has a value.
     *
     * @throws IllegalArgumentException as {@link PrincipalComponents#of} and as {@link #ofCorrelations}
     */
    public static SamplingAdequacy of(Matrix matrix) {
        return of(CompleteRows.of(matrix).correlations());
    }

    /**
     * Of a correlation matrix, columns × columns.
     *
     * @throws IllegalArgumentException if a column is a combination of others, so that there are no partial correlations, or
     *     no two columns are correlated
     */
    public static SamplingAdequacy ofCorrelations(Matrix correlations) {
        double[][] rows = new double[correlations.rows()][];
        Arrays.setAll(rows, correlations::row);
        return of(MatrixUtils.createRealMatrix(rows));
    }

    private static SamplingAdequacy of(RealMatrix correlations) {
        LUDecomposition decomposition = new LUDecomposition(correlations, 1e-12);
        if (!decomposition.getSolver().isNonSingular()) {
            throw new IllegalArgumentException(
                    "A column is a linear combination of others: there are no partial correlations");
        }
        RealMatrix inverse = decomposition.getSolver().getInverse();
        int size = correlations.getRowDimension();
        double[] items = new double[size];
        double allSquares = 0;
        double allPartials = 0;
        for (int i = 0; i < size; i++) {
            double squares = 0;
            double partials = 0;
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    double r = correlations.getEntry(i, j);
                    double q = inverse.getEntry(i, j) / Math.sqrt(inverse.getEntry(i, i) * inverse.getEntry(j, j));
                    squares += r * r;
                    partials += q * q;
                }
            }
            // A column without any correlation shares nothing.
            items[i] = squares == 0 ? 0 : squares / (squares + partials);
            allSquares += squares;
            allPartials += partials;
        }
        if (allSquares == 0) {
            throw new IllegalArgumentException("No two columns are correlated");
        }
        return new SamplingAdequacy(allSquares / (allSquares + allPartials), items);
    }
}
