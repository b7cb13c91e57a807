package org.wenheng.ingest.check;

import java.util.Arrays;

/**
 * Centre and spread of a series, robust against wrong values in it. The value that is tested is never part of the series.
 *
 * <p>The centre is the median. The spread is 1.4826 x MAD, the median absolute deviation made consistent with the standard
 * deviation of a normal distribution (Rousseeuw and Croux 1993, "Alternatives to the median absolute deviation"). If more
 * than half of the values are equal, MAD is 0 and the spread is 1.2533 x the mean absolute deviation about the median, which
 * is consistent in the same way (sqrt(pi/2) = 1.2533). It is 0 for a constant series.
 *
 * @param median middle value; mean of the two middle ones for an even number
 * @param spread in the unit of the values; 0 exactly for a constant series
 */
public record Baseline(double median, double spread) {
    /** Makes the median absolute deviation consistent with a standard deviation: 1 / 0.6745. */
    static final double MAD_CONSISTENCY = 1.4826;

    /** Makes the mean absolute deviation consistent with a standard deviation: the square root of pi / 2. */
    static final double MEAN_DEVIATION_CONSISTENCY = 1.2533;

    /**
     * The baseline of a series.
     *
     * @param series at least one value; not changed
     */
    public static Baseline of(double[] series) {
        double[] sorted = series.clone();
        double median = medianOf(sorted);
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.abs(sorted[i] - median);
            sum += sorted[i];
        }
        double deviation = medianOf(sorted);
        double spread = deviation > 0 ? MAD_CONSISTENCY * deviation : MEAN_DEVIATION_CONSISTENCY * sum / sorted.length;
        return new Baseline(median, spread);
    }

    /** The median of a series, which is sorted by this. */
    static double medianOf(double[] series) {
        if (series.length == 0) {
            throw new IllegalArgumentException("A series without values has no median");
        }
        Arrays.sort(series);
        int middle = series.length / 2;
        return series.length % 2 == 1 ? series[middle] : (series[middle - 1] + series[middle]) / 2;
    }

    /**
     * The modified z-score 0.6745 (x - median) / MAD of Iglewicz and Hoaglin (1993, "How to Detect and Handle Outliers"),
     * who call a value beyond 3.5 an outlier. For a constant series 0 for its own value and infinite for any other.
     */
    public double score(double value) {
        double distance = value - median;
        if (spread == 0) {
            return distance == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, distance);
        }
        return distance / spread;
    }
}
