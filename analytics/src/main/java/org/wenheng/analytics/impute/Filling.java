package org.wenheng.analytics.impute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wenheng.analytics.impute.Imputed.Filled;
import org.wenheng.analytics.impute.Imputed.Left;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/** A column while it is filled in. Whatever is neither filled in nor given a reason was never missing. */
final class Filling {
    private final Imputation method;
    private final int column;
    private final double[] known;
    private final double[] values;
    private final List<Filled> filled = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();

    Filling(Imputation method, Matrix matrix, int column, Surroundings surroundings) {
        require("groups of %d rows for %d rows", surroundings.groups().names().size(), matrix.rows());
        require("a panel of %d rows for %d rows", surroundings.panel().rows(), matrix.rows());
        require("%d columns described for %d columns", surroundings.columns().size(), matrix.columns());
        this.method = method;
        this.column = column;
        this.known = numbers(matrix, column);
        this.values = known.clone();
    }

    private static void require(String message, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException("Found " + message.formatted(found, expected));
        }
    }

    /**
     * A column itself.
     *
     * @throws IllegalArgumentException if a value is infinite
     */
    static double[] numbers(Matrix matrix, int column) {
        double[] values = matrix.column(column);
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                throw new IllegalArgumentException(
                        "Row %d of column %d holds %s; imputation needs numbers".formatted(row, column, values[row]));
            }
        }
        return values;
    }

    /** The values that were there, by row. */
    double[] known() {
        return known;
    }

    boolean missing(int row) {
        return Double.isNaN(known[row]);
    }

    /** The rows that were missing. */
    int[] gaps() {
        return IntStream.range(0, known.length).filter(this::missing).toArray();
    }

    void fill(int row, double value, Source source, int used) {
        values[row] = value;
        filled.add(new Filled(row, column, value, method, source, used));
    }

    void leave(int row, Title reason) {
        left.add(new Left(row, column, reason));
    }

    Imputed done() {
        filled.sort(Comparator.comparingInt(Filled::row));
        left.sort(Comparator.comparingInt(Left::row));
        return new Imputed(values, filled, left);
    }
}
