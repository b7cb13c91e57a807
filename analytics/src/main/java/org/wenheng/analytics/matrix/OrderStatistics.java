package org.wenheng.analytics.matrix;

import java.util.Arrays;

/** The values of a column that are there, in rising order. */
public final class OrderStatistics {
    private final double[] rising;

    private OrderStatistics(double[] rising) {
        this.rising = rising;
    }

    /** Of the values of a column that are not NaN, in any order. */
    public static OrderStatistics of(double[] column) {
        double[] there = new double[column.length];
        int size = 0;
        for (double value : column) {
            if (!Double.isNaN(value)) {
                there[size++] = value + 0.0;
            }
        }
        double[] rising = Arrays.copyOf(there, size);
        Arrays.sort(rising);
        return new OrderStatistics(rising);
    }

    /** How many values are there. */
    public int size() {
        return rising.length;
    }

    /** The least value; NaN if there is none. */
    public double least() {
        return rising.length == 0 ? Double.NaN : rising[0];
    }

    /** The greatest value; NaN if there is none. */
    public double greatest() {
        return rising.length == 0 ? Double.NaN : rising[rising.length - 1];
    }

    /** The value at a place in rising order, from 0. */
    public double at(int place) {
        return rising[place];
    }

    /**
     * The quantile of definition 7 of Hyndman and Fan, Sample Quantiles in Statistical Packages (1996): linear between the
     * order statistics, {@code h = (n − 1)·p}; NaN if there are no values.
     *
     * @param p 0 to 1
     */
    public double quantile(double p) {
        if (rising.length == 0) {
            return Double.NaN;
        }
        double h = (rising.length - 1) * p;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, rising.length - 1);
        return rising[below] + (h - below) * (rising[above] - rising[below]);
    }

    /** The middle value, the mean of two in the middle; NaN if there are no values. */
    public double median() {
        return quantile(0.5);
    }

    /** How many values are strictly below a number. */
    public int below(double value) {
        return firstFrom(value, false);
    }

    /** How many values are at most a number. */
    public int atMost(double value) {
        return firstFrom(value, true);
    }

    private int firstFrom(double value, boolean after) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < value || (after && rising[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
