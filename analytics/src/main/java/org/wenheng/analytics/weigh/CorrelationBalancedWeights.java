package org.wenheng.analytics.weigh;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.ingest.reference.Title;

/**
 * Weights for which the correlations of the children with their weighted arithmetic mean are as equal as possible, so that
 * each child counts alike in what is published. Source of the aim: Becker, Saisana, Paruolo and Vandecasteele, Weights and
 * importance in composite indicators (2017).
 *
 * <p>With R the correlations of the children and {@code a_j = w_j·σ_j}, the correlations with the mean are in the proportion
 * of {@code u = R·a}. The objective is the mean of {@code (u_j/Σu − 1/n)²}, that of COINr's balanced weights. It is
 * {@code (1/cos²θ − 1)/n²}, where θ is the angle between u and a column of ones; least squares {@code min ‖R·a − 1‖²} makes
 * the same angle least. Weights are therefore not searched for: a convex problem under {@code a ≥ 0} is solved, and there
 * are no better weights of at least 0. If all correlations can be equal they are. If a child stands against the others it
 * can get weight 0; a least share prevents that. Of several solutions the one nearest to equal is taken.
 *
 * <p>A change of a child's unit changes its weight inversely and nothing else if the least share is 0. If the standardised
 * children sum to the same in every row no weights are better than others: equal weights, and the note says so. Missing
 * values: rows in which a child that differs has none are not used (row-wise).
 *
 * @param leastShare what each child that differs gets at least, 0 to below 1/n
 */
public record CorrelationBalancedWeights(double leastShare) implements Weighting {
    /** Weight of being near to equal: far below what shows in a correlation, far above rounding. */
    private static final double RIDGE = 1e-10;

    public CorrelationBalancedWeights {
        if (!(leastShare >= 0 && leastShare < 1)) {
            throw new IllegalArgumentException("The least share is from 0 to below 1, not %s".formatted(leastShare));
        }
    }

    @Override
    public Weighed weigh(Matrix points) {
        if (points.columns() > 1 && leastShare * points.columns() >= 1) {
            throw new IllegalArgumentException(
                    "%s children cannot have at least %s each".formatted(points.columns(), Written.number(leastShare)));
        }
        return Differing.ofCompleteRows(points).weigh(this::weighDiffering);
    }

    private Weighed weighDiffering(Matrix columns) {
        int children = columns.columns();
        double[] deviations = new double[children];
        for (int child = 0; child < children; child++) {
            deviations[child] = Moments.of(columns.column(child)).standardDeviation();
        }
        RealMatrix correlations = Correlations.of(columns);
        RealMatrix shared = shared(deviations);
        double[] above = aboveTheLeast(correlations.multiply(shared));
        if (Arrays.stream(above).sum() == 0) {
            return Weighed.equal(
                    children, new Title("各项相互抵消,取等权", "The children cancel each other out: equal weights"));
        }
        double[] amounts = shared.operate(above);
        double[] weights = new double[children];
        for (int child = 0; child < children; child++) {
            weights[child] = amounts[child] / deviations[child];
        }
        return Weighed.inProportion(weights, note(correlations, new ArrayRealVector(amounts, false)));
    }

    /**
     * From what a child has above its least share to {@code a}: {@code w_j = v_j + ℓ·Σw} with {@code Σw = Σv/(1 − n·ℓ)}, in
     * units of the standard deviations. The identity if the least share is 0.
     */
    private RealMatrix shared(double[] deviations) {
        int children = deviations.length;
        double ofEach = leastShare / (1 - children * leastShare);
        RealMatrix shared = MatrixUtils.createRealIdentityMatrix(children);
        for (int to = 0; to < children; to++) {
            for (int from = 0; from < children; from++) {
                shared.addToEntry(to, from, ofEach * deviations[to] / deviations[from]);
            }
        }
        return shared;
    }

    private static double[] aboveTheLeast(RealMatrix correlations) {
        int children = correlations.getColumnDimension();
        RealMatrix ridged = new Array2DRowRealMatrix(2 * children, children);
        ridged.setSubMatrix(correlations.getData(), 0, 0);
        ridged.setSubMatrix(
                MatrixUtils.createRealIdentityMatrix(children)
                        .scalarMultiply(Math.sqrt(RIDGE))
                        .getData(),
                children,
                0);
        double[] ones = new double[2 * children];
        Arrays.fill(ones, 0, children, 1);
        return NonNegativeLeastSquares.solve(ridged, new ArrayRealVector(ones, false));
    }

    private static Title note(RealMatrix correlations, RealVector amounts) {
        RealVector with = correlations.operate(amounts);
        double deviation = Math.sqrt(amounts.dotProduct(with));
        double sum = Arrays.stream(with.toArray()).sum();
        double objective = Arrays.stream(with.toArray())
                .map(covariance -> Math.pow(covariance / sum - 1.0 / with.getDimension(), 2))
                .average()
                .orElseThrow();
        String obtained = Written.numbers(with.mapDivide(deviation).toArray());
        String residual = Written.number(Math.sqrt(objective));
        return new Title(
                "与加权平均的相关系数:%s;相对相关系数的均方根偏差:%s".formatted(obtained, residual),
                "Correlations with the weighted mean: %s; root of the objective: %s".formatted(obtained, residual));
    }

    @Override
    public Title description() {
        String share = Written.number(leastShare);
        return new Title(
                "相关系数均衡法(每项权重不低于%s)".formatted(share),
                "Balanced correlations with the weighted mean, each child at least %s".formatted(share));
    }
}
