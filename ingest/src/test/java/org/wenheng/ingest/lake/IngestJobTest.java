package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Verdict;
import org.wenheng.ingest.table.Table;

class IngestJobTest {
    private static final Instant LATER = FormFiles.RECEIVED.plus(Duration.ofDays(3));

    private final SparkSession spark = LocalSpark.session();

    @TempDir
    private Path folder = Path.of("");

    private Lake lake = new Lake(folder);

    @BeforeEach
    void startWithAnEmptyLake() {
        lake = new Lake(folder.resolve("lake"));
    }

    private Path send(String name, SentFile file) throws IOException {
        return Files.write(Files.createDirectories(folder.resolve("inbox")).resolve(name), file.bytes());
    }

    private IngestReport collect(Instant received, Path... paths) {
        return IngestJob.run(spark, lake, FormFiles.catalogue(), null, List.of(paths), received, settled -> {});
    }

    private List<Long> versions() {
        return LakeTables.ALL.stream().map(lake::version).toList();
    }

    private long count(Table table) {
        return lake.read(spark, table).count();
    }

    private List<String> fees() {
        return lake
                .read(spark, LakeTables.OBSERVATION)
                .where(col("element_code").equalTo("FEE"))
                .orderBy("known_from", "known_to", "value")
                .collectAsList()
                .stream()
                .map(IngestJobTest::version)
                .toList();
    }

    private static String version(Row row) {
        String value =
                row.<java.math.BigDecimal>getAs("value").stripTrailingZeros().toPlainString();
        return value + " from " + row.<java.sql.Timestamp>getAs("known_from").toInstant() + " to "
                + (row.getAs("known_to") == null
                        ? "now"
                        : row.<java.sql.Timestamp>getAs("known_to").toInstant().toString());
    }

    @Test
    void sameContentSentAgainChangesNothing() throws IOException {
        Path first = send("a.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|x"));
        assertThat(collect(FormFiles.RECEIVED, first).total()).isEqualTo(new Ledger(2, 1, 1, 0));
        List<Long> before = versions();

        IngestReport again = collect(LATER, send("b.xlsx", new SentFile("b.xlsx", Files.readAllBytes(first), "")));

        assertThat(again.repeated()).isEqualTo(1);
        assertThat(again.anyRefused()).isFalse();
        assertThat(versions()).isEqualTo(before);
        assertThat(count(LakeTables.OBSERVATION)).isEqualTo(1);
    }

    @Test
    void correctionClosesTheOldVersionAndOpensANewOne() throws IOException {
        collect(FormFiles.RECEIVED, send("a.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|7")));

        IngestReport report =
                collect(LATER, send("b.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|2", "BOOKS|册|7")));

        assertThat(report.total()).isEqualTo(new Ledger(2, 1, 0, 1));
        assertThat(fees())
                .containsExactly(
                        "1 from 2026-11-05T00:00:00Z to 2026-11-08T00:00:00Z", "2 from 2026-11-08T00:00:00Z to now");
        assertThat(count(LakeTables.OBSERVATION)).isEqualTo(3);
    }

    @Test
    void laterFileOfTheSameBatchReplacesTheEarlierOneAndBothAreKept() throws IOException {
        Path first = send("a.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|1"));
        Path second = send("b.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|2"));

        collect(FormFiles.RECEIVED, first, second);

        assertThat(fees())
                .containsExactlyInAnyOrder(
                        "1 from 2026-11-05T00:00:00Z to 2026-11-05T00:00:00Z", "2 from 2026-11-05T00:00:00Z to now");
    }

    @Test
    void refusedFileLandsWithItsBytesAndItsFindings() throws IOException {
        IngestReport report = collect(FormFiles.RECEIVED, send("x.xlsx", FormFiles.text("x", "no workbook")));

        assertThat(report.anyRefused()).isTrue();
        assertThat(count(LakeTables.FILE)).isEqualTo(1);
        assertThat(count(LakeTables.OBSERVATION)).isZero();
        Row file = lake.read(spark, LakeTables.FILE).first();
        assertThat(file.<byte[]>getAs("content")).isEqualTo("no workbook".getBytes(StandardCharsets.UTF_8));
        Row finding = lake.read(spark, LakeTables.FINDING).first();
        assertThat(finding.<String>getAs("message_zh")).isEqualTo("文件“x.xlsx”不是 xlsx 工作簿");
        assertThat(lake.read(spark, LakeTables.SUBMISSION).first().<String>getAs("verdict"))
                .isEqualTo("refused");
    }

    @Test
    void batchThatWasCutOffIsUndoneAndDoneAgainToTheSameResult() throws IOException {
        collect(FormFiles.RECEIVED, send("a.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|1")));
        String note = "silver/finding %d\nsilver/observation %d\nsilver/submission 99"
                .formatted(lake.version(LakeTables.FINDING), lake.version(LakeTables.OBSERVATION));
        Path correction = send("b.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|2"));
        collect(LATER, correction);
        List<String> whole = fees();
        long submissions = lake.version(LakeTables.SUBMISSION);
        // What a crash before the submissions were written leaves: the note, the observations, no submission.
        io.delta.tables.DeltaTable.forPath(
                        spark, lake.path(LakeTables.SUBMISSION).toString())
                .restoreToVersion(submissions - 1);
        Files.writeString(lake.root().resolve("_unfinished"), note);

        IngestReport again = collect(LATER, correction);

        assertThat(again.total()).isEqualTo(new Ledger(1, 1, 0, 0));
        assertThat(fees()).isEqualTo(whole);
        assertThat(count(LakeTables.SUBMISSION)).isEqualTo(2);
        assertThat(lake.root().resolve("_unfinished")).doesNotExist();
    }

    @Test
    void refusedContentIsTakenWhenTheCatalogueKnowsItsRegion() throws IOException {
        Path file = send("a.xlsx", FormFiles.county("220999", "2026-10", "FEE|万元|1"));
        assertThat(collect(FormFiles.RECEIVED, file).anyRefused()).isTrue();
        List<Long> before = versions();
        assertThat(collect(LATER, file).anyRefused()).isTrue();
        assertThat(versions()).isEqualTo(before);

        IngestReport report = IngestJob.run(
                spark, lake, FormFiles.catalogueWith("220999"), null, List.of(file), LATER, settled -> {});

        assertThat(report.count(Verdict.ACCEPTED)).isEqualTo(1);
        assertThat(count(LakeTables.SUBMISSION)).isEqualTo(1);
        assertThat(count(LakeTables.FINDING)).isZero();
        assertThat(count(LakeTables.OBSERVATION)).isEqualTo(1);
    }

    @Test
    void historyIsNotRewritten() throws IOException {
        collect(LATER, send("a.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|1")));
        Path correction = send("b.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|2"));

        assertThatThrownBy(() -> collect(FormFiles.RECEIVED, correction))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("RECEIVED_BEFORE_KNOWN")
                .hasMessageContaining("2026-11-05T00:00:00Z");
        assertThatThrownBy(() -> collect(LATER, folder.resolve("none.xlsx")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("FILE_MISSING");
    }
}
