package org.wenheng.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes read as text, with the encoding and why it was taken. A byte order mark decides; then text that is strictly valid
 * UTF-8 is UTF-8; then what the source mapping declares holds; then text that is strictly valid GB18030 (the two- and
 * four-byte forms) is GB18030. A declaration comes before GB18030 because a guess must not overrule it: many Windows-1252
 * texts are also valid GB18030.
 */
public record Decoding(String text, String encoding, String reason) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * Decides and decodes.
     *
     * @param declared name of the encoding that the source declares; null if it declares none
     * @return empty if no encoding of the list fits
     */
    public static Optional<Decoding> of(byte[] bytes, @Nullable String declared) {
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
        return strictly(bytes, GB18030).map(text -> new Decoding(text, "GB18030", "not UTF-8 but valid GB18030"));
    }

    /** The encoding and the reason on one line, as kept with the submission. */
    public String summary() {
        return encoding + ": " + reason;
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

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
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
