package org.wenheng.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingPlausibilityTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] chinese(String text) {
        return text.getBytes(Decoding.GB18030);
    }

    private static Fault doubt(byte[] bytes) {
        return Objects.requireNonNull(Content.of("a.csv", bytes, null).fault());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "地区,2024年\n北京市,49670.2\n",
                "二〇二四年,朱镕基,𣵦\n",
                "指标,GDP及CPI,A股B股,DNA酶,T恤\n",
                "GB/T 2260,㐂𠮷图书馆,面积(m²)\n",
                "单位:万元 ρ(SO2) 浓度μg/m³ 增长5‰\n",
                "喆,堃,玥,珺,旻,昇\n",
                "馆名,K歌厅,VR体验馆,3D影院\n"
            })
    void chineseTextPasses(String text) {
        Decoding decoding = Decoding.of(chinese(text), null).orElseThrow();

        assertThat(decoding.text()).isEqualTo(text);
        assertThat(decoding.summary()).isEqualTo("GB18030: not UTF-8 but valid and plausible GB18030");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name\nthéâtre créée\n", "nom\ncréée à\n", "Hôtel\n", "Zürich, Straße\n", "Málaga\n", "Orléans\n"
            })
    void europeanTextIsNotTakenForChinese(String text) {
        byte[] bytes = text.getBytes(WINDOWS_1252);

        assertThat(Decoding.of(bytes, null)).isEmpty();
        assertThat(doubt(bytes).code()).isEqualTo(FaultCode.FILE_ENCODING_UNKNOWN);
        assertThat(Decoding.of(bytes, "windows-1252").orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void chineseWithALineInUtf8IsMixedAndTheLineIsShownInBothReadings() {
        byte[] bytes =
                joined(chinese("国家,大学\n中国,清华大学\n法国,"), "Universit\u00e9 de Lille\n".getBytes(StandardCharsets.UTF_8));

        Fault fault = doubt(bytes);

        assertThat(fault.code()).isEqualTo(FaultCode.FILE_ENCODING_MIXED);
        assertThat(fault.expected())
                .isEqualTo("3: \"法国,Universit茅 de Lille\" (GB18030) / \"????,Université de Lille\" (UTF-8)");
        assertThat(Content.of("a.csv", bytes, "GB18030").fault()).isNull();
    }

    @Test
    void joinedFilesOfTwoEncodingsAreMixed() {
        byte[] bytes = joined(chinese("地区,值\n北京市,1\n"), "\uFEFF地区,值\n".getBytes(StandardCharsets.UTF_8));

        // Three bytes of the mark and what follows are not even valid in pairs or give an odd reading; either way line
        // 3 is named.
        assertThat(doubt(bytes).expected()).startsWith("3: ");
    }

    @Test
    void markInsideJoinedFilesIsDroppedAndSaid() {
        byte[] bytes = "\uFEFF地区,值\n北京市,1\n\uFEFF上海市,2\n".getBytes(StandardCharsets.UTF_8);

        Decoding decoding = Decoding.of(bytes, null).orElseThrow();

        assertThat(decoding.text()).isEqualTo("地区,值\n北京市,1\n上海市,2\n");
        assertThat(decoding.summary())
                .isEqualTo("UTF-8: byte order mark, byte order mark inside dropped, first in line 3");
    }

    @Test
    void byteThatFitsNoEncodingIsShownWithItsLine() {
        byte[] bytes = joined("a,b\nc,".getBytes(StandardCharsets.US_ASCII), new byte[] {(byte) 0xFF, '\n'});

        assertThat(doubt(bytes).code()).isEqualTo(FaultCode.FILE_ENCODING_UNKNOWN);
        assertThat(doubt(bytes).expected()).isEqualTo("2: \"c,ÿ\" (windows-1252)");
    }
}
