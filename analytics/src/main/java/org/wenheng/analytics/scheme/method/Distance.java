package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * Share of the way from the worst value to a goal (距离法): {@code 1 − (goal − x)/(goal − worst) = (x − worst)/(goal −
 * worst)}, where worst is the lowest value of the reference, or the highest when lower is better. If the goal is no better
 * than the worst, as in a constant reference or with a single value, there is no way to go: whoever is at least as good as
 * the goal gets the highest points, others the lowest. Source: OECD/JRC, Handbook on Constructing Composite Indicators
 * (2008), step 5, distance to a reference.
 *
 * @param goal what is to be reached
 * @param range points of the worst value and of the goal
 * @param beyond what becomes of values beyond them
 */
public record Distance(Goal goal, PointRange range, Beyond beyond, Direction direction) implements ComparingMethod {

    /**
     * @throws IllegalArgumentException without a direction
     */
    public Distance {
        direction.ordering();
    }

    /** What is to be reached. */
    public sealed interface Goal {}

    /** The best value of the reference. With it the method is {@link MinMax}, to the last digits. */
    public record Best() implements Goal {}

    /**
     * A quantile of the reference, whatever the direction.
     *
     * @param share 0 to 1: the share of the values at or below it
     */
    public record Quantile(double share) implements Goal {
        /**
         * @throws IllegalArgumentException if the share is not within 0 to 1
         */
        public Quantile {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("A quantile is 0 to 1: " + share);
            }
        }
    }

    /**
     * A target, or the value of a region that others are held against.
     *
     * @param value in the indicator's unit; finite
     */
    public record Given(double value) implements Goal {
        /**
         * @throws IllegalArgumentException if the value is not finite
         */
        public Given {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A goal must be a number: " + value);
            }
        }
    }

    @Override
    public Scale settledOn(OrderStatistics reference) {
        boolean lower = direction == Direction.LOWER_IS_BETTER;
        double worst = lower ? reference.greatest() : reference.least();
        double reached = goalIn(reference);
        if (direction.prefers(reached, worst)) {
            return value -> range.at((value - worst) / (reached - worst), beyond);
        }
        return value -> direction.prefers(reached, value) ? range.low() : range.high();
    }

    private double goalIn(OrderStatistics reference) {
        if (goal instanceof Quantile quantile) {
            return reference.quantile(quantile.share());
        }
        if (goal instanceof Given given) {
            return given.value();
        }
        return direction == Direction.LOWER_IS_BETTER ? reference.least() : reference.greatest();
    }

    @Override
    public Title description() {
        Title what = goalDescription();
        return new Title(
                "距离法:自最差值至%s所占的份额,%s,得分%s,%s;各地均达到得%s分"
                        .formatted(
                                what.chinese(),
                                direction.nameChinese(),
                                range.written(),
                                beyond.nameChinese(),
                                Written.number(range.high())),
                "Distance: share of the way from the worst value to %s, %s, points %s, %s; %s points if all reach it"
                        .formatted(
                                what.english(),
                                direction.nameEnglish(),
                                range.written(),
                                beyond.nameEnglish(),
                                Written.number(range.high())));
    }

    private Title goalDescription() {
        if (goal instanceof Quantile quantile) {
            String share = Written.number(quantile.share() * 100);
            return new Title(share + "%分位数", "the %s %% quantile".formatted(share));
        }
        if (goal instanceof Given given) {
            String value = Written.number(given.value());
            return new Title("目标值" + value, "the target " + value);
        }
        return new Title("最好值", "the best");
    }
}
