package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/**
 * A best range (适度型): 100 points inside, falling in a straight line to 0 at the zero points, 0 beyond. Source: policy
 * facts 2.1. {@code zeroBelow < bestFrom ≤ bestTo < zeroAbove}.
 */
public record Interval(double zeroBelow, double bestFrom, double bestTo, double zeroAbove) implements PointMethod {

    @Override
    public double points(double value) {
        if (value < bestFrom) {
            return Written.between(0, 100, (value - zeroBelow) / (bestFrom - zeroBelow) * 100);
        }
        if (value > bestTo) {
            return Written.between(0, 100, (zeroAbove - value) / (zeroAbove - bestTo) * 100);
        }
        return 100;
    }

    @Override
    public Interval scaled(double share) {
        return new Interval(zeroBelow * share, bestFrom * share, bestTo * share, zeroAbove * share);
    }

    @Override
    public Title description() {
        Object[] parameters = {
            Written.number(bestFrom), Written.number(bestTo), Written.number(zeroBelow), Written.number(zeroAbove)
        };
        return new Title(
                "适度区间法:%s–%s之间100分,线性降至%s与%s处0分,适度为好,得分0–100".formatted(parameters),
                "Best range: 100 points from %s to %s, falling to 0 at %s and %s, neither too little nor too much, points 0–100"
                        .formatted(parameters));
    }
}
