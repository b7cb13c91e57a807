package org.wenheng.ingest.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Element;

/**
 * A number as people write it, read exactly: full-width digits, thousands separators (a comma or a space), {@code 85%} in a
 * per cent field, {@code 1.2万}, the unit behind the number. Decimals beyond the sixth are rounded half to even there: they
 * are the noise of binary numbers in spreadsheets.
 *
 * @param value null if the text is no such number
 * @param fault why it is none; null if it is one
 */
public record ReportedNumber(
        @Nullable BigDecimal value, @Nullable CellCode fault) {
    private static final Pattern NUMBER = Pattern.compile(
            "([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)?(\\.\\d+)?(?:[eE]([+-]?\\d{1,3}))?(百万|千万|千|万|亿)?(%)?");
    /** Digits before the decimal point that a stored value may have. */
    private static final int DIGITS = 22;

    /**
     * Reads a text.
     *
     * @param unit unit in which the value is reported
     */
    public static ReportedNumber of(String text, String unit) {
        if (isPlain(text)) {
            return checked(new BigDecimal(text));
        }
        String plainUnit = folded(unit).replace(" ", "");
        String plain = folded(text).replace('\u2212', '-').strip();
        boolean hasUnit = !plainUnit.isEmpty() && !plainUnit.equals("%") && plain.endsWith(plainUnit);
        String number = hasUnit
                ? plain.substring(0, plain.length() - plainUnit.length()).strip()
                : plain;
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
            return new ReportedNumber(null, CellCode.NUMBER_MALFORMED);
        }
        String multiple = matcher.group(5);
        if (multiple != null && plainUnit.matches(".*[千万亿].*")) {
            return new ReportedNumber(null, CellCode.NUMBER_AMBIGUOUS);
        }
        if (matcher.group(6) != null && !plainUnit.equals("%")) {
            return new ReportedNumber(null, CellCode.NUMBER_MALFORMED);
        }
        BigDecimal value = new BigDecimal(matcher.group(1) + digits(matcher.group(2)) + digits(matcher.group(3)));
        String exponent = matcher.group(4);
        int power = (exponent == null ? 0 : Integer.parseInt(exponent)) + powerOf(multiple);
        return checked(value.scaleByPowerOfTen(power));
    }

    /**
     * Whether a share in per cent may have been given as a fraction: 0.85 for 85 %. Only where the element is a share, which
     * is never negative (a growth of 0.85 % is nothing unusual), and only without the per cent sign, which says it exactly.
     *
     * @param text the number as given
     * @param unit unit in which it is reported
     */
    public boolean mayBeFraction(String text, String unit, Element element) {
        return value != null
                && value.signum() > 0
                && value.compareTo(BigDecimal.ONE) <= 0
                && element.minimum() != null
                && element.minimum().signum() >= 0
                && folded(element.unit()).equals("%")
                && folded(unit).equals("%")
                && folded(text).indexOf('%') < 0;
    }

    /** Both ways to understand a fraction in a per cent field, such as {@code 85% / 0.85%}. */
    static String asPercent(ReportedNumber number) {
        BigDecimal value =
                number.value() == null ? BigDecimal.ZERO : number.value().stripTrailingZeros();
        return value.movePointRight(2).stripTrailingZeros().toPlainString() + "% / " + value.toPlainString() + "%";
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** The common case, short and without separators, needs no pattern. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if ((c < '0' || c > '9') && !(c == '-' && i == 0)) {
                return false;
            }
        }
        int digits = text.length() - points - (text.startsWith("-") ? 1 : 0);
        return points <= 1 && digits > 0 && digits <= DIGITS;
    }

    private static ReportedNumber checked(BigDecimal value) {
        if (value.signum() != 0 && (long) value.precision() - value.scale() > DIGITS) {
            return new ReportedNumber(null, CellCode.NUMBER_TOO_LARGE);
        }
        return new ReportedNumber(value.setScale(Units.SCALE, RoundingMode.HALF_EVEN), null);
    }

    private static String digits(@Nullable String group) {
        return group == null ? "" : group.replace(",", "").replace(" ", "");
    }

    private static int powerOf(@Nullable String multiple) {
        return multiple == null
                ? 0
                : switch (multiple) {
                    case "千" -> 3;
                    case "万" -> 4;
                    case "百万" -> 6;
                    case "千万" -> 7;
                    default -> 8;
                };
    }
}
