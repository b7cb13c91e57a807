package org.wenheng.analytics.weigh;

import java.util.Arrays;
import org.hipparchus.linear.RealMatrix;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.ingest.reference.Title;

/**
 * CRITIC, criteria importance through intercriteria correlation: {@code C_j = σ_j·Σ_k (1 − r_jk)}, {@code w ∝ C}, where σ
 * is the standard deviation of the child laid between 0 and 1 and r the correlation between two children. A child that
 * differs much and says something else than its siblings gets much weight. Changes of unit or zero point do not matter.
 * Source: Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria problems: the CRITIC
 * method (1995). If all children that differ say the same, they get the same weight.
 *
 * <p>Missing values: σ is taken over the rows in which the child has a value, each r over the rows in which both have
 * (pairwise).
 */
public record CriticWeights() implements Weighting {
    private static final double ROUNDING = 1e-12;

    @Override
    public Weighed weigh(Matrix points) {
        return Differing.of(points).weigh(CriticWeights::weighDiffering);
    }

    private static Weighed weighDiffering(Matrix columns) {
        RealMatrix correlations = Correlations.of(columns);
        double[] deviations = new double[columns.columns()];
        double[] information = new double[columns.columns()];
        for (int child = 0; child < information.length; child++) {
            deviations[child] = Moments.of(Differing.betweenZeroAndOne(columns.column(child)))
                    .standardDeviation();
            for (int sibling = 0; sibling < information.length; sibling++) {
                double conflict = 1 - correlations.getEntry(child, sibling);
                // Of siblings that say the same, rounding must not decide who gets the weight.
                information[child] += conflict > ROUNDING ? deviations[child] * conflict : 0;
            }
        }
        if (Arrays.stream(information).sum() == 0) {
            return Weighed.equal(
                    information.length,
                    new Title("各项完全相关,取等权", "All children are perfectly correlated: equal weights"));
        }
        String spread = Written.numbers(deviations);
        String amounts = Written.numbers(information);
        return Weighed.inProportion(
                information,
                new Title(
                        "标准差:%s;信息量:%s".formatted(spread, amounts),
                        "Standard deviations: %s; information: %s".formatted(spread, amounts)));
    }

    @Override
    public Title description() {
        return new Title("CRITIC法(差异与冲突)", "CRITIC: standard deviation times conflict with the siblings");
    }
}
