package org.wenheng.analytics.equity;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.wenheng.analytics.matrix.OrderStatistics;

/**
 * How far the top is from the bottom. A ratio to 0 is empty, as is one where nothing is there.
 *
 * @param regions with a value
 * @param greatestToLeast highest value to lowest
 * @param p90ToP10 9th decile of the regions to the first (quantiles of definition 7 of Hyndman and Fan 1996); every region
 *     counts the same
 * @param topFifth share of the whole that the richest fifth of the population has, by the Lorenz curve; NaN where nothing is
 *     there
 * @param bottomFifth share that the poorest fifth has
 * @param topToBottomFifth the first to the second (S80/S20)
 * @param palma share of the richest tenth to that of the poorest four tenths (Palma 2011)
 */
public record Gaps(
        int regions,
        OptionalDouble greatestToLeast,
        OptionalDouble p90ToP10,
        double topFifth,
        double bottomFifth,
        OptionalDouble topToBottomFifth,
        OptionalDouble palma) {

    /**
     * Every region counts the same.
     *
     * @param values by row; NaN is left out
     * @throws IllegalArgumentException if a value is below 0 or infinite
     */
    public static Gaps of(double[] values) {
        return of(Amounts.of(values), LorenzCurve.of(values));
    }

    /**
     * Regions count by population, but for the ratios of values and of deciles.
     *
     * @param values per head, by row; NaN is left out
     * @param weights such as population; a region of weight 0 is left out
     * @throws IllegalArgumentException if a value is below 0 or infinite, or a row with a value has a weight that is missing,
     *     below 0 or infinite
     */
    public static Gaps of(double[] values, double[] weights) {
        return of(Amounts.of(values, weights), LorenzCurve.of(values, weights));
    }

    private static Gaps of(Amounts amounts, LorenzCurve curve) {
        OrderStatistics order = OrderStatistics.of(amounts.values());
        double top = curve.richest(0.2);
        double bottom = curve.poorest(0.2);
        // Where all have nothing every share is equal, yet there is no ratio of nothing to nothing.
        boolean nothing = Arrays.stream(amounts.values()).allMatch(value -> value == 0);
        return new Gaps(
                order.size(),
                ratio(order.greatest(), order.least()),
                ratio(order.quantile(0.9), order.quantile(0.1)),
                top,
                bottom,
                nothing ? OptionalDouble.empty() : ratio(top, bottom),
                nothing ? OptionalDouble.empty() : ratio(curve.richest(0.1), curve.poorest(0.4)));
    }

    private static OptionalDouble ratio(double top, double bottom) {
        return bottom > 0 ? OptionalDouble.of(top / bottom) : OptionalDouble.empty();
    }
}
