package org.wenheng.analytics.treat;

import org.wenheng.analytics.matrix.Moments;

/**
 * The shape of sorted values whose ends are drawn in, without looking at all of them again. Powers of the deviations from
 * the median are summed outwards once. The sum between two places on either side of it is then a sum of two, never a
 * difference, so that an outlier that was drawn in leaves no rounding error behind; and as the values are sorted, the order
 * of the rows cannot show. Deviations are measured in a power of two near the range: this costs no digit, and no unit is too
 * large or too small for fourth powers.
 */
final class Shape {
    private static final int POWERS = 4;
    private final double[] rising;
    private final int median;
    private final double unit;
    private final double[][] outward;

    /**
     * @param rising values in rising order, at least one
     */
    Shape(double[] rising) {
        this.rising = rising;
        this.median = rising.length / 2;
        double range = rising[rising.length - 1] - rising[0];
        this.unit = range > 0 ? Math.scalb(1.0, Math.getExponent(range)) : 1;
        this.outward = new double[POWERS][rising.length];
        for (int place = median + 1; place < rising.length; place++) {
            sum(place, place - 1);
        }
        for (int place = median - 1; place >= 0; place--) {
            sum(place, place + 1);
        }
    }

    private void sum(int place, int inner) {
        double deviation = deviation(place);
        double power = 1;
        for (double[] sums : outward) {
            power *= deviation;
            sums[place] = sums[inner] + power;
        }
    }

    private double deviation(int place) {
        return (rising[place] - rising[median]) / unit;
    }

    /** The place of the median; of two in the middle, the upper one. */
    int median() {
        return median;
    }

    /**
     * The moments of the deviations, in the power of two, when all values before the place {@code first} are set to the
     * value there, and all after {@code last} to the value there.
     *
     * @param first not after the median
     * @param last not before the median
     */
    Moments drawnInTo(int first, int last) {
        int n = rising.length;
        double[] mean = new double[POWERS];
        double low = first;
        double high = n - 1 - last;
        for (int p = 0; p < POWERS; p++) {
            low *= deviation(first);
            high *= deviation(last);
            mean[p] = (outward[p][first] + outward[p][last] + low + high) / n;
        }
        double shift = mean[0];
        double square = shift * shift;
        return new Moments(
                n,
                shift,
                mean[1] - square,
                mean[2] - 3 * shift * mean[1] + 2 * square * shift,
                mean[3] - 4 * shift * mean[2] + 6 * square * mean[1] - 3 * square * square);
    }

    /** The same of the values as they are. */
    Moments whole() {
        return drawnInTo(0, rising.length - 1);
    }
}
