package org.wenheng.ingest.source;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The text of a server's value as a file shows it: numbers without exponent, points in time as ISO 8601 writes them. Texts
 * that are no such value ({@code NaN}, {@code infinity}, {@code 0000-00-00}) stay as they are: the checks say what is
 * wrong with them.
 */
public final class ServerText {
    private static final Pattern SHORT_OFFSET = Pattern.compile(".*[+-]\\d\\d");

    private ServerText() {}

    /** A number: {@code 1E+3} becomes {@code 1000}; zeros that the server shows after the point stay. */
    public static String number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 'e' || letter == 'E') {
                return plain(text);
            }
        }
        return text;
    }

    /** Date and time: {@code 2026-10-01 08:30:00+08} becomes {@code 2026-10-01T08:30:00+08:00}. */
    public static String timestamp(String text) {
        if (text.length() < 19 || text.charAt(10) != ' ') {
            return text;
        }
        String joined = text.substring(0, 10) + "T" + text.substring(11);
        return SHORT_OFFSET.matcher(joined.substring(19)).matches() ? joined + ":00" : joined;
    }

    private static String plain(String text) {
        try {
            return new BigDecimal(text).toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
