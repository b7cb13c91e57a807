package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Verdict;
import org.wenheng.ingest.table.Table;

/** All tests share one lake, each with a catalogue of its own. */
class IngestJobTest {
    private static final Instant LATER = FormFiles.RECEIVED.plus(Duration.ofDays(3));

    @TempDir
    private static Path shared = Path.of("");

    private final SparkSession spark = LocalSpark.session();

    @TempDir
    private Path folder = Path.of("");

    private Lake lake = new Lake(folder);
    private Catalogue catalogue = FormFiles.catalogue();

    @BeforeEach
    void startWithACatalogueOfWhichNothingIsKnown(TestInfo test) {
        lake = new Lake(shared);
        catalogue = named(FormFiles.catalogue(), test.getDisplayName().replace("()", ""));
    }

    private static Catalogue named(Catalogue catalogue, String code) {
        return Catalogue.of(
                code,
                catalogue.title(),
                List.copyOf(catalogue.regions().values()),
                List.copyOf(catalogue.elements().values()),
                List.of(),
                List.copyOf(catalogue.forms().values()));
    }

    private Path send(String name, SentFile file) throws IOException {
        return Files.write(Files.createDirectories(folder.resolve("inbox")).resolve(name), file.bytes());
    }

    private IngestReport collect(Instant received, Path... paths) {
        return IngestJob.run(spark, lake, catalogue, null, List.of(paths), received, settled -> {});
    }

    private IngestReport tryOut(Instant received, Path... paths) {
        return IngestJob.dryRun(spark, lake, catalogue, null, List.of(paths), received, settled -> {});
    }

    private Dataset<Row> rows(Table table) {
        return lake.read(spark, table).where(col("catalogue").equalTo(catalogue.code()));
    }

    private List<Long> versions() {
        return LakeTables.ALL.stream().map(lake::version).toList();
    }

    private long count(Table table) {
        return rows(table).count();
    }

    private List<String> fees() {
        return rows(LakeTables.OBSERVATION)
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
        SentFile sent = FormFiles.text("x", "no workbook");
        IngestReport report = collect(FormFiles.RECEIVED, send("x.xlsx", sent));

        assertThat(report.anyRefused()).isTrue();
        assertThat(count(LakeTables.OBSERVATION)).isZero();
        Row file = lake.read(spark, LakeTables.FILE)
                .where(col("file_hash").equalTo(sent.hash()))
                .first();
        assertThat(file.<byte[]>getAs("content")).isEqualTo("no workbook".getBytes(StandardCharsets.UTF_8));
        Row finding = rows(LakeTables.FINDING).first();
        assertThat(finding.<String>getAs("message_zh")).isEqualTo("文件“x.xlsx”不是 xlsx 工作簿");
        assertThat(rows(LakeTables.SUBMISSION).first().<String>getAs("verdict")).isEqualTo("refused");
    }

    @Test
    void batchThatWasCutOffIsUndoneAndDoneAgainToTheSameResult() throws IOException {
        collect(FormFiles.RECEIVED, send("a.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|1")));
        String note = "silver/finding %d\nsilver/observation %d\nsilver/submission "
                .formatted(lake.version(LakeTables.FINDING), lake.version(LakeTables.OBSERVATION));
        Path correction = send("b.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|2"));
        collect(LATER, correction);
        List<String> whole = fees();
        long submissions = lake.version(LakeTables.SUBMISSION);
        // What a crash before the submissions were written leaves: the note, the observations, no submission.
        DeltaTable.forPath(spark, lake.path(LakeTables.SUBMISSION).toString()).restoreToVersion(submissions - 1);
        Files.writeString(lake.root().resolve("_unfinished"), note + lake.version(LakeTables.SUBMISSION));

        IngestReport planned = tryOut(LATER, correction);
        IngestReport again = collect(LATER, correction);

        assertThat(again.total()).isEqualTo(new Ledger(1, 1, 0, 0));
        assertThat(planned.files()).isEqualTo(again.files());
        assertThat(fees()).isEqualTo(whole);
        assertThat(count(LakeTables.SUBMISSION)).isEqualTo(2);
        assertThat(lake.root().resolve("_unfinished")).doesNotExist();
    }

    @Test
    void feedOfChangesTellsWhatACorrectionDid() throws IOException {
        collect(FormFiles.RECEIVED, send("a.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|7")));
        long version = lake.version(LakeTables.OBSERVATION);

        collect(LATER, send("b.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|2", "BOOKS|册|7")));

        assertThat(spark
                        .read()
                        .format("delta")
                        .option("readChangeFeed", true)
                        .option("startingVersion", version + 1)
                        .load(lake.path(LakeTables.OBSERVATION).toString())
                        .orderBy("_change_type")
                        .collectAsList()
                        .stream()
                        .map(row -> row.<String>getAs("_change_type") + ": " + version(row)))
                .containsExactly(
                        "insert: 2 from 2026-11-08T00:00:00Z to now",
                        "update_postimage: 1 from 2026-11-05T00:00:00Z to 2026-11-08T00:00:00Z",
                        "update_preimage: 1 from 2026-11-05T00:00:00Z to now");
    }

    @Test
    void tablesRefuseRowsThatContradictThemselves() throws IOException {
        collect(FormFiles.RECEIVED, send("a.xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|1")));
        Dataset<Row> observation = rows(LakeTables.OBSERVATION);
        Dataset<Row> submission = rows(LakeTables.SUBMISSION);

        assertThatThrownBy(() -> lake.append(observation.withColumn("status", lit("nil")), LakeTables.OBSERVATION))
                .hasMessageContaining("value_exactly_if_reported");
        assertThatThrownBy(() -> lake.append(
                        observation.withColumn("known_to", lit(FormFiles.RECEIVED.minusSeconds(1))),
                        LakeTables.OBSERVATION))
                .hasMessageContaining("known_in_order");
        assertThatThrownBy(() -> lake.append(
                        observation.withColumn("region_code", lit(null).cast("string")), LakeTables.OBSERVATION))
                .hasMessageContaining("region_code");
        assertThatThrownBy(() -> lake.append(submission.withColumn("cells_read", lit(9L)), LakeTables.SUBMISSION))
                .hasMessageContaining("ledger_balances");
        assertThat(count(LakeTables.OBSERVATION)).isEqualTo(1);
    }

    @Test
    void manySmallFilesOfAPeriodBecomeOneWithTheSameRows() throws IOException {
        String setting = "spark.databricks.delta.autoCompact.minNumFiles";
        String before = spark.conf().get(setting);
        spark.conf().set(setting, 3);
        try {
            for (int i = 1; i <= 3; i++) {
                collect(FormFiles.RECEIVED, send(i + ".xlsx", FormFiles.county("220102", "2026-0" + i, "FEE|万元|1")));
                collect(FormFiles.RECEIVED, send(i + "b.xlsx", FormFiles.county("220184", "2026-01", "RATE|%|1" + i)));
            }
        } finally {
            spark.conf().set(setting, before);
        }
        // January has the fee of one county and three versions of a rate of the other.
        Dataset<Row> january = rows(LakeTables.OBSERVATION).where(col("period").equalTo("2026-01"));
        assertThat(january.count()).isEqualTo(4);
        assertThat(january.inputFiles()).hasSizeLessThan(3);
        assertThat(fees()).hasSize(3);
    }

    @Test
    void lakeOfAnotherVersionIsRefusedWithEveryDifference() {
        Lake old = new Lake(folder.resolve("old"));
        spark.createDataFrame(List.of(), Lake.schema(LakeTables.FINDING))
                .drop("explanation")
                .withColumn("sheet", lit(1))
                .write()
                .format("delta")
                .save(old.path(LakeTables.FINDING).toString());

        assertThatThrownBy(() ->
                        IngestJob.run(spark, old, catalogue, null, List.of(folder), FormFiles.RECEIVED, settled -> {}))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("[LAKE_SCHEMA_DIFFERS]")
                .hasMessageContaining("missing column explanation string")
                .hasMessageContaining("column sheet int, expected sheet string not null")
                .hasMessageContaining("partitions [], expected [catalogue]")
                .hasMessageContaining("delta.enableChangeDataFeed is missing, expected true")
                .hasMessageContaining("Move the whole lake folder away");
        assertThat(old.has(LakeTables.OBSERVATION)).isFalse();
    }

    @Test
    void tableWhoseCreationWasCutOffIsCreatedAgain() throws IOException {
        Lake cut = new Lake(folder.resolve("cut"));
        Path log = Files.createDirectories(cut.path(LakeTables.FILE).resolve("_delta_log"));
        Files.writeString(log.resolve(".00000000000000000000.json.tmp"), "{");

        cut.createTables(spark);

        assertThat(LakeTables.ALL).allMatch(cut::has);
    }

    @Test
    void refusedContentIsTakenWhenTheCatalogueKnowsItsRegion() throws IOException {
        Path file = send("a.xlsx", FormFiles.county("220999", "2026-10", "FEE|万元|1"));
        assertThat(collect(FormFiles.RECEIVED, file).anyRefused()).isTrue();
        List<Long> before = versions();
        assertThat(collect(LATER, file).anyRefused()).isTrue();
        assertThat(versions()).isEqualTo(before);

        catalogue = named(FormFiles.catalogueWith("220999"), catalogue.code());
        IngestReport report = collect(LATER, file);

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
        assertThatThrownBy(() -> tryOut(FormFiles.RECEIVED, correction))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("RECEIVED_BEFORE_KNOWN");
        assertThatThrownBy(() -> collect(LATER, folder.resolve("none.xlsx")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("FILE_MISSING");
    }
}
