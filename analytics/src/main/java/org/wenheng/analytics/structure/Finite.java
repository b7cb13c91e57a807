package org.wenheng.analytics.structure;

import org.wenheng.analytics.matrix.Matrix;

/** Refuses infinite values: no statistic of a column that holds one means anything. */
public final class Finite {
    private Finite() {}

    /**
     * The column itself.
     *
     * @throws IllegalArgumentException if a value is infinite; says in which row
     */
    public static double[] column(double[] column) {
        for (int row = 0; row < column.length; row++) {
            if (Double.isInfinite(column[row])) {
                throw new IllegalArgumentException("Row %d holds %s".formatted(row, column[row]));
            }
        }
        return column;
    }

    /**
     * The matrix itself.
     *
     * @throws IllegalArgumentException if a value is infinite; says in which column and row
     */
    public static Matrix matrix(Matrix matrix) {
        for (int column = 0; column < matrix.columns(); column++) {
            try {
                column(matrix.column(column));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Column %d: %s".formatted(column, e.getMessage()), e);
            }
        }
        return matrix;
    }
}
