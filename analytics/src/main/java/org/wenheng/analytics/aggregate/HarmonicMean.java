package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Weighted harmonic mean: {@code Σ w / Σ (w/x)} over the children that are there. Stricter to a poor child than the
 * geometric mean. Range: that of the children. Source: Hardy, Littlewood and Pólya, Inequalities (1934), 2.1.
 *
 * @param whenNotPositive what is done with a value of 0 or less
 */
public record HarmonicMean(WhenNotPositive whenNotPositive) implements Aggregation {

    @Override
    public double[] scores(Matrix children, double[] weights) {
        return PowerMean.of(children, weights, -1, whenNotPositive).scores();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        return PowerMean.of(children, weights, -1, whenNotPositive).contributions();
    }

    @Override
    public Title description() {
        return new Title(
                "加权调和平均:" + whenNotPositive.description().chinese(),
                "Weighted harmonic mean: " + whenNotPositive.description().english());
    }
}
