package org.wenheng.analytics.weigh;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.ingest.reference.Title;

/**
 * Weights in the proportion of the standard deviations of the points as they are: the children must be on one scale. A
 * change of unit or zero point of all children together does not matter. Source: Diakoulaki, Mavrotas and Papayannakis
 * (1995), where it is the method that CRITIC is compared with.
 *
 * <p>Missing values: each standard deviation is taken over the rows in which the child has a value.
 */
public record StandardDeviationWeights() implements Weighting {

    @Override
    public Weighed weigh(Matrix points) {
        return Differing.of(points).weigh(StandardDeviationWeights::weighDiffering);
    }

    private static Weighed weighDiffering(Matrix columns) {
        double[] deviations = new double[columns.columns()];
        for (int child = 0; child < deviations.length; child++) {
            deviations[child] = Moments.of(columns.column(child)).standardDeviation();
        }
        String spread = Written.numbers(deviations);
        return Weighed.inProportion(deviations, new Title("标准差:" + spread, "Standard deviations: " + spread));
    }

    @Override
    public Title description() {
        return new Title("标准差法", "In proportion to the standard deviations");
    }
}
