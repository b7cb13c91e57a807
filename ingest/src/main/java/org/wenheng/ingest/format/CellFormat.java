package org.wenheng.ingest.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How a stored number is shown. Only dates, times of day and per cents change the text: with them the number alone would
 * say something else. Every other format (decimals, thousands, currency, colours) leaves the number as it is stored.
 */
enum CellFormat {
    NUMBER,
    PERCENT,
    DATE,
    ELAPSED;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double LAST_DATE = 2958466; // 9999-12-31 is 2958465.
    private static final int LONGEST_CODE = 1_000;
    private static final int LONGEST_NUMBER = 400;

    /**
     * The format of a cell.
     *
     * @param id number of the format: built-in numbers stand for themselves
     * @param code the format such as {@code 0.0%}; empty if the file gives none
     */
    static CellFormat of(int id, String code) {
        if (id == 9 || id == 10) {
            return PERCENT;
        }
        if (code.isEmpty() && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            // East Asian dates (ECMA-376 part 1, 18.8.30): files carry the number only.
            return DATE;
        }
        if (code.length() > LONGEST_CODE) {
            return NUMBER;
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "");
        if (bare.matches("(?is).*\\[(h+|m+|s+)].*")) {
            return ELAPSED;
        }
        if (bare.indexOf('%') >= 0) {
            return PERCENT;
        }
        return DateUtil.isADateFormat(id, code.isEmpty() ? "General" : code) ? DATE : NUMBER;
    }

    /**
     * The text that a person sees for a number.
     *
     * @param stored the number as it stands in the file
     * @param since1904 whether days are counted from 1904 and not from 1900
     */
    String text(String stored, boolean since1904) {
        if (this == NUMBER || stored.length() > LONGEST_NUMBER) {
            return withoutNoise(whole(stored));
        }
        BigDecimal number;
        try {
            number = new BigDecimal(withoutNoise(stored));
        } catch (NumberFormatException e) {
            return stored;
        }
        if (this == PERCENT) {
            return Math.abs(number.scale()) > 400 ? stored : percent(number);
        }
        double days = number.doubleValue();
        if (days < 0 || days >= LAST_DATE - (since1904 ? 1462 : 0)) {
            return withoutNoise(stored);
        }
        return this == ELAPSED ? elapsed(days) : date(days, since1904);
    }

    /** The text of a binary number, without the digits that only its binary form has: 1, 0.1, 35371.28. */
    static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "#NUM!";
        }
        // The JDK's own text is not always the shortest before Java 19, but never has more than 17 digits.
        BigDecimal shortest = shortest(new BigDecimal(Double.toString(number)), number);
        return Math.abs(number) >= 1e21 || (number != 0 && Math.abs(number) < 1e-20)
                ? shortest.toString()
                : shortest.toPlainString();
    }

    /** A per cent without binary noise, shifted exactly. */
    private static String percent(BigDecimal number) {
        BigDecimal shifted = number.movePointRight(2);
        return (shifted.signum() == 0 ? BigDecimal.ZERO : shifted.stripTrailingZeros()).toPlainString() + "%";
    }

    /** Some programs store the whole number 7 as 7.0. */
    private static String whole(String stored) {
        int end = stored.length();
        while (end > 0 && stored.charAt(end - 1) == '0') {
            end--;
        }
        return end > 1 && end < stored.length() && stored.charAt(end - 1) == '.'
                ? stored.substring(0, end - 1)
                : stored;
    }

    /** Spreadsheets store 0.29 as 0.28999999999999998; such a number of 16 digits or more comes as 0.29. */
    private static String withoutNoise(String stored) {
        if (stored.length() < 17 || stored.length() > 40 || stored.indexOf('.') < 0) {
            return stored;
        }
        try {
            BigDecimal exact = new BigDecimal(stored);
            BigDecimal shortest = shortest(exact, exact.doubleValue());
            return exact.precision() > 15 && shortest.precision() <= 15 ? shortest.toPlainString() : stored;
        } catch (NumberFormatException e) {
            return stored;
        }
    }

    /** The decimal number with the fewest digits, but 15, that stands for the same binary one. */
    private static BigDecimal shortest(BigDecimal exact, double number) {
        for (int digits = 15; digits < exact.precision(); digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    private static String date(double days, boolean since1904) {
        LocalDateTime moment = DateUtil.getLocalDateTime(days, since1904, true);
        if (days < 1 && !since1904) {
            return days == 0 ? "00:00:00" : moment.format(TIME);
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toLocalDate() + "T" + moment.format(TIME);
    }

    private static String elapsed(double days) {
        long seconds = Math.round(days * 86_400);
        return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
