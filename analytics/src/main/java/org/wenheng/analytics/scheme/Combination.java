package org.wenheng.analytics.scheme;

import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.ingest.reference.Title;

/**
 * How the children of a dimension become its points.
 *
 * @param weights where the children's weights come from
 * @param minimumAvailability share of the children, by number, that must have points for the dimension to get any; 0 if one
 *     is enough
 */
public record Combination(Aggregation aggregation, WeightRule weights, double minimumAvailability) {

    /** The weighted arithmetic mean of whatever is there. */
    public static final Combination WEIGHTED_MEAN =
            new Combination(new ArithmeticMean(), new WeightRule.AsWritten(), 0);

    /** The rule in one sentence. */
    Title description() {
        Title method = aggregation.description();
        StringBuilder chinese = new StringBuilder(method.chinese());
        StringBuilder english = new StringBuilder(method.english());
        if (!(weights instanceof WeightRule.AsWritten)) {
            chinese.append(";权重:").append(weights.description().chinese());
            english.append("; weights: ").append(weights.description().english());
        }
        if (minimumAvailability > 0) {
            long percent = Math.round(minimumAvailability * 100);
            chinese.append(";下级可得率不足").append(percent).append("%时不计分");
            english.append("; no points with less than ").append(percent).append(" % of the nodes below");
        }
        return new Title(chinese.toString(), english.toString());
    }
}
