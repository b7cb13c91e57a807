package org.wenheng.analytics.matrix;

import java.util.Arrays;

/**
 * Numbers of regions (rows) by indicators or nodes (columns). NaN is a value that is not there; why it is not there is
 * known to whoever made the matrix. Kept by column, because composite indices look at a whole column at a time.
 */
public final class Matrix {
    private final int rows;
    private final double[][] columns;

    private Matrix(int rows, double[][] columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A matrix of columns. The arrays become part of it and are not written to any more.
     *
     * @throws IllegalArgumentException if a column has another length than {@code rows}
     */
    public static Matrix ofColumns(int rows, double[]... columns) {
        for (double[] column : columns) {
            if (column.length != rows) {
                throw new IllegalArgumentException("Expected %d rows, found %d".formatted(rows, column.length));
            }
        }
        return new Matrix(rows, columns.clone());
    }

    /**
     * A matrix of rows, copied.
     *
     * @throws IllegalArgumentException if the rows have different lengths
     */
    public static Matrix ofRows(double[]... rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        double[][] columns = new double[width][rows.length];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != width) {
                throw new IllegalArgumentException("Expected %d columns, found %d".formatted(width, rows[row].length));
            }
            for (int column = 0; column < width; column++) {
                columns[column][row] = rows[row][column];
            }
        }
        return new Matrix(rows.length, columns);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns.length;
    }

    public double at(int row, int column) {
        return columns[column][row];
    }

    /** A column itself, not a copy: it is read, never written to. */
    public double[] column(int column) {
        return columns[column];
    }

    /** A copy of a row. */
    public double[] row(int row) {
        double[] values = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            values[column] = columns[column][row];
        }
        return values;
    }

    /** The matrix of some columns, in the order given; the columns are shared. */
    public Matrix select(int... chosen) {
        double[][] selected = new double[chosen.length][];
        for (int i = 0; i < chosen.length; i++) {
            selected[i] = columns[chosen[i]];
        }
        return new Matrix(rows, selected);
    }

    /** The matrix of some rows, in the order given. */
    public Matrix selectRows(int... chosen) {
        double[][] selected = new double[columns.length][chosen.length];
        for (int column = 0; column < columns.length; column++) {
            for (int i = 0; i < chosen.length; i++) {
                selected[column][i] = columns[column][chosen[i]];
            }
        }
        return new Matrix(chosen.length, selected);
    }

    /** The matrix with another column in the place of one; the other columns are shared. */
    public Matrix with(int column, double[] values) {
        double[][] changed = columns.clone();
        changed[column] = values;
        return ofColumns(rows, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix && rows == matrix.rows && Arrays.deepEquals(columns, matrix.columns);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(columns);
    }

    @Override
    public String toString() {
        return "Matrix of %d rows by %d columns".formatted(rows, columns.length);
    }
}
