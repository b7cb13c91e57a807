package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.check.Severity;

public class SentFileTest {
    @TempDir
    private Path folder = Path.of("");

    private static Submission take(SentFile file) {
        return new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED).take(file, Known.NOTHING);
    }

    /** An archive as zip programs on Chinese Windows make it. */
    public static SentFile archive(String name, SentFile... files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            for (SentFile file : files) {
                zip.putNextEntry(new ZipEntry("十月/" + file.name()));
                zip.write(file.bytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return SentFile.of(name, bytes.toByteArray());
    }

    @Test
    void archiveIsRecordedWithTheFilesInIt() {
        SentFile good = FormFiles.county("220102", "2026-10", "FEE|元|1");
        SentFile archive = archive("南关.zip", good, FormFiles.text("x.csv", "no table"));

        List<SentFile> files = archive.withContents();

        assertThat(files)
                .extracting(SentFile::name)
                .containsExactly("南关.zip", "南关.zip/十月/county.xlsx", "南关.zip/十月/x.csv");
        assertThat(files.get(1).hash()).isEqualTo(good.hash());
        Submission outer = take(files.get(0));
        assertThat(outer.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(outer.ledger()).isEqualTo(Ledger.EMPTY);
        assertThat(outer.findings().get(0).severity()).isEqualTo(Severity.NOTE);
        assertThat(outer.findings().get(0).message().chinese()).isEqualTo("压缩包“南关.zip”中的 2 个文件已分别登记");
        assertThat(take(files.get(1)).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(take(files.get(2)).verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void archiveThatCannotBeOpenedStaysAloneAndSaysWhy() {
        SentFile inner = archive("inner.zip", FormFiles.text("a.csv", "a,b"));
        SentFile outer = archive("outer.zip", inner);

        assertThat(outer.withContents()).containsExactly(outer);
        assertThat(take(outer).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(take(outer).findings().get(0).message().english())
                .isEqualTo("The archive \"outer.zip\" contains another archive, \"十月/inner.zip\"");
    }

    @Test
    void workbookIsNoArchive() {
        SentFile file = FormFiles.county("220102", "2026-10", "FEE|元|1");

        assertThat(file.withContents()).containsExactly(file);
    }

    @Test
    void fileLargerThanTheLimitIsRefusedWithItsHashAndSizeAndNotTakenIn() throws IOException {
        Path path = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(100_000_000);
        }

        SentFile large = SentFile.read(path);

        // sha256sum of 100,000,000 bytes of zero
        assertThat(large.hash()).isEqualTo("a993f8c574e0fea8c1cdcbcd9408d9e2e107ee6e4d120edcfa11decd53fa0cae");
        assertThat(large.size()).isEqualTo(100_000_000);
        assertThat(large.bytes()).isEmpty();
        assertThat(take(large).findings().get(0).message().english())
                .isEqualTo("The file \"large.csv\" is too large (at most 64 MB)");
    }
}
