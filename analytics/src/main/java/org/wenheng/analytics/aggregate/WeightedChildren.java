package org.wenheng.analytics.aggregate;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Matrix;

/**
 * What an aggregation was given, checked: a bad weight or an infinite value is refused here once, so that no method makes
 * silent nonsense of it.
 *
 * @param children rows × children, at least one column; NaN where there is no value
 * @param weights of the children, finite, at least 0, their sum above 0. A child of weight 0 has no say, not even in the
 *     median or the minimum
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
record WeightedChildren(Matrix children, double[] weights) {

    WeightedChildren {
        if (weights.length != children.columns()) {
            throw new IllegalArgumentException(
                    "%d weights for %d children".formatted(weights.length, children.columns()));
        }
        for (int child = 0; child < weights.length; child++) {
            // Written so that NaN is refused too.
            if (!(weights[child] >= 0 && weights[child] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The weight of child %d is %s (expected: a number from 0 up)".formatted(child, weights[child]));
            }
            double[] column = children.column(child);
            for (int row = 0; row < column.length; row++) {
                if (Double.isInfinite(column[row])) {
                    throw new IllegalArgumentException(
                            "Row %d has %s for child %d (expected: a finite number, or NaN where there is none)"
                                    .formatted(row, column[row], child));
                }
            }
        }
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The weights %s have the sum %s (expected: above 0)".formatted(Arrays.toString(weights), sum));
        }
    }

    int rows() {
        return children.rows();
    }

    int count() {
        return weights.length;
    }

    double[] column(int child) {
        return children.column(child);
    }

    boolean hasSay(int child) {
        return weights[child] > 0;
    }

    /** The weight of what is there, by row; 0 if nothing with a say is there, and then the row has no result. */
    double[] weightThere() {
        double[] there = new double[rows()];
        for (int child = 0; child < count(); child++) {
            double[] column = column(child);
            double weight = weights[child];
            for (int row = 0; row < column.length; row++) {
                there[row] += Double.isNaN(column[row]) ? 0 : weight;
            }
        }
        return there;
    }

    /** What a child that is there and has a say contributes to the score of a row. */
    interface Part {
        double of(int row, int child);
    }

    /** The contributions of all children: NaN where there is no value or no score, 0 for a child of weight 0. */
    Matrix contributions(Part part) {
        double[] there = weightThere();
        double[][] parts = new double[count()][rows()];
        for (int child = 0; child < count(); child++) {
            double[] column = column(child);
            for (int row = 0; row < column.length; row++) {
                if (Double.isNaN(column[row]) || there[row] == 0) {
                    parts[child][row] = Double.NaN;
                } else if (hasSay(child)) {
                    parts[child][row] = part.of(row, child);
                }
            }
        }
        return Matrix.ofColumns(rows(), parts);
    }

    /** The same weights over other numbers made of the children. */
    WeightedChildren with(Matrix others) {
        return new WeightedChildren(others, weights);
    }
}
