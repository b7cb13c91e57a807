package org.wenheng.analytics.matrix;

/**
 * Mean, spread and shape of the values of a column that are there. Two passes, so that large values do not cancel.
 *
 * @param count values that are there
 * @param mean NaN if there are none
 * @param second mean of the squared deviations (divided by n)
 * @param third mean of the cubed deviations
 * @param fourth mean of the fourth powers of the deviations
 */
public record Moments(int count, double mean, double second, double third, double fourth) {

    /** Of the values of a column that are not NaN. */
    public static Moments of(double[] column) {
        int count = 0;
        double sum = 0;
        for (double value : column) {
            if (!Double.isNaN(value)) {
                count++;
                sum += value;
            }
        }
        double mean = sum / count;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : column) {
            if (!Double.isNaN(value)) {
                double deviation = value - mean;
                double square = deviation * deviation;
                second += square;
                third += square * deviation;
                fourth += square * square;
            }
        }
        return new Moments(count, mean, second / count, third / count, fourth / count);
    }

    /** The variance of a sample (divided by n − 1); NaN for fewer than two values. */
    public double variance() {
        return count < 2 ? Double.NaN : second * count / (count - 1);
    }

    /** The standard deviation of a sample (n − 1); NaN for fewer than two values. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * Skewness G1 (type 2 of Joanes and Gill, Comparing measures of sample skewness and kurtosis, 1998; SKEW of
     * spreadsheets); NaN for fewer than three values and for a constant column.
     */
    public double skewness() {
        double n = count;
        return count < 3 || second == 0 ? Double.NaN : third / Math.pow(second, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    /**
     * Excess kurtosis G2 (type 2 of Joanes and Gill 1998; KURT of spreadsheets); NaN for fewer than four values and for a
     * constant column.
     */
    public double kurtosis() {
        double n = count;
        return count < 4 || second == 0
                ? Double.NaN
                : ((n + 1) * (fourth / (second * second) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
    }
}
