package org.wenheng.analytics.weigh;

import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
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

    /**
     * @throws IllegalArgumentException if the matrix is not square, a judgement is not from 1/9 to 9, one of the diagonal is
     *     not 1, or two are not each other's reciprocals
     */
    public JudgementMatrix {
        int order = judgements.rows();
        if (order == 0 || judgements.columns() != order) {
            throw new IllegalArgumentException("Judgements make a square matrix, not %d rows by %d columns"
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
                    "Judgements of %d against %d and back: expected two reciprocals from 1/9 to 9, found %s and %s"
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

    /** The priorities; a matrix of positive numbers has one greatest eigenvalue, real and simple (Perron 1907). */
    public Priorities priorities() {
        double[][] rows = new double[order()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = judgements.row(row);
        }
        EigenDecompositionNonSymmetric eigen = new EigenDecompositionNonSymmetric(MatrixUtils.createRealMatrix(rows));
        Complex[] values = eigen.getEigenvalues();
        int principal = 0;
        for (int i = 1; i < values.length; i++) {
            principal = values[i].getReal() > values[principal].getReal() ? i : principal;
        }
        FieldVector<Complex> vector = eigen.getEigenvector(principal);
        Complex sum = Arrays.stream(vector.toArray()).reduce(Complex.ZERO, Complex::add);
        double[] priorities = Arrays.stream(vector.toArray())
                .mapToDouble(part -> part.divide(sum).getReal())
                .toArray();
        return new Priorities(priorities, Math.max(order(), values[principal].getReal()));
    }

    /** The judgement that is farthest from the ratio of the priorities, as {@code row, column}; both from 0. */
    int[] farthest(double[] priorities) {
        int[] farthest = {0, 0};
        double distance = -1;
        for (int i = 0; i < order(); i++) {
            for (int j = 0; j < i; j++) {
                double here = Math.abs(Math.log(judgements.at(i, j) * priorities[j] / priorities[i]));
                if (here > distance) {
                    distance = here;
                    farthest = judgements.at(i, j) >= 1 ? new int[] {i, j} : new int[] {j, i};
                }
            }
        }
        return farthest;
    }
}
