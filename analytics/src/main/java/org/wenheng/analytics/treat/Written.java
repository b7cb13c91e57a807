package org.wenheng.analytics.treat;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them, the same in every locale. */
final class Written {
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Written() {}

    /** The shortest decimal of a number, without exponent or trailing zeros. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A finite number to four significant digits. */
    static String rounded(double value) {
        return BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }
}
