package org.wenheng.analytics.scheme.method;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Written {
    private Written() {}

    /** The shortest decimal of a number, without exponent or trailing zeros. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The value kept between two bounds. */
    static double between(double lowest, double highest, double value) {
        return Math.max(lowest, Math.min(highest, value)) + 0.0;
    }
}
