package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.lake.IngestReport.FileReport;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.SentFileTest;

class SentArchiveTest {
    private final SparkSession spark = LocalSpark.session();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void archiveAndItsFilesLandAndALargeFileLandsWithoutItsBytes() throws IOException {
        SentFile archive = SentFileTest.archive(
                "十月.zip",
                FormFiles.county("220102", "2026-10", "FEE|元|1", "BOOKS|册|2"),
                FormFiles.text("x.csv", "no table"));
        Path sent = Files.write(folder.resolve(archive.name()), archive.bytes());
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(70_000_000);
        }
        Lake lake = new Lake(folder.resolve("lake"));

        IngestReport report = IngestJob.run(
                spark, lake, FormFiles.catalogue(), null, List.of(sent, large), FormFiles.RECEIVED, settled -> {});

        assertThat(report.files())
                .extracting(FileReport::name)
                .containsExactly("十月.zip", "十月.zip/十月/county.xlsx", "十月.zip/十月/x.csv", "large.csv");
        assertThat(report.total().accepted()).isEqualTo(2);
        assertThat(report.refusals()).containsOnlyKeys("SHEET_HEAD_MISSING", "FILE_TOO_LARGE");
        assertThat(lake.read(spark, LakeTables.FILE).orderBy("size_bytes").collectAsList())
                .extracting(row -> row.<String>getAs("file_name") + " "
                        + (row.<byte[]>getAs("content").length == row.<Long>getAs("size_bytes")))
                .containsExactlyInAnyOrder(
                        "十月.zip true", "十月.zip/十月/county.xlsx true", "十月.zip/十月/x.csv true", "large.csv false");

        IngestReport again = IngestJob.run(
                spark, lake, FormFiles.catalogue(), null, List.of(sent), FormFiles.RECEIVED, settled -> {});
        assertThat(again.repeated()).isEqualTo(3);
    }
}
