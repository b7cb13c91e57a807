package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * Share of the best value (占最好值比重), {@link Target} with the best value as the target: {@code 100·x/max}, and
 * {@code 100·min/x} when lower is better, never negative and never above {@code cap}. Only the region that is best gets 100
 * and, in a constant reference or with a single value, all do. A ratio needs a best value above 0: without one the best get
 * 100 and all others 0. Held against the values of one region it is the distance to a reference country of OECD/JRC,
 * Handbook on Constructing Composite Indicators (2008), step 5.
 *
 * @param cap the most points, for values better than the reference; 100 or more
 */
public record FractionOfBest(double cap, Direction direction) implements ComparingMethod {

    /**
     * @throws IllegalArgumentException if the cap is below 100 or not finite, or without a direction
     */
    public FractionOfBest {
        if (!(cap >= 100 && Double.isFinite(cap))) {
            throw new IllegalArgumentException("A cap is 100 or more: " + cap);
        }
        direction.ordering();
    }

    @Override
    public Scale settledOn(OrderStatistics reference) {
        double best = direction == Direction.LOWER_IS_BETTER ? reference.least() : reference.greatest();
        return best > 0 ? new Target(best, cap, direction) : value -> direction.prefers(best, value) ? 0 : 100;
    }

    @Override
    public Title description() {
        boolean lower = direction == Direction.LOWER_IS_BETTER;
        return new Title(
                "占最好值比重:%s×100,%s,得分0–%s;各地相同得100分"
                        .formatted(lower ? "最小值÷实际值" : "实际值÷最大值", direction.nameChinese(), Written.number(cap)),
                "Share of the best: %s x 100, %s, points 0–%s; 100 points if all are equal"
                        .formatted(
                                lower ? "lowest / value" : "value / highest",
                                direction.nameEnglish(),
                                Written.number(cap)));
    }
}
