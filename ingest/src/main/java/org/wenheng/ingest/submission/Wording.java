package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers as the sentences of findings write them. */
final class Wording {
    /** Digits of a number that was worked out, such as a median. */
    private static final MathContext WORKED_OUT = new MathContext(4);

    private Wording() {}

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String amount(BigDecimal value, String unit) {
        return plain(value) + " " + unit;
    }

    /** An amount that was worked out: whole, and with at least four digits. */
    static String amount(double value, String unit) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal shown =
                Math.abs(value) < 1000 ? exact.round(WORKED_OUT) : exact.setScale(0, java.math.RoundingMode.HALF_EVEN);
        return amount(shown, unit);
    }

    static String boundsChinese(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
        if (atLeast != null && atMost != null) {
            return plain(atLeast) + " 至 " + plain(atMost) + " 之间";
        }
        return atLeast != null ? plain(atLeast) + " 以上" : atMost == null ? "" : plain(atMost) + " 以下";
    }

    static String boundsEnglish(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
        if (atLeast != null && atMost != null) {
            return "between " + plain(atLeast) + " and " + plain(atMost);
        }
        return atLeast != null ? "at least " + plain(atLeast) : atMost == null ? "" : "at most " + plain(atMost);
    }

    /** The ratio to which a power of ten belongs: {@code 10000 倍} or {@code 1/1000}. */
    static String timesChinese(int power) {
        String ten = "1" + "0".repeat(Math.abs(power));
        return power > 0 ? ten + " 倍" : ten + " 分之一";
    }

    static String timesEnglish(int power) {
        String ten = "1" + "0".repeat(Math.abs(power));
        return power > 0 ? ten + " times" : "1/" + ten + " of";
    }
}
