package org.wenheng.ingest.due;

/** Text in columns of a terminal, where a Chinese character takes two places. */
final class PaddedText {
    private PaddedText() {}

    /** The text with blanks after it. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - places(text)));
    }

    /** The text with blanks before it. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - places(text))) + text;
    }

    static int places(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || (point >= 0x3000 && point <= 0x303F)
                || (point >= 0xFF01 && point <= 0xFF60);
    }
}
