package org.wenheng.ingest.check;

/**
 * Recognises a value that is a power of ten away from what was expected, as when a unit is mistaken (元 for 万元) or digits
 * are added or lost.
 *
 * @param toleranceOfOne for one digit: how far the decimal logarithm of the ratio may lie from 1
 * @param toleranceOfMore the same for two to four digits, where a natural change is out of the question
 * @param smallest the larger of both values is at least this; small numbers reach a power of ten by chance
 */
public record Magnitude(double toleranceOfOne, double toleranceOfMore, double smallest) {
    /** Digits of the largest slip that is looked for: 元 for 万元. */
    public static final int MOST = 4;

    /**
     * The power of ten by which a value is too large (positive) or too small (negative).
     *
     * @param expected what the value should be about
     * @return from -4 to 4; 0 if it is no such slip or one of both is not positive
     */
    public int power(double value, double expected) {
        if (!(value > 0) || !(expected > 0) || Math.max(value, expected) < smallest) {
            return 0;
        }
        double ratio = value / expected;
        if (ratio > 0.2 && ratio < 5) {
            return 0;
        }
        double digits = Math.log10(ratio);
        int power = (int) Math.rint(digits);
        double tolerance = Math.abs(power) == 1 ? toleranceOfOne : toleranceOfMore;
        return power != 0 && Math.abs(power) <= MOST && Math.abs(digits - power) <= tolerance ? power : 0;
    }
}
