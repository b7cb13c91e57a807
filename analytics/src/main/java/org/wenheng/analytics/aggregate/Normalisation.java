package org.wenheng.analytics.aggregate;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.ingest.reference.Title;

/**
 * How a method that measures distances makes its columns comparable. It is part of the method's name: packages differ in
 * what they do when nothing is said, and results with it.
 */
public enum Normalisation {
    /** Points as they are. */
    NONE,
    /**
     * Divided by the length of the column, {@code x / √Σx²}. With values missing, Σx² is brought up to all rows, so that a
     * column with gaps does not weigh more; a column of zeros stays.
     */
    VECTOR,
    /** {@code (x − least) / (greatest − least)}; a constant column is 1 for everyone. */
    MIN_MAX;

    /** The column made comparable; NaN stays. */
    double[] of(double[] column) {
        return switch (this) {
            case NONE -> column;
            case VECTOR -> dividedByLength(column);
            case MIN_MAX -> betweenEnds(column);
        };
    }

    private static double[] dividedByLength(double[] column) {
        Moments moments = Moments.of(column);
        double length = Math.sqrt((moments.second() + moments.mean() * moments.mean()) * column.length);
        return length == 0
                ? column
                : Arrays.stream(column).map(value -> value / length).toArray();
    }

    private static double[] betweenEnds(double[] column) {
        Ends ends = Ends.of(column);
        return Arrays.stream(column)
                .map(value -> Double.isNaN(value) ? Double.NaN : ends.position(value))
                .toArray();
    }

    /** In a few words. */
    public Title description() {
        return switch (this) {
            case NONE -> new Title("不归一化", "not normalised");
            case VECTOR -> new Title("向量归一化", "vector normalisation");
            case MIN_MAX -> new Title("极差归一化", "min-max normalisation");
        };
    }
}
