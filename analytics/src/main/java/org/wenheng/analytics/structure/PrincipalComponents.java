package org.wenheng.analytics.structure;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.wenheng.analytics.matrix.Matrix;

/**
 * Principal components of the correlation matrix (Pearson 1901; Hotelling 1933): the directions in which standardised columns
 * spread most. Eigenvectors have length 1 and no sign of their own; here the entry farthest from 0 is positive.
 *
 * @param rows rows without gaps, on which it rests
 * @param eigenvalues variance of each component, falling; they sum to the number of columns
 * @param loadings columns of the input (rows here) × components: the eigenvectors
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record PrincipalComponents(int rows, double[] eigenvalues, Matrix loadings) {

    /**
     * Of the rows in which every column has a value.
     *
     * @throws IllegalArgumentException for fewer than two columns or three rows without gaps, an infinite value, or a column
     *     that is constant in these rows
     */
    public static PrincipalComponents of(Matrix matrix) {
        CompleteRows complete = CompleteRows.of(matrix);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(complete.correlations());
        double[] eigenvalues = eigen.getEigenvalues();
        double[][] loadings = new double[eigenvalues.length][];
        for (int component = 0; component < loadings.length; component++) {
            loadings[component] = signed(eigen.getEigenvector(component).toArray());
            // Rounding may leave a spread below nothing.
            eigenvalues[component] = Math.max(0, eigenvalues[component]);
        }
        return new PrincipalComponents(complete.rows(), eigenvalues, Matrix.ofColumns(loadings.length, loadings));
    }

    /** Entries equally far from 0 up to rounding are decided by the first of them. */
    private static double[] signed(double[] vector) {
        double farthest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
        double decisive = Arrays.stream(vector)
                .filter(entry -> Math.abs(entry) >= farthest * (1 - 1e-9))
                .findFirst()
                .orElse(1);
        return decisive < 0 ? Arrays.stream(vector).map(entry -> -entry).toArray() : vector;
    }

    /** Share of the variance that each component carries; they sum to 1. */
    public double[] shares() {
        double sum = Arrays.stream(eigenvalues).sum();
        return Arrays.stream(eigenvalues).map(eigenvalue -> eigenvalue / sum).toArray();
    }

    /** Correlation of each column with each component: loadings times the root of the eigenvalue. */
    public Matrix correlations() {
        double[][] columns = new double[eigenvalues.length][];
        for (int component = 0; component < columns.length; component++) {
            double root = Math.sqrt(eigenvalues[component]);
            columns[component] = Arrays.stream(loadings.column(component))
                    .map(entry -> entry * root)
                    .toArray();
        }
        return Matrix.ofColumns(loadings.rows(), columns);
    }

    /** How many components carry more than a column's own variance: eigenvalue above 1 (Kaiser 1960). */
    public int aboveOne() {
        return (int)
                Arrays.stream(eigenvalues).filter(eigenvalue -> eigenvalue > 1).count();
    }

    /**
     * The components of each row of a matrix with the same columns.
     *
     * @return rows without gaps × components, in the order of the rows
     */
    public Matrix scores(Matrix matrix) {
        RealMatrix standardised = CompleteRows.of(matrix).standardised();
        double[][] scores = new double[eigenvalues.length][];
        for (int component = 0; component < scores.length; component++) {
            scores[component] = standardised.operate(loadings.column(component));
        }
        return Matrix.ofColumns(standardised.getRowDimension(), scores);
    }
}
