package org.wenheng.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whether bytes that are valid GB18030 are also plausible as Chinese text. Being valid says little: 0xBF followed by
 * {@code t}, a damaged ô in "Hôtel", is valid and reads as a Chinese character. Such accidents leave traces that Chinese text
 * does not: a character between Latin letters whose second byte is itself a Latin letter; a character beside small Latin letters
 * whose bytes are an accented letter in UTF-8; a UTF-8 byte order mark in the middle; or few characters of the standard set
 * (GB 2312, whose bytes are both above 0xA0) and of the four-byte form, compared with lone ones between letters.
 */
final class ChineseText {
    private static final int SHOWN = 24;

    private final byte[] bytes;
    private int good;
    private int odd;
    private int firstAlien = -1;
    private int firstUtf8 = -1;
    private int firstOdd = -1;

    private ChineseText(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * What speaks against GB18030.
     *
     * @param mixed whether most of the text is plausible, so that two encodings stand in one file
     * @param readings the line and how it reads in each of both encodings
     */
    record Doubt(boolean mixed, String readings) {}

    /** @param bytes valid GB18030 for an answer that means anything */
    static Optional<Doubt> doubt(byte[] bytes) {
        ChineseText text = new ChineseText(bytes);
        text.walk();
        if (text.firstUtf8 >= 0) {
            return Optional.of(text.doubt(text.firstUtf8, StandardCharsets.UTF_8));
        }
        if (text.firstAlien >= 0) {
            return Optional.of(text.doubt(text.firstAlien, Decoding.WINDOWS_1252));
        }
        return text.odd > text.good ? Optional.of(text.doubt(text.firstOdd, Decoding.WINDOWS_1252)) : Optional.empty();
    }

    /**
     * The line that holds a byte, as {@code 178: "…" (GB18030)}.
     *
     * @param place of the byte, from 0
     */
    static String line(byte[] bytes, int place, Charset charset) {
        return lineNumber(bytes, place) + ": " + reading(bytes, place, charset);
    }

    private Doubt doubt(int place, Charset other) {
        return new Doubt(good > odd, line(bytes, place, Decoding.GB18030) + " / " + reading(bytes, place, other));
    }

    private void walk() {
        int place = 0;
        // The second byte of a character may look like a letter; it is none.
        boolean afterSingle = true;
        while (place < bytes.length) {
            int length = lengthAt(place);
            if (length == 1) {
                place++;
                afterSingle = true;
                continue;
            }
            boolean afterLetter = afterSingle && isLetter(place - 1);
            boolean beforeLetter = isLetter(place + length);
            if (length == 4) {
                good++;
            } else if ((afterLetter || beforeLetter) && isLetter(place + 1)) {
                firstAlien = firstAlien < 0 ? place : firstAlien;
                odd++;
            } else if (afterSingle && isUtf8Accident(place)) {
                firstUtf8 = firstUtf8 < 0 ? place : firstUtf8;
                odd++;
            } else if (afterLetter && beforeLetter) {
                firstOdd = firstOdd < 0 ? place : firstOdd;
                odd++;
            } else if (isHigh(place + 1)) {
                good++;
            }
            place += length;
            afterSingle = false;
        }
    }

    /** Two bytes that are an accented Latin letter in UTF-8, alone beside a small letter; or a byte order mark. */
    private boolean isUtf8Accident(int place) {
        int first = at(place);
        int second = at(place + 1);
        if (first == 0xEF && second == 0xBB && at(place + 2) == 0xBF) {
            return place == 0 || at(place - 1) == '\n';
        }
        boolean accented = first >= 0xC3 && first <= 0xC9 && second >= 0x80 && second <= 0xBF;
        return accented && !isHigh(place + 2) && (isSmallLetter(place - 1) || isSmallLetter(place + 2));
    }

    private int lengthAt(int place) {
        if (!isHigh(place)) {
            return 1;
        }
        int second = at(place + 1);
        return second >= '0' && second <= '9' ? 4 : 2;
    }

    private int at(int place) {
        return place < 0 || place >= bytes.length ? -1 : bytes[place] & 0xFF;
    }

    private boolean isHigh(int place) {
        return at(place) > 0x80;
    }

    private boolean isSmallLetter(int place) {
        return at(place) >= 'a' && at(place) <= 'z';
    }

    private boolean isLetter(int place) {
        return isSmallLetter(place) || (at(place) >= 'A' && at(place) <= 'Z');
    }

    private static int lineNumber(byte[] bytes, int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Some of the line around a byte, cut where single bytes of text begin and end. */
    private static String reading(byte[] bytes, int place, Charset charset) {
        int from = place;
        while (from > 0 && place - from < SHOWN && bytes[from - 1] != '\n') {
            from--;
        }
        boolean cut = from > 0 && bytes[from - 1] != '\n';
        while (cut && from < place && bytes[from] < 0) {
            from++;
        }
        int to = place;
        while (to < bytes.length && to - place < SHOWN && bytes[to] != '\n' && bytes[to] != '\r') {
            to++;
        }
        String text = new String(bytes, from, to - from, charset).replace("\uFFFD", "?");
        return "\"%s\" (%s)".formatted(text.strip(), charset.name());
    }
}
