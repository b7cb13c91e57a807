package org.wenheng.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.format.MadeFiles.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static Fault fault(byte[] bytes) {
        return Objects.requireNonNull(Archive.unpack("a.zip", bytes).fault());
    }

    private static byte[] named(Charset charset, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, charset)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void filesOfAnArchiveAreNamedWithItAndWhatSystemsAddIsLeftOut() {
        byte[] bytes = zip(
                "__MACOSX/._a.csv", "", ".DS_Store", "", "报表/", "", "b/~$c.xlsx", "", "b/c.csv", "1,2", "a.csv", "3,4");

        assertThat(Archive.fits("a.zip", bytes)).isTrue();
        assertThat(Archive.unpack("a.zip", bytes).entries())
                .extracting(Archive.Entry::name)
                .containsExactly("a.zip/b/c.csv", "a.zip/a.csv");
    }

    @Test
    void namesOfChineseWindowsAreReadAsSuch() throws IOException {
        for (String charset : new String[] {"GBK", "GB18030", "UTF-8"}) {
            byte[] bytes = named(Charset.forName(charset), "南关区/十月报表.xlsx");
            assertThat(Archive.unpack("a.zip", bytes).entries().get(0).name()).isEqualTo("a.zip/南关区/十月报表.xlsx");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.csv", "/a.csv", "b/../../a.csv", "C:/a.csv", "..\\a.csv", "b\\a.csv", "b/..", "a\u0000.csv"
            })
    void namesThatLeadOutAreRefused(String name) {
        assertThat(fault(zip(name, "x")).code()).isEqualTo(FaultCode.FILE_ARCHIVE_UNSAFE);
    }

    @Test
    void sameNameTwiceIsRefused() {
        assertThat(fault(zip("a.csv", "1", "A.CSV", "2")))
                .isEqualTo(new Fault(FaultCode.FILE_ARCHIVE_UNSAFE, "", "", "a.zip", "2 × A.CSV"));
    }

    @Test
    void archiveInAnArchiveIsRefusedButAWorkbookInItIsNone() {
        String inner = new String(zip("a.csv", "1"), java.nio.charset.StandardCharsets.ISO_8859_1);
        String workbook = new String(MadeFiles.xlsxRows(""), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(fault(zip("b.zip", inner)).code()).isEqualTo(FaultCode.FILE_ARCHIVE_NESTED);
        assertThat(Archive.unpack("a.zip", zip("b.xlsx", workbook)).fault()).isNull();
    }

    @Test
    void bombsAreRefusedWhileTheyInflate() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int entry = 0; entry < 4; entry++) {
                zip.putNextEntry(new ZipEntry(entry + ".csv"));
                for (int i = 0; i < 60; i++) {
                    zip.write(zeros);
                }
            }
        }
        assertThat(fault(bytes.toByteArray()))
                .isEqualTo(new Fault(FaultCode.FILE_ARCHIVE_UNSAFE, "", "", "a.zip", "> 1 : 200"));

        String[] many = new String[8_002];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = i + ".csv";
            many[i + 1] = "";
        }
        assertThat(fault(zip(many)).code()).isEqualTo(FaultCode.FILE_ARCHIVE_UNSAFE);
    }

    @Test
    void archiveUnderTheNameOfAWorkbookIsNotOpened() {
        byte[] bytes = zip("a.csv", "1,2");

        assertThat(Archive.fits("a.xlsx", bytes)).isFalse();
        assertThat(Objects.requireNonNull(Content.of("a.xlsx", bytes, null).fault())
                        .code())
                .isEqualTo(FaultCode.FILE_NOT_A_WORKBOOK);
        assertThat(Content.of("a.zip", bytes, null).fault())
                .isEqualTo(new Fault(FaultCode.FILE_UNPACKED, "", "", "a.zip", "1"));
    }

    @Test
    void emptyAndDamagedArchivesAreRefused() {
        byte[] bytes = zip("a.csv", "1,2");
        bytes[36] ^= 4;

        assertThat(fault(bytes).code()).isEqualTo(FaultCode.FILE_DAMAGED);
        assertThat(fault(zip(".DS_Store", "")).code()).isEqualTo(FaultCode.FILE_EMPTY);
    }
}
