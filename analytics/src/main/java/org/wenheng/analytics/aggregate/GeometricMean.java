package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Weighted geometric mean: {@code (Π x^w)^(1 / Σ w)} over the children that are there. A poor child is made good only in
 * part by a good one. Range: that of the children. Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008),
 * step 6; the form of the Human Development Index since 2010.
 *
 * @param whenNotPositive what is done with a value of 0 or less
 */
public record GeometricMean(WhenNotPositive whenNotPositive) implements Aggregation {

    @Override
    public double[] scores(Matrix children, double[] weights) {
        return PowerMean.of(children, weights, 0, whenNotPositive).scores();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        return PowerMean.of(children, weights, 0, whenNotPositive).contributions();
    }

    @Override
    public Title description() {
        return new Title(
                "加权几何平均:" + whenNotPositive.description().chinese(),
                "Weighted geometric mean: " + whenNotPositive.description().english());
    }
}
