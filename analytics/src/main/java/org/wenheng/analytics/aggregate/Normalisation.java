package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Moments;

/**
 * How a method that measures distances makes its columns comparable. It is part of the method's name: packages differ in
 * what they do when nothing is said, and results with it.
 */
public enum Normalisation {
    /** Points as they are. */
    NONE("不归一化", "not normalised") {
        @Override
        double[] of(double[] column) {
            return column;
        }
    },
    /**
     * Divided by the length of the column, {@code x / √Σx²}. With values missing, Σx² is brought up to all rows, so that a
     * column with gaps does not weigh more; a column of zeros stays.
     */
    VECTOR("向量归一化", "vector normalisation") {
        @Override
        double[] of(double[] column) {
            Moments moments = Moments.of(column);
            double length = Math.sqrt((moments.second() + moments.mean() * moments.mean()) * column.length);
            double[] normalised = new double[column.length];
            for (int row = 0; row < column.length; row++) {
                normalised[row] = length == 0 ? column[row] : column[row] / length;
            }
            return normalised;
        }
    },
    /** {@code (x − least) / (greatest − least)}; a constant column is 1 for everyone. */
    MIN_MAX("极差归一化", "min-max normalisation") {
        @Override
        double[] of(double[] column) {
            Ends ends = Ends.of(column);
            double[] normalised = new double[column.length];
            for (int row = 0; row < column.length; row++) {
                normalised[row] = Double.isNaN(column[row]) ? Double.NaN : ends.position(column[row]);
            }
            return normalised;
        }
    };

    private final String chinese;
    private final String english;

    Normalisation(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The column made comparable; NaN stays. */
    abstract double[] of(double[] column);

    /** In Chinese, for a description. */
    public String chinese() {
        return chinese;
    }

    /** In English, for a description. */
    public String english() {
        return english;
    }
}
