package org.wenheng.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecodingTest {
    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void undefinedBytesOfWindows1252AreControlsAsInTheEncodingStandard() {
        Decoding decoding = Decoding.of(bytes('a', 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x80, 0x96), "windows-1252")
                .orElseThrow();

        assertThat(decoding.text()).isEqualTo("a\u0081\u008D\u008F\u0090\u009D€–");
        assertThat(decoding.summary()).isEqualTo("windows-1252: declared by the source");
    }

    @Test
    void validUtf8GoesBeforeWhatTheSourceDeclares() {
        byte[] text = "CAÑON Á".getBytes(StandardCharsets.UTF_8);

        assertThat(Decoding.of(text, "windows-1252").orElseThrow())
                .isEqualTo(new Decoding("CAÑON Á", "UTF-8", "valid UTF-8"));
    }

    @Test
    void declarationGoesBeforeTheGuessOfGb18030() {
        byte[] text = "É É".getBytes(Charset.forName("windows-1252"));
        byte[] both = bytes(0xC9, 0xC9);

        assertThat(Decoding.of(both, "windows-1252").orElseThrow().text()).isEqualTo("ÉÉ");
        assertThat(Decoding.of(both, null).orElseThrow().encoding()).isEqualTo("GB18030");
        assertThat(Decoding.of(text, null)).isEmpty();
    }

    @Test
    void fourByteFormOfGb18030IsRead() {
        byte[] text = "㐂𠮷乡".getBytes(Charset.forName("GB18030"));

        assertThat(Decoding.of(text, null).orElseThrow().text()).isEqualTo("㐂𠮷乡");
    }

    @Test
    void byteOrderMarkDecides() {
        assertThat(Decoding.of(bytes(0xFF, 0xFE, 'a', 0), null).orElseThrow().text())
                .isEqualTo("a");
        assertThat(Decoding.of(bytes(0xEF, 0xBB, 0xBF, 0xFF), null)).isNotPresent();
    }
}
