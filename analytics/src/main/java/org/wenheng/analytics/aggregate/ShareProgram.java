package org.wenheng.analytics.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.wenheng.analytics.matrix.Matrix;

/**
 * The linear programme of benefit of the doubt, in shares. With p the shares of the children in the score of a row o (their
 * sum is 1), the score is the greatest possible {@code 1 / max_j Σ p·x_j/x_o} over the rows j: the worst rival decides. Only
 * a few rivals ever bind, so the programme starts with the row itself and is solved again with the worst rival added until
 * none is left: a small programme of children × a dozen rivals instead of one of all rows.
 *
 * @param greatest of each child, to keep the numbers of the programme near 1
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
record ShareProgram(Matrix children, double lowest, double highest, double[] greatest) {
    private static final double ROUNDING = 1e-11;
    private static final double EFFICIENT = 1e-9;

    /**
     * The best score of a row.
     *
     * @param shares of the children in it, the sum is 1; 0 for a child without a value
     */
    record Best(double score, double[] shares) {}

    static ShareProgram of(Matrix children, double lowest, double highest) {
        double[] greatest = IntStream.range(0, children.columns())
                .mapToDouble(child -> Ends.of(children.column(child)).greatest())
                .toArray();
        return new ShareProgram(children, lowest, highest, greatest);
    }

    Best best(int row) {
        double[] own = children.row(row);
        int there =
                (int) Arrays.stream(own).filter(value -> !Double.isNaN(value)).count();
        int[] positive =
                IntStream.range(0, own.length).filter(child -> own[child] > 0).toArray();
        if (there == 0) {
            return new Best(Double.NaN, own);
        }
        double low = lowest * own.length / there;
        double high = Math.min(1, highest * own.length / there);
        if ((low > 0 && positive.length < there) || positive.length * high < 1 - ROUNDING) {
            return new Best(0, new double[own.length]);
        }
        return new Row(this, own, positive, low, high).best();
    }

    /** The score where the worst rival reaches so many times what the row does. */
    private static Best scored(double worst, double[] shares) {
        return new Best(1 / worst > 1 - EFFICIENT ? 1 : 1 / worst, shares);
    }

    /** What each rival reaches under the weights that a row's shares mean; NaN for a rival without all the row has. */
    private double[] against(double[] own, double[] shares) {
        double[] sums = new double[children.rows()];
        for (int child = 0; child < own.length; child++) {
            if (!Double.isNaN(own[child])) {
                double weight = own[child] > 0 ? shares[child] / own[child] : 0;
                double[] column = children.column(child);
                for (int rival = 0; rival < sums.length; rival++) {
                    sums[rival] += weight * column[rival];
                }
            }
        }
        return sums;
    }

    private static int worst(double[] sums) {
        int worst = -1;
        for (int rival = 0; rival < sums.length; rival++) {
            if (worst < 0 ? !Double.isNaN(sums[rival]) : sums[rival] > sums[worst]) {
                worst = rival;
            }
        }
        return worst;
    }

    /**
     * The programme of one row.
     *
     * @param own its values
     * @param positive the children that can have a share
     * @param low least share of each of them
     * @param high greatest share
     */
    private record Row(ShareProgram program, double[] own, int[] positive, double low, double high) {

        Best best() {
            double free = 1 - positive.length * low;
            double[] shares = new double[own.length];
            if (free <= ROUNDING) {
                Arrays.stream(positive).forEach(child -> shares[child] = 1.0 / positive.length);
                double[] sums = program.against(own, shares);
                return scored(sums[worst(sums)], shares);
            }
            List<double[]> rivals = new ArrayList<>();
            rivals.add(coefficients(own, free));
            Set<Integer> known = new HashSet<>();
            while (true) {
                double[] taken = solve(rivals, free);
                double bound = Arrays.stream(taken).sum();
                for (int i = 0; i < positive.length; i++) {
                    shares[positive[i]] = low + free * taken[i] / bound;
                }
                double[] sums = program.against(own, shares);
                int worst = worst(sums);
                // The bound is the best against the rivals known so far; it ends when no rival is beyond it or new.
                if (sums[worst] * bound <= 1 + ROUNDING || !known.add(worst)) {
                    return scored(sums[worst], shares);
                }
                rivals.add(coefficients(program.children.row(worst), free));
            }
        }

        /** What a rival reaches, as a multiple of the row, if all that is free goes to one child: by child. */
        private double[] coefficients(double[] rival, double free) {
            double fixed = 0;
            for (int child : positive) {
                fixed += low * rival[child] / own[child];
            }
            double[] coefficients = new double[positive.length];
            for (int i = 0; i < coefficients.length; i++) {
                coefficients[i] = fixed + free * rival[positive[i]] / own[positive[i]];
            }
            return coefficients;
        }

        /** Maximises Σ u with Σ u·c ≤ 1 for every rival; u relative to Σ u is how the free share is divided. */
        private double[] solve(List<double[]> rivals, double free) {
            double[] scale = coefficients(program.greatest, free);
            double least = Arrays.stream(scale).min().orElseThrow();
            double[] objective = Arrays.stream(scale).map(s -> least / s).toArray();
            List<LinearConstraint> constraints = new ArrayList<>();
            for (double[] rival : rivals) {
                double[] scaled = new double[rival.length];
                for (int i = 0; i < scaled.length; i++) {
                    scaled[i] = rival[i] / scale[i];
                }
                constraints.add(new LinearConstraint(scaled, Relationship.LEQ, 1));
            }
            double cap = (high - low) / free;
            for (int i = 0; cap < 1 && i < positive.length; i++) {
                double[] limit = new double[positive.length];
                for (int other = 0; other < limit.length; other++) {
                    limit[other] = ((other == i ? 1 : 0) - cap) * objective[other];
                }
                constraints.add(new LinearConstraint(limit, Relationship.LEQ, 0));
            }
            double[] point = new SimplexSolver(1e-12, 10, 1e-13)
                    .optimize(
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint();
            for (int i = 0; i < point.length; i++) {
                point[i] = Math.max(0, point[i]) / scale[i];
            }
            return point;
        }
    }
}
