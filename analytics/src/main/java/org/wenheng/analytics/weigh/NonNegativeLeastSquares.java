package org.wenheng.analytics.weigh;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The x ≥ 0 for which ‖A·x − b‖ is least, by the active set method of Lawson and Hanson, Solving Least Squares Problems
 * (1974), algorithm NNLS. The problem is convex, so what it ends with is the least of all, found in finitely many steps.
 */
final class NonNegativeLeastSquares {
    private static final double ROUNDING = 1e-13;

    private NonNegativeLeastSquares() {}

    /**
     * The solution.
     *
     * @param a of full column rank, its entries of the order of 1
     */
    static double[] solve(RealMatrix a, RealVector b) {
        int size = a.getColumnDimension();
        double[] x = new double[size];
        boolean[] free = new boolean[size];
        // Lawson and Hanson need about half as many steps as columns; the bound only guards against rounding.
        for (int step = 0; step < 10 * size; step++) {
            int entering = steepest(a, b, x, free);
            if (entering < 0) {
                break;
            }
            free[entering] = true;
            double[] target = leastSquares(a, b, free);
            while (IntStream.range(0, size).anyMatch(fallsBelow(free, target))) {
                moveTowards(target, x, free);
                target = leastSquares(a, b, free);
            }
            x = target;
        }
        return x;
    }

    private static IntPredicate fallsBelow(boolean[] free, double[] target) {
        return i -> free[i] && target[i] <= 0;
    }

    /** The variable at 0 along which the sum of squares falls most steeply; -1 if along none. */
    private static int steepest(RealMatrix a, RealVector b, double[] x, boolean[] free) {
        double[] fall = a.preMultiply(b.subtract(a.operate(MatrixUtils.createRealVector(x))))
                .toArray();
        int steepest = -1;
        for (int i = 0; i < fall.length; i++) {
            if (!free[i] && fall[i] > (steepest < 0 ? ROUNDING : fall[steepest])) {
                steepest = i;
            }
        }
        return steepest;
    }

    /** The least squares of the free variables alone, the others 0. */
    private static double[] leastSquares(RealMatrix a, RealVector b, boolean[] free) {
        int[] columns = IntStream.range(0, free.length).filter(i -> free[i]).toArray();
        double[] solution = new double[free.length];
        if (columns.length == 0) {
            return solution;
        }
        int[] rows = IntStream.range(0, a.getRowDimension()).toArray();
        double[] there = new QRDecomposition(a.getSubMatrix(rows, columns))
                .getSolver()
                .solve(b)
                .toArray();
        for (int i = 0; i < columns.length; i++) {
            solution[columns[i]] = there[i];
        }
        return solution;
    }

    /** Goes as far towards the target as no variable falls below 0, and binds those that reach it. */
    private static void moveTowards(double[] target, double[] x, boolean[] free) {
        double share = IntStream.range(0, x.length)
                .filter(fallsBelow(free, target))
                .mapToDouble(i -> x[i] == 0 ? 0 : x[i] / (x[i] - target[i]))
                .min()
                .orElseThrow();
        double[] from = Arrays.copyOf(x, x.length);
        for (int i = 0; i < x.length; i++) {
            if (free[i]) {
                x[i] = from[i] + share * (target[i] - from[i]);
                boolean bound = target[i] <= 0 && x[i] <= ROUNDING;
                x[i] = bound ? 0 : x[i];
                free[i] = !bound;
            }
        }
    }
}
