package org.wenheng.analytics.weigh;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.ingest.reference.Title;

/**
 * Entropy weights (熵权法): {@code p_i = r_i/Σr}, {@code e = −Σ p·ln p / ln m}, {@code w ∝ 1 − e}, with 0·ln 0 = 0 and m
 * the number of rows. A child whose points are spread unevenly over the regions gets much weight. Source: policy facts 2.2;
 * Shannon, A Mathematical Theory of Communication (1948), section 6.
 *
 * <p>Missing values: each child is looked at over the rows in which it has a value, and m counts those.
 *
 * @param scaling what r is
 */
public record EntropyWeights(Scaling scaling) implements Weighting {

    /** What is done to the points first. */
    public enum Scaling {
        /** Each child is laid between 0 and 1 first: changes of unit or zero point of a child do not matter. */
        MIN_MAX,
        /** The points as they are; none may be below 0. A change of unit does not matter, one of the zero point does. */
        AS_GIVEN
    }

    @Override
    public Weighed weigh(Matrix points) {
        if (scaling == Scaling.AS_GIVEN) {
            for (int column = 0; column < points.columns(); column++) {
                checkNotNegative(column, points.column(column));
            }
        }
        return Differing.of(points).weigh(this::weighDiffering);
    }

    private static void checkNotNegative(int child, double[] column) {
        for (int row = 0; row < column.length; row++) {
            if (column[row] < 0) {
                throw new IllegalArgumentException(
                        "Entropy needs points of at least 0: child %s has %s in row %s; lay them between 0 and 1 first"
                                .formatted(child + 1, column[row], row + 1));
            }
        }
    }

    private Weighed weighDiffering(Matrix columns) {
        double[] divergences = new double[columns.columns()];
        for (int column = 0; column < divergences.length; column++) {
            double[] points = columns.column(column);
            divergences[column] = divergence(scaling == Scaling.MIN_MAX ? Differing.betweenZeroAndOne(points) : points);
        }
        String entropies =
                Written.numbers(Arrays.stream(divergences).map(d -> 1 - d).toArray());
        return Weighed.inProportion(divergences, new Title("熵:" + entropies, "Entropies: " + entropies));
    }

    /**
     * {@code 1 − e}, written as the mean of {@code (1 + t)·ln(1 + t) − t} over {@code t = x/mean − 1}, divided by ln m. No
     * term is below 0, so a child whose points are nearly the same does not lose its difference to rounding.
     */
    private static double divergence(double[] column) {
        Moments moments = Moments.of(column);
        double divergence = 0;
        for (double value : column) {
            if (!Double.isNaN(value)) {
                divergence += term((value - moments.mean()) / moments.mean());
            }
        }
        return divergence / moments.count() / Math.log(moments.count());
    }

    private static double term(double t) {
        if (t <= -1) {
            return 1; // of a value of 0: 0·ln 0 = 0
        }
        // Near 0 the difference cancels; its series is t²/2 − t³/6 + …
        return Math.abs(t) < 1e-4 ? t * t * (1 / 2.0 - t / 6 + t * t / 12) : (1 + t) * Math.log1p(t) - t;
    }

    @Override
    public Title description() {
        return switch (scaling) {
            case MIN_MAX -> new Title("熵权法(先按极差法归一到0–1)", "Entropy weights of points laid between 0 and 1");
            case AS_GIVEN -> new Title("熵权法(用原分值)", "Entropy weights of the points as they are");
        };
    }
}
