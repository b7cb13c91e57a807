package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.SentFile;

/** Several collections at once: everything lands, and once. */
class ConcurrentIngestTest {
    private final SparkSession spark = LocalSpark.session();

    @TempDir
    private Path folder = Path.of("");

    private Path send(String name, SentFile file) throws IOException {
        return Files.write(folder.resolve(name), file.bytes());
    }

    private List<String> keysKnownNow(Lake lake) {
        return lake
                .read(spark, LakeTables.OBSERVATION)
                .where(col("known_to").isNull())
                .select("region_code", "period", "element_code", "value")
                .collectAsList()
                .stream()
                .map(row -> "%s %s %s %.0f"
                        .formatted(row.getString(0), row.getString(1), row.getString(2), row.getDecimal(3)))
                .sorted()
                .toList();
    }

    @Test
    void processesThatCollectIntoALakeThatIsNotThereYetAllLandOnce() throws IOException, InterruptedException {
        Path lake = folder.resolve("lake");
        Path common = send("common.xlsx", FormFiles.county("220105", "2026-10", "FEE|万元|9"));
        List<IngestProcess> processes = new ArrayList<>();
        for (String region : List.of("220102", "220184", "220105")) {
            Path first = send(region + "-9.xlsx", FormFiles.county(region, "2026-09", "FEE|万元|1", "BOOKS|册|7"));
            Path second = send(region + "-8.xlsx", FormFiles.county(region, "2026-08", "FEE|万元|2"));
            processes.add(IngestProcess.start(lake, List.of(first, common, second)));
        }
        for (IngestProcess process : processes) {
            assertThat(process.says("done")).isTrue();
            assertThat(process.exit()).isZero();
        }

        Lake whole = new Lake(lake);
        assertThat(whole.read(spark, LakeTables.SUBMISSION).count()).isEqualTo(7);
        assertThat(whole.read(spark, LakeTables.FILE).count()).isEqualTo(7);
        assertThat(keysKnownNow(whole))
                .containsExactly(
                        "220102 2026-08 FEE 2",
                        "220102 2026-09 BOOKS 7",
                        "220102 2026-09 FEE 1",
                        "220105 2026-08 FEE 2",
                        "220105 2026-09 BOOKS 7",
                        "220105 2026-09 FEE 1",
                        "220105 2026-10 FEE 9",
                        "220184 2026-08 FEE 2",
                        "220184 2026-09 BOOKS 7",
                        "220184 2026-09 FEE 1");
    }

    @Test
    void threadsThatCorrectTheSameValueLeaveOneVersionKnownNow()
            throws IOException, InterruptedException, ExecutionException {
        Lake lake = new Lake(folder.resolve("lake"));
        List<Callable<IngestReport>> collections = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Path file = send(i + ".xlsx", FormFiles.county("220102", "2026-10", "FEE|万元|" + i));
            collections.add(() -> IngestJob.run(
                    spark, lake, FormFiles.catalogue(), null, List.of(file), FormFiles.RECEIVED, settled -> {}));
        }

        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<IngestReport> report : threads.invokeAll(collections)) {
                assertThat(report.get().total().accepted()).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(lake.read(spark, LakeTables.OBSERVATION).count()).isEqualTo(3);
        assertThat(keysKnownNow(lake)).hasSize(1);
        assertThat(lake.read(spark, LakeTables.SUBMISSION).count()).isEqualTo(3);
    }

    @Test
    void theLakeIsTakenByOneThreadAtATime() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        // Threads that count at the same time lose counts.
        int[] count = {0};
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tasks.add(() -> {
                    LakeLock lock = LakeLock.take(folder.resolve("lake"));
                    try {
                        for (int step = 0; step < 1000; step++) {
                            count[0]++;
                        }
                    } finally {
                        lock.close();
                    }
                    return true;
                });
            }
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(count[0]).isEqualTo(40_000);
    }
}
