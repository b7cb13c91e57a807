package org.wenheng.analytics.robust;

import org.wenheng.analytics.matrix.OrderStatistics;

/** From a number to a number, both included; NaN if there was nothing to take it of. */
public record Range(double low, double high) {

    /**
     * The interval between two quantiles (definition 7 of Hyndman and Fan 1996) that holds a share of the values.
     *
     * @param share above 0, below 1, as much being left out on either side: 0.9 is from 5 % to 95 %
     */
    static Range holding(double share, OrderStatistics values) {
        double left = (1 - share) / 2;
        return new Range(values.quantile(left), values.quantile(1 - left));
    }

    /** Whether two ranges have a number in common. */
    public boolean overlaps(Range other) {
        return low <= other.high && other.low <= high;
    }
}
