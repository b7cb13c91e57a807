package org.wenheng.analytics.structure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.analytics.matrix.OrderStatistics;

/**
 * What the values of a column look like. Without any value every statistic is NaN and every count 0.
 *
 * @param rows with or without a value
 * @param available values that are there
 * @param nonZero values other than 0
 * @param unique different values
 * @param mostFrequent how often the most frequent value occurs
 * @param least smallest value
 * @param greatest largest value
 * @param mean arithmetic
 * @param median the middle value
 * @param standardDeviation of a sample (n − 1); NaN for fewer than two values, 0 for a constant column
 * @param skewness see {@link Moments#skewness}; NaN for fewer than three values and for a constant column
 * @param kurtosis in excess of the normal's, see {@link Moments#kurtosis}; NaN for fewer than four values and for a constant
 *     column
 */
public record ColumnStatistics(
        int rows,
        int available,
        int nonZero,
        int unique,
        int mostFrequent,
        double least,
        double greatest,
        double mean,
        double median,
        double standardDeviation,
        double skewness,
        double kurtosis) {

    /** What is unusual about a column. */
    public enum Flag {
        LOW_AVAILABILITY,
        MANY_ZEROS,
        FEW_UNIQUE_VALUES,
        /** Skewness and kurtosis are both beyond their limits. */
        OUTLIERS
    }

    /**
     * Where the flags begin.
     *
     * @param availability least share of rows with a value
     * @param nonZero least share of values other than 0
     * @param unique least share of different values
     * @param skewness greatest absolute skewness
     * @param kurtosis greatest kurtosis
     */
    public record Thresholds(double availability, double nonZero, double unique, double skewness, double kurtosis) {

        /** Those of COINr (Becker et al. 2022): 0.65, 0.5, 0.5, 2 and 3.5. */
        public static Thresholds usual() {
            return new Thresholds(0.65, 0.5, 0.5, 2, 3.5);
        }
    }

    /**
     * Of a column.
     *
     * @throws IllegalArgumentException if a value is infinite
     */
    public static ColumnStatistics of(double[] column) {
        OrderStatistics order = OrderStatistics.of(Finite.column(column));
        int nonZero = order.size() - order.atMost(0) + order.below(0);
        int unique = 0;
        int mostFrequent = 0;
        for (int place = 0; place < order.size(); ) {
            int next = order.atMost(order.at(place));
            unique++;
            mostFrequent = Math.max(mostFrequent, next - place);
            place = next;
        }
        Moments moments = Moments.of(column);
        // The mean of a constant column may miss the constant by rounding: its shape is not to be read off that.
        boolean constant = unique == 1;
        return new ColumnStatistics(
                column.length,
                order.size(),
                nonZero,
                unique,
                mostFrequent,
                order.least(),
                order.greatest(),
                constant ? order.least() : moments.mean(),
                order.median(),
                constant && order.size() > 1 ? 0 : moments.standardDeviation(),
                constant ? Double.NaN : moments.skewness(),
                constant ? Double.NaN : moments.kurtosis());
    }

    /** Of every column. */
    public static List<ColumnStatistics> of(Matrix matrix) {
        return IntStream.range(0, matrix.columns())
                .mapToObj(column -> of(matrix.column(column)))
                .toList();
    }

    /** Share of rows with a value; NaN without rows. */
    public double availability() {
        return (double) available / rows;
    }

    /** Share of values other than 0; NaN without values. */
    public double nonZeroShare() {
        return (double) nonZero / available;
    }

    /** Different values per value; NaN without values. */
    public double uniqueShare() {
        return (double) unique / available;
    }

    /** Share of the most frequent value; NaN without values. */
    public double mostFrequentShare() {
        return (double) mostFrequent / available;
    }

    /**
     * What is unusual. Shares are of the values that are there, so that a missing value is not counted as a zero; a column
     * without values is flagged for availability only.
     */
    public Set<Flag> flags(Thresholds thresholds) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (availability() < thresholds.availability()) {
            flags.add(Flag.LOW_AVAILABILITY);
        }
        if (nonZeroShare() < thresholds.nonZero()) {
            flags.add(Flag.MANY_ZEROS);
        }
        if (uniqueShare() < thresholds.unique()) {
            flags.add(Flag.FEW_UNIQUE_VALUES);
        }
        if (Math.abs(skewness) > thresholds.skewness() && kurtosis > thresholds.kurtosis()) {
            flags.add(Flag.OUTLIERS);
        }
        return flags;
    }
}
