package org.wenheng.ingest.format;

import java.util.Locale;

/** What a text in angle brackets is, from what stands before and in its first tag. */
final class Prolog {
    private static final int LONGEST = 100_000;

    private Prolog() {}

    /**
     * The name of the first tag behind declarations, comments and a document type, in small letters and without a prefix;
     * empty if the text does not begin with them.
     */
    static String firstTag(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST));
        int at = 0;
        while (at < start.length()) {
            if (Character.isWhitespace(start.charAt(at))) {
                at++;
            } else if (start.startsWith("<!--", at)) {
                at = behind(start, "-->", at + 4);
            } else if (start.startsWith("<?", at) || start.startsWith("<!", at)) {
                at = behind(start, ">", at + 2);
            } else {
                return start.charAt(at) == '<' ? name(start, at + 1) : "";
            }
        }
        return "";
    }

    private static int behind(String text, String mark, int from) {
        int place = text.indexOf(mark, from);
        return place < 0 ? text.length() : place + mark.length();
    }

    private static String name(String text, int from) {
        int to = from;
        int begin = from;
        while (to < text.length()
                && (Character.isLetterOrDigit(text.charAt(to)) || ":-_.".indexOf(text.charAt(to)) >= 0)) {
            begin = text.charAt(to) == ':' ? to + 1 : begin;
            to++;
        }
        return text.substring(begin, to).toLowerCase(Locale.ROOT);
    }
}
