package org.wenheng.analytics.screen;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.ingest.reference.Title;

/**
 * Values per unit of something else: {@code x / (d / scale)}, such as per 10,000 inhabitants.
 *
 * @param scale how many units of the denominator, above 0
 */
public record Denomination(double scale) {

    /** Why a value that is there has no quotient. */
    public enum Reason {
        NO_DENOMINATOR("没有分母", "no denominator"),
        ZERO_DENOMINATOR("分母为零", "the denominator is 0"),
        NEGATIVE_DENOMINATOR("分母为负", "the denominator is below 0"),
        TOO_LARGE("商超出数值范围", "the quotient is beyond the range of numbers");

        private final String chinese;
        private final String english;

        Reason(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /** In a few words. */
        public Title title() {
            return new Title(chinese, english);
        }
    }

    /** A row whose value has no quotient. */
    public record Without(int row, Reason reason) {}

    /**
     * A denominated column.
     *
     * @param values by row; NaN where there was none, and where there is no quotient
     * @param without the rows that had a value and have no quotient
     */
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
    public record Denominated(double[] values, List<Without> without) {
        public Denominated {
            without = List.copyOf(without);
        }
    }

    /**
     * @throws IllegalArgumentException if the scale is not a finite number above 0
     */
    public Denomination {
        if (!(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("Expected a scale above 0, found " + scale);
        }
    }

    /**
     * Denominates a column.
     *
     * @param values by row; NaN where there is none
     * @param denominators by row, in any unit; NaN where there is none
     * @throws IllegalArgumentException if the columns differ in length or hold an infinite number
     */
    public Denominated denominate(double[] values, double[] denominators) {
        if (values.length != denominators.length) {
            throw new IllegalArgumentException(
                    "%d values but %d denominators".formatted(values.length, denominators.length));
        }
        double[] quotients = new double[values.length];
        List<Without> without = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row]) || Double.isInfinite(denominators[row])) {
                throw new IllegalArgumentException(
                        "Row %d holds %s / %s".formatted(row, values[row], denominators[row]));
            }
            quotients[row] = values[row] / (denominators[row] / scale);
            if (!Double.isNaN(values[row]) && !(denominators[row] > 0 && Double.isFinite(quotients[row]))) {
                quotients[row] = Double.NaN;
                without.add(new Without(row, reason(denominators[row])));
            }
        }
        return new Denominated(quotients, without);
    }

    private static Reason reason(double denominator) {
        if (Double.isNaN(denominator)) {
            return Reason.NO_DENOMINATOR;
        }
        if (denominator == 0) {
            return Reason.ZERO_DENOMINATOR;
        }
        return denominator < 0 ? Reason.NEGATIVE_DENOMINATOR : Reason.TOO_LARGE;
    }
}
