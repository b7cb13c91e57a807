package org.wenheng.analytics.structure;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.special.Gamma;
import org.wenheng.analytics.matrix.Matrix;

/**
 * Bartlett's test of sphericity, of no correlation between any columns: {@code χ² = −(n − 1 − (2p + 5)/6)·ln|R|} with p·(p −
 * 1)/2 degrees of freedom (Bartlett, The effect of standardization on a χ² approximation in factor analysis, 1951).
 *
 * @param chiSquared the statistic
 * @param degreesOfFreedom of its distribution
 * @param pValue small where there is something to find components of
 */
public record Sphericity(double chiSquared, int degreesOfFreedom, double pValue) {

    /**
     * Of the rows in which every column has a value.
     *
     * @throws IllegalArgumentException as {@link PrincipalComponents#of}, if there are too few rows for the columns, or if a
     *     column is a combination of others
     */
    public static Sphericity of(Matrix matrix) {
        CompleteRows complete = CompleteRows.of(matrix);
        double logDeterminant = 0;
        for (double eigenvalue : new EigenDecompositionSymmetric(complete.correlations()).getEigenvalues()) {
            if (eigenvalue < 1e-12) {
                throw new IllegalArgumentException("A column is a linear combination of others");
            }
            logDeterminant += Math.log(eigenvalue);
        }
        return of(logDeterminant, complete.rows(), matrix.columns());
    }

    private static Sphericity of(double logDeterminant, int rows, int columns) {
        double factor = rows - 1 - (2 * columns + 5) / 6.0;
        if (factor <= 0) {
            throw new IllegalArgumentException("%d rows are too few for %d columns".formatted(rows, columns));
        }
        // A determinant of 1 may come out a little above it.
        double chiSquared = Math.max(0, -factor * logDeterminant);
        int freedom = columns * (columns - 1) / 2;
        // The upper tail itself, since 1 less the lower one is 0 where it matters.
        return new Sphericity(chiSquared, freedom, Gamma.regularizedGammaQ(freedom / 2.0, chiSquared / 2));
    }
}
