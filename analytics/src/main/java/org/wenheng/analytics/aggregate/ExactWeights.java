package org.wenheng.analytics.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Weights as whole numbers, so that sums of them compare the same in any order: 0.1 + 0.2 and 0.3 are a tie, and so are
 * three times 1/3 and 1. A unit is the thirteenth digit of the greatest weight; a weight above 0 is at least one.
 *
 * @param units by child
 * @param slack two sums that differ by no more are equal: rounding to whole units may have moved each weight by half a unit
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
record ExactWeights(long[] units, long slack) {
    private static final int DIGITS = 12;

    static ExactWeights of(double[] weights) {
        BigDecimal greatest = BigDecimal.valueOf(Arrays.stream(weights).max().orElseThrow());
        int scale = DIGITS - (greatest.precision() - greatest.scale() - 1);
        long[] units = Arrays.stream(weights)
                .mapToLong(weight -> weight == 0 ? 0 : Math.max(1, inUnits(weight, scale)))
                .toArray();
        return new ExactWeights(units, weights.length);
    }

    private static long inUnits(double weight, int scale) {
        return BigDecimal.valueOf(weight)
                .setScale(scale, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    /** Whether a difference of sums is above 0 (1), below (−1) or a tie (0). */
    int sign(long difference) {
        return Math.abs(difference) <= slack ? 0 : Long.signum(difference);
    }
}
