package org.wenheng.analytics.structure;

import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.wenheng.analytics.matrix.Matrix;

/**
 * The rows in which every column has a value, standardised. What looks at all columns together needs whole rows:
 * correlations over different rows may contradict one another.
 *
 * @param standardised rows × columns, with mean 0 and standard deviation 1 (n − 1)
 */
record CompleteRows(RealMatrix standardised) {

    /**
     * @throws IllegalArgumentException for fewer than two columns or three complete rows, an infinite value, or a column that
     *     is constant in them
     */
    static CompleteRows of(Matrix matrix) {
        Finite.matrix(matrix);
        int[] complete = IntStream.range(0, matrix.rows())
                .filter(row ->
                        IntStream.range(0, matrix.columns()).noneMatch(column -> Double.isNaN(matrix.at(row, column))))
                .toArray();
        if (matrix.columns() < 2 || complete.length < 3) {
            throw new IllegalArgumentException("Expected two columns and three rows without gaps, found %d and %d"
                    .formatted(matrix.columns(), complete.length));
        }
        RealMatrix standardised = MatrixUtils.createRealMatrix(complete.length, matrix.columns());
        Matrix whole = matrix.selectRows(complete);
        for (int column = 0; column < whole.columns(); column++) {
            ColumnStatistics statistics = ColumnStatistics.of(whole.column(column));
            if (statistics.unique() == 1) {
                throw new IllegalArgumentException("Column %d is constant in the rows without gaps".formatted(column));
            }
            for (int row = 0; row < whole.rows(); row++) {
                double deviation = whole.at(row, column) - statistics.mean();
                standardised.setEntry(row, column, deviation / statistics.standardDeviation());
            }
        }
        return new CompleteRows(standardised);
    }

    int rows() {
        return standardised.getRowDimension();
    }

    RealMatrix correlations() {
        return standardised.transposeMultiply(standardised).scalarMultiply(1.0 / (rows() - 1));
    }
}
