package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Weighted generalised (power) mean: {@code (Σ w·x^p / Σ w)^(1/p)} over the children that are there, the geometric mean at
 * p = 0. The smaller the power, the less a good child makes up for a poor one: −1 harmonic, 0 geometric, 1 arithmetic, 2
 * quadratic. Range: that of the children. Source: Hardy, Littlewood and Pólya, Inequalities (1934), 2.2.
 *
 * @param power finite
 * @param whenNotPositive what is done with a value outside the domain of the power
 */
public record GeneralisedMean(double power, WhenNotPositive whenNotPositive) implements Aggregation {

    public GeneralisedMean {
        if (!Double.isFinite(power)) {
            throw new IllegalArgumentException("A power of %s (expected: a finite number)".formatted(power));
        }
    }

    @Override
    public double[] scores(Matrix children, double[] weights) {
        return power == 1
                ? new ArithmeticMean().scores(children, weights)
                : PowerMean.of(children, weights, power, whenNotPositive).scores();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        return power == 1
                ? new ArithmeticMean().contributions(children, weights)
                : PowerMean.of(children, weights, power, whenNotPositive).contributions();
    }

    @Override
    public Title description() {
        return new Title(
                "加权幂平均:幂%s,%s".formatted(power, whenNotPositive.description().chinese()),
                "Weighted generalised mean: power %s, %s"
                        .formatted(power, whenNotPositive.description().english()));
    }
}
