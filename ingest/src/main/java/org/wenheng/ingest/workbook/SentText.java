package org.wenheng.ingest.workbook;

import java.util.regex.Pattern;

/**
 * Text that came from a sender and goes into a workbook again. A spreadsheet program takes some texts for formulas as soon
 * as somebody edits the cell or the sheet is saved as CSV (OWASP: CSV injection); such a text gets the mark by which
 * programs know that it is text and nothing else.
 */
public final class SentText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?%?");

    private SentText() {}

    /** Whether a text begins like a formula and is no number. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty()
                && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0
                && text.length() > 1
                && !NUMBER.matcher(text).matches();
    }
}
