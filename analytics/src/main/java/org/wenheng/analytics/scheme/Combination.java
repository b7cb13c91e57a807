package org.wenheng.analytics.scheme;

import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.ingest.reference.Title;

/**
 * How the children of a dimension become its points.
 *
 * @param minimumAvailability share of the children, by number, that must have points for the dimension to get any; 0 if one
 *     is enough
 */
public record Combination(Aggregation aggregation, double minimumAvailability) {

    /** The weighted arithmetic mean of whatever is there. */
    public static final Combination WEIGHTED_MEAN = new Combination(new ArithmeticMean(), 0);

    /** The rule in one sentence. */
    Title description() {
        Title method = aggregation.description();
        if (minimumAvailability == 0) {
            return method;
        }
        long percent = Math.round(minimumAvailability * 100);
        return new Title(
                "%s;下级可得率不足%d%%时不计分".formatted(method.chinese(), percent),
                "%s; no points with less than %d %% of the nodes below".formatted(method.english(), percent));
    }
}
