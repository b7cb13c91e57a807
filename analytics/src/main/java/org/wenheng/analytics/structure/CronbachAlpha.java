package org.wenheng.analytics.structure;

import org.wenheng.analytics.matrix.Matrix;

/**
 * Whether columns measure the same thing: Cronbach's α, {@code k/(k − 1)·(1 − Σ variances / Σ covariances)} (Cronbach,
 * Coefficient alpha and the internal structure of tests, 1951). At most 1; about 0 for unrelated columns, and below where
 * they work against each other. The columns have to be on one scale, such as points: α of raw values in different units
 * says nothing.
 *
 * @param alpha of all columns
 * @param withoutItem by column, of the others; higher than {@code alpha} where the column does not fit in. NaN where there
 *     are only two columns
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record CronbachAlpha(double alpha, double[] withoutItem) {

    /**
     * Of the columns of a matrix. Each covariance is taken over the rows in which both columns have a value.
     *
     * @throws IllegalArgumentException for fewer than two columns, a value that is infinite, two columns with fewer than two
     *     rows in common, or columns whose sum does not vary
     */
    public static CronbachAlpha of(Matrix items) {
        if (items.columns() < 2) {
            throw new IllegalArgumentException("Cronbach's alpha needs two columns, found " + items.columns());
        }
        double[][] covariances = covariances(Finite.matrix(items));
        int size = items.columns();
        double[] without = new double[size];
        for (int left = 0; left < size; left++) {
            without[left] = size == 2 ? Double.NaN : alpha(covariances, left);
        }
        return new CronbachAlpha(alpha(covariances, -1), without);
    }

    private static double alpha(double[][] covariances, int leftOut) {
        double variances = 0;
        double all = 0;
        double magnitude = 0;
        for (int i = 0; i < covariances.length; i++) {
            for (int j = 0; j < covariances.length; j++) {
                if (i != leftOut && j != leftOut) {
                    variances += i == j ? covariances[i][i] : 0;
                    all += covariances[i][j];
                    magnitude += Math.abs(covariances[i][j]);
                }
            }
        }
        // The sum of columns that cancel is not exactly 0 in floating point.
        if (all <= 1e-12 * magnitude) {
            throw new IllegalArgumentException(
                    leftOut < 0
                            ? "Cronbach's alpha: the sum of the columns does not vary"
                            : "Cronbach's alpha without column %d: the sum of the others does not vary"
                                    .formatted(leftOut));
        }
        int size = covariances.length - (leftOut < 0 ? 0 : 1);
        return size / (size - 1.0) * (1 - variances / all);
    }

    private static double[][] covariances(Matrix items) {
        double[][] covariances = new double[items.columns()][items.columns()];
        for (int i = 0; i < items.columns(); i++) {
            for (int j = 0; j <= i; j++) {
                covariances[i][j] = covariance(items, i, j);
                covariances[j][i] = covariances[i][j];
            }
        }
        return covariances;
    }

    private static double covariance(Matrix items, int i, int j) {
        double[] left = items.column(i);
        double[] right = items.column(j);
        int pairs = 0;
        double leftMean = 0;
        double rightMean = 0;
        for (int row = 0; row < left.length; row++) {
            if (!Double.isNaN(left[row]) && !Double.isNaN(right[row])) {
                pairs++;
                leftMean += left[row];
                rightMean += right[row];
            }
        }
        if (pairs < 2) {
            throw new IllegalArgumentException(
                    "Columns %d and %d have fewer than two rows in common".formatted(Math.min(i, j), Math.max(i, j)));
        }
        leftMean /= pairs;
        rightMean /= pairs;
        double products = 0;
        for (int row = 0; row < left.length; row++) {
            if (!Double.isNaN(left[row]) && !Double.isNaN(right[row])) {
                products += (left[row] - leftMean) * (right[row] - rightMean);
            }
        }
        return products / (pairs - 1);
    }
}
