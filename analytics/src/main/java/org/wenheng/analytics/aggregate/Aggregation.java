package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * How the points of a node's children become the points of the node. A child without a value in a row (NaN) is left out
 * of that row and its weight goes to the others in proportion; a row of which nothing is there has no result (NaN). The
 * result of a row does not depend on the order of rows or threads. A child of weight 0 has no say.
 */
public sealed interface Aggregation
        permits ArithmeticMean,
                GeometricMean,
                HarmonicMean,
                GeneralisedMean,
                WeightedMedian,
                Minimum,
                Copeland,
                MazziottaPareto,
                AdjustedMazziottaPareto,
                Topsis,
                Vikor,
                Promethee,
                GreyRelational,
                BenefitOfTheDoubt,
                OutOfHundred {

    /**
     * The result of each row.
     *
     * @param children rows × children, in points; at least one column
     * @param weights of the children, each at least 0 with a sum above 0; only their proportions count
     * @return by row; NaN for a row of which nothing with a weight is there
     * @throws IllegalArgumentException for an infinite value, weights that are not as said, or a value outside the domain
     *     of the method
     */
    double[] scores(Matrix children, double[] weights);

    /**
     * How much each child contributes to the result of each row: rows × children, the contributions of a row sum to its
     * score up to rounding. NaN where the child has no value or the row no score. For a method that is homogeneous of degree
     * one (all means, the median, the minimum, Mazziotta–Pareto) this is {@code x·∂f/∂x} (Euler's theorem); the other
     * methods say how they apportion.
     */
    Matrix contributions(Matrix children, double[] weights);

    /** The method and its parameters in one sentence. */
    Title description();
}
