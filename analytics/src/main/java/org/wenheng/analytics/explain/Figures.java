package org.wenheng.analytics.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in sentences: short, without exponent, the same in every locale. */
final class Figures {
    private Figures() {}

    /** Two decimals at most, or two significant digits where two decimals would hide a small number. */
    static String of(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shown = Math.abs(value) < 1
                ? exact.round(new MathContext(2, RoundingMode.HALF_UP))
                : exact.setScale(2, RoundingMode.HALF_UP);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /** Points: two decimals at most; what rounds to nothing is 0. */
    static String points(double value) {
        BigDecimal shown = new BigDecimal(value).setScale(2, RoundingMode.HALF_UP);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /** Points with their sign. */
    static String signed(double value) {
        String shown = points(value);
        return shown.startsWith("-") || shown.equals("0") ? shown : "+" + shown;
    }
}
