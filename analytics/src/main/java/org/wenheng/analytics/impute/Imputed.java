package org.wenheng.analytics.impute;

import java.util.List;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * A column whose missing values were filled in.
 *
 * @param values by row; those that were there are the same numbers
 * @param filled what was filled in, by row
 * @param left what is still missing, by row
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record Imputed(double[] values, List<Filled> filled, List<Left> left) {

    public Imputed {
        filled = List.copyOf(filled);
        left = List.copyOf(left);
    }

    /**
     * A value that was filled in.
     *
     * @param row from 0
     * @param column from 0
     * @param method by which rule
     * @param source what it was drawn from
     * @param used how many values it was made of
     */
    public record Filled(int row, int column, double value, Imputation method, Source source, int used) {}

    /** A value that is still missing, and why. */
    public record Left(int row, int column, Title reason) {}

    /** The columns put together. */
    public static Matrix matrix(int rows, List<Imputed> columns) {
        return Matrix.ofColumns(rows, columns.stream().map(Imputed::values).toArray(double[][]::new));
    }
}
