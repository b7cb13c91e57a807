package org.wenheng.analytics.supervise;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are written in explanations: the same in every locale, without superfluous zeros. */
final class Figures {
    private Figures() {}

    /** The number rounded half up to so many decimals; "∞" for an infinite one, "-" for none. */
    static String of(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The number with two decimals. */
    static String of(double value) {
        return of(value, 2);
    }
}
