package org.wenheng.analytics.weigh;

import java.util.List;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Weights that the scheme gives, whatever the points are.
 *
 * @param proportions in the order of the children, each at least 0 with a sum above 0; only their proportions count
 */
public record GivenWeights(List<Double> proportions) implements Weighting {

    public GivenWeights {
        proportions = List.copyOf(proportions);
        double sum = 0;
        for (double proportion : proportions) {
            if (!(proportion >= 0) || Double.isInfinite(proportion)) {
                throw new IllegalArgumentException("A weight is at least 0, not %s".formatted(proportion));
            }
            sum += proportion;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("No child has a weight above 0");
        }
    }

    @Override
    public Weighed weigh(Matrix points) {
        if (points.columns() != proportions.size()) {
            throw new IllegalArgumentException(
                    "%s weights were given for %s children".formatted(proportions.size(), points.columns()));
        }
        double[] given = proportions.stream().mapToDouble(Double::doubleValue).toArray();
        String written = Written.numbers(given);
        return Weighed.inProportion(given, new Title("方案给定:" + written, "Given by the scheme: " + written));
    }

    @Override
    public Title description() {
        return new Title("方案给定的权重", "Weights given by the scheme");
    }
}
