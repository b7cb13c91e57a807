package org.wenheng.analytics.robust;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding half up, away from zero in the middle, after binary noise was taken off: 89.995 computed as 89.99499999999999
 * is 90.00, as in a published score.
 */
final class Rounded {
    /** Beyond this decimal a difference is binary noise. */
    private static final int NOISE_FROM = 9;

    private Rounded() {}

    static double[] halfUp(double[] values, int decimals) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = halfUp(values[i], decimals);
        }
        return rounded;
    }

    /** The double nearest to the rounded decimal; NaN stays NaN. */
    static double halfUp(double value, int decimals) {
        if (Double.isNaN(value)) {
            return value;
        }
        double power = Math.pow(10, decimals);
        double scaled = Math.abs(value) * power;
        double whole = Math.floor(scaled);
        // Only near the middle between two decimals can noise decide; there it is done by hand, slowly.
        boolean plain = decimals <= 6 && scaled < 1e12 && Math.abs(scaled - whole - 0.5) > 1e-3;
        return plain
                ? Math.copySign((scaled - whole < 0.5 ? whole : whole + 1) / power, value) + 0.0
                : new BigDecimal(value)
                        .setScale(Math.max(NOISE_FROM, decimals), RoundingMode.HALF_UP)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
