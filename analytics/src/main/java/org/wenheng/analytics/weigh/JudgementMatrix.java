package org.wenheng.analytics.weigh;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Matrix;

/**
 * Judgements of how many times as important one child is as another, on the scale from 1/9 to 9 (判断矩阵). Source: Saaty, A
 * scaling method for priorities in hierarchical structures (1977).
 *
 * @param judgements order × order: row i, column j says how many times as important i is as j. Of each pair the judgement
 *     of at least 1 counts; the other is its reciprocal and may be rounded, so that the product is 0.99 to 1.01. When the
 *     record is made it becomes the exact reciprocal.
 */
public record JudgementMatrix(Matrix judgements) {
    private static final double REACH = 9;
    private static final double ROUNDED = 0.01;
    private static final double ROUNDING = 1e-9;
    /** Change of a priority below which they have settled. */
    private static final double SETTLED = 1e-15;
    /** Far more than any judgements need; rounding may keep the last digit changing. */
    private static final int MOST_STEPS = 1000;

    /**
     * @throws IllegalArgumentException if the matrix is not square, a judgement is not from 1/9 to 9, one of the diagonal is
     *     not 1, or two are not each other's reciprocals
     */
    public JudgementMatrix {
        int order = judgements.rows();
        if (order == 0 || judgements.columns() != order) {
            throw new IllegalArgumentException("Judgements make a square matrix, not %s rows by %s columns"
                    .formatted(order, judgements.columns()));
        }
        double[][] exact = new double[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j <= i; j++) {
                double judgement = judgements.at(i, j);
                double opposite = judgements.at(j, i);
                check(i, j, judgement, opposite);
                exact[i][j] = judgement >= 1 ? judgement : 1 / opposite;
                exact[j][i] = judgement >= 1 ? 1 / judgement : opposite;
            }
        }
        judgements = Matrix.ofRows(exact);
    }

    private static void check(int i, int j, double judgement, double opposite) {
        double greater = Math.max(judgement, opposite);
        boolean reciprocal = Math.abs(judgement * opposite - 1) <= (i == j ? 0 : ROUNDED) + ROUNDING;
        if (!(judgement > 0 && opposite > 0 && greater <= REACH + ROUNDING && reciprocal)) {
            throw new IllegalArgumentException(
                    "Judgements of %s against %s and back: expected two reciprocals from 1/9 to 9, found %s and %s"
                            .formatted(i + 1, j + 1, judgement, opposite));
        }
    }

    /** How many children are compared. */
    public int order() {
        return judgements.rows();
    }

    /**
     * What the judgements come to.
     *
     * @param priorities principal eigenvector, summing to 1
     * @param greatestEigenvalue λmax, at least the order; equal to it if no judgement contradicts others
     */
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
    public record Priorities(double[] priorities, double greatestEigenvalue) {

        /** {@code CI = (λmax − n)/(n − 1)}; 0 for fewer than three children, which cannot contradict each other. */
        public double consistencyIndex() {
            int n = priorities.length;
            return n < 3 ? 0 : (greatestEigenvalue - n) / (n - 1);
        }

        /** {@code CR = CI/RI}; 0 for fewer than three children. */
        public double consistencyRatio(RandomIndex table) {
            return priorities.length < 3 ? 0 : consistencyIndex() / table.of(priorities.length);
        }
    }

    /**
     * The priorities, by power iteration: a matrix of positive numbers has one greatest eigenvalue, real and simple, whose
     * vector is positive and attracts every positive vector (Perron 1907). A general decomposition is of no use here, since
     * it may fail on judgements without contradiction, whose other eigenvalues are all 0.
     */
    public Priorities priorities() {
        double[] priorities = new double[order()];
        Arrays.fill(priorities, 1.0 / order());
        double eigenvalue = order();
        double change = 1;
        for (int step = 0; change > SETTLED && step < MOST_STEPS; step++) {
            double[] image = image(priorities);
            eigenvalue = Arrays.stream(image).sum();
            change = 0;
            for (int i = 0; i < image.length; i++) {
                image[i] /= eigenvalue;
                change = Math.max(change, Math.abs(image[i] - priorities[i]));
            }
            priorities = image;
        }
        return new Priorities(priorities, Math.max(order(), eigenvalue));
    }

    private double[] image(double[] vector) {
        double[] image = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            for (int i = 0; i < vector.length; i++) {
                image[i] += judgements.at(i, j) * vector[j];
            }
        }
        return image;
    }

    /**
     * The judgement of at least 1 that is farthest from the ratio of the priorities, as {@code row, column}, both from 0; the
     * first of several (of three children all are equally far).
     */
    int[] farthest(double[] priorities) {
        int[] farthest = {0, 0};
        double distance = -1;
        for (int i = 0; i < order(); i++) {
            for (int j = 0; j < i; j++) {
                double here = Math.abs(Math.log(judgements.at(i, j) * priorities[j] / priorities[i]));
                if (here > distance + ROUNDING) {
                    distance = here;
                    farthest = judgements.at(i, j) >= 1 ? new int[] {i, j} : new int[] {j, i};
                }
            }
        }
        return farthest;
    }
}
