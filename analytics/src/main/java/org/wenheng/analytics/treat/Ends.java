package org.wenheng.analytics.treat;

import java.util.Arrays;
import java.util.Optional;
import org.wenheng.analytics.matrix.Moments;

/**
 * Up to where the ends of a sorted column are drawn in. Tied values move together.
 *
 * @param rising values in rising order
 * @param first place of the lowest value that stays; all before it take its value
 * @param last place of the highest value that stays; all after it take its value
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
record Ends(double[] rising, Shape shape, int first, int last) {

    /** The ends of a column as it is; nothing if it has no shape: fewer than four values, or all equal. */
    static Optional<Ends> of(double[] rising) {
        if (rising.length == 0) {
            return Optional.empty();
        }
        Ends ends = new Ends(rising, new Shape(rising), 0, rising.length - 1);
        return Double.isNaN(ends.moments().kurtosis()) ? Optional.empty() : Optional.of(ends);
    }

    /** Whether no curve can change the shape, because any curve through two points is as good as a line. */
    boolean ofTwoValues() {
        return rising[above()] == highest();
    }

    double lowest() {
        return rising[first];
    }

    double highest() {
        return rising[last];
    }

    /** Of the deviations: for skewness and kurtosis, which know no unit. */
    Moments moments() {
        return shape.drawnInTo(first, last);
    }

    /** How many values were drawn in. */
    int drawnIn() {
        return first + rising.length - 1 - last;
    }

    /**
     * One end drawn in by one more step; nothing if it would pass the median or meet the other end.
     *
     * @param high whether it is the end of the high values
     */
    Optional<Ends> next(boolean high) {
        int nextFirst = high ? first : above();
        int nextLast = high ? below() : last;
        boolean apart =
                nextFirst <= shape.median() && nextLast >= shape.median() && rising[nextFirst] < rising[nextLast];
        return apart ? Optional.of(new Ends(rising, shape, nextFirst, nextLast)) : Optional.empty();
    }

    private int above() {
        int place = first;
        while (place < rising.length && rising[place] == rising[first]) {
            place++;
        }
        return place;
    }

    private int below() {
        int place = last;
        while (place >= 0 && rising[place] == rising[last]) {
            place--;
        }
        return place;
    }

    /** The bounds at which the values are drawn in; open where none is. */
    Settled bounds() {
        return drawnIn() == 0
                ? new NoTreatment()
                : new AtBounds(
                        first == 0 ? Double.NEGATIVE_INFINITY : lowest(),
                        last == rising.length - 1 ? Double.POSITIVE_INFINITY : highest());
    }

    /** The values after another treatment, as they are. */
    static Moments momentsAfter(Settled treatment, double[] rising) {
        return new Shape(Arrays.stream(rising).map(treatment::of).toArray()).whole();
    }
}
