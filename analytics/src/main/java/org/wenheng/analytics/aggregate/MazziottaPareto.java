package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Mazziotta–Pareto index: the mean moved by the unevenness of the children, {@code M ± S·cv}. Source: Mazziotta and Pareto,
 * On a generalized non-compensatory composite index for measuring socio-economic phenomena, Social Indicators Research 127
 * (2016), where the children are standardised to mean 100 and standard deviation 10; that is the z-score method of the step
 * before. With weights, mean and standard deviation are the weighted ones (Mazziotta and Pareto, Weighting in composite
 * indices construction, Rivista Italiana di Economia Demografia e Statistica). With one child the score is its value. Not
 * bound to the range of the children, and a better value may score less if it is more uneven. Scaling all points scales
 * the score. The mean of a row must be above 0.
 *
 * @param penalty which way unevenness moves the score
 */
public record MazziottaPareto(Penalty penalty) implements Aggregation {

    @Override
    public double[] scores(Matrix children, double[] weights) {
        return new PenalisedMean(new WeightedChildren(children, weights), penalty).scores();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        return new PenalisedMean(new WeightedChildren(children, weights), penalty).contributions();
    }

    @Override
    public Title description() {
        return new Title(
                "Mazziotta–Pareto指数:" + penalty.description().chinese(),
                "Mazziotta–Pareto index: " + penalty.description().english());
    }
}
