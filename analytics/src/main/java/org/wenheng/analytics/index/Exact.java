package org.wenheng.analytics.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Sums that come out the same in any order, and the one place where a score is rounded.
 *
 * <p>A contribution lies on the grid of multiples of 2<sup>-40</sup> (9e-13 points, far below anything published). Sums
 * of such numbers are exact in double arithmetic, so contributions add up to the score to the last bit at every node.
 */
final class Exact {
    private static final double GRID = 0x1p40;
    /** Beyond this decimal a difference is binary noise: 89.995 computed as 89.99499999999999 is 89.995. */
    private static final int NOISE_FROM = 9;

    private Exact() {}

    /** The nearest point of the grid. */
    static double onGrid(double value) {
        return Math.rint(value * GRID) / GRID + 0.0;
    }

    /** Rounded half up (away from zero in the middle), after binary noise is taken off. */
    static BigDecimal rounded(double value, int decimals) {
        return new BigDecimal(value)
                .setScale(NOISE_FROM, RoundingMode.HALF_UP)
                .setScale(decimals, RoundingMode.HALF_UP);
    }
}
