package org.wenheng.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes read as text, with the encoding and why it was taken. A byte order mark decides; then text that is strictly valid
 * UTF-8 is UTF-8; then what is declared holds; then text that is strictly valid GB18030 (the two- and four-byte forms) and
 * {@link ChineseText plausible} as such is GB18030. A declaration comes before GB18030 because a guess must not overrule it:
 * many Windows-1252 texts are also valid GB18030.
 */
public record Decoding(String text, String encoding, String reason) {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    /**
     * Decides and decodes.
     *
     * @param declared name of the encoding that the source declares; null if it declares none
     * @return empty if no encoding of the list fits
     */
    public static Optional<Decoding> of(byte[] bytes, @Nullable String declared) {
        return read(bytes, declared).map(Decoding::withoutInnerMarks);
    }

    private static Optional<Decoding> read(byte[] bytes, @Nullable String declared) {
        Optional<Decoding> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked;
        }
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.map(text -> new Decoding(text, "UTF-8", "valid UTF-8"));
        }
        if (declared != null) {
            return declared(bytes, Charset.forName(declared))
                    .map(text -> new Decoding(text, declared, "declared by the source"));
        }
        return ChineseText.doubt(bytes).isPresent()
                ? Optional.empty()
                : strictly(bytes, GB18030)
                        .map(text -> new Decoding(text, "GB18030", "not UTF-8 but valid and plausible GB18030"));
    }

    /**
     * Why no encoding fits.
     *
     * @param declared as for {@link #of}
     * @return a fault of the file; its {@code expected} is the line and its readings
     */
    static Fault doubt(String file, byte[] bytes, @Nullable String declared) {
        if (declared == null && strictly(bytes, GB18030).isPresent()) {
            Optional<Fault> doubt = ChineseText.doubt(bytes)
                    .map(found -> new Fault(
                            found.mixed() ? FaultCode.FILE_ENCODING_MIXED : FaultCode.FILE_ENCODING_UNKNOWN,
                            "",
                            "",
                            file,
                            found.readings()));
            if (doubt.isPresent()) {
                return doubt.get();
            }
        }
        int bad =
                Math.max(validUntil(bytes, StandardCharsets.UTF_8), declared == null ? validUntil(bytes, GB18030) : 0);
        String line = ChineseText.line(bytes, Math.min(bad, bytes.length - 1), WINDOWS_1252);
        return new Fault(FaultCode.FILE_ENCODING_UNKNOWN, "", "", file, line);
    }

    /** The encoding and the reason on one line, as kept with the submission. */
    public String summary() {
        return encoding + ": " + reason;
    }

    /** Files that were joined carry the marks of their parts; they are no characters of the text. */
    private Decoding withoutInnerMarks() {
        if (!text.contains(MARK)) {
            return this;
        }
        int place = text.indexOf(MARK);
        long line =
                1 + text.substring(0, place).chars().filter(one -> one == '\n').count();
        return new Decoding(
                text.replace(MARK, ""), encoding, reason + ", byte order mark inside dropped, first in line " + line);
    }

    private static Optional<Decoding> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return marked(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return marked(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return marked(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, 0x84, 0x31, 0x95, 0x33) ? marked(bytes, 4, GB18030) : Optional.empty();
    }

    private static Optional<Decoding> marked(byte[] bytes, int markLength, Charset charset) {
        return strictly(Arrays.copyOfRange(bytes, markLength, bytes.length), charset)
                .map(text -> new Decoding(text, charset.name(), "byte order mark"));
    }

    /** Windows-1252 leaves five bytes undefined; the WHATWG Encoding Standard reads them as the C1 controls. */
    private static Optional<String> declared(byte[] bytes, Charset charset) {
        if (!charset.equals(WINDOWS_1252)) {
            return strictly(bytes, charset);
        }
        char[] characters = new String(bytes, WINDOWS_1252).toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == '\uFFFD') {
                characters[i] = (char) (bytes[i] & 0xFF);
            }
        }
        return Optional.of(new String(characters));
    }

    static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The place of the first byte that does not fit an encoding. */
    private static int validUntil(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8_192);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        while (decoder.decode(in, out, true).isOverflow()) {
            out.clear();
        }
        return in.position();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
