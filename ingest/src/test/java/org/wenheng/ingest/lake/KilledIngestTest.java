package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.SentFile;

/**
 * A collection that is killed at any moment and run again leaves the lake as if nothing had happened. Number of kills and
 * seed: {@code -Dwenheng.kills=40 -Dwenheng.kills.seed=7}.
 */
class KilledIngestTest {
    private static final int KILLS = Integer.getInteger("wenheng.kills", 3);
    private static final long SEED = Long.getLong("wenheng.kills.seed", 7);

    @TempDir
    private Path folder = Path.of("");

    /** A first report, a correction with a refused cell, a file that is no workbook, a correction of the correction. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (SentFile sent : List.of(
                FormFiles.county("220102", "2026-10", "FEE|万元|1", "BOOKS|册|7", "RATE|%|50"),
                FormFiles.county("220102", "2026-10", "FEE|万元|2", "BOOKS|册|7", "RATE|%|x"),
                FormFiles.text("x", "no workbook"),
                FormFiles.county("220102", "2026-10", "FEE|万元|3", "BOOKS|册|8", "RATE|%|50"))) {
            Path file = folder.resolve(files.size() + ".xlsx");
            files.add(Files.write(file, sent.bytes()));
        }
        return files;
    }

    @Test
    void aKilledCollectionRunAgainGivesTheTablesOfAnUndisturbedOne() throws IOException, InterruptedException {
        SparkSession spark = LocalSpark.session();
        SplittableRandom random = new SplittableRandom(SEED);
        List<Path> files = files();
        Path undisturbed = folder.resolve("undisturbed");

        long start = System.nanoTime();
        IngestProcess first = IngestProcess.start(undisturbed, files);
        assertThat(first.says("settled")).isTrue();
        long settled = System.nanoTime();
        assertThat(first.says("done")).isTrue();
        long done = System.nanoTime();
        assertThat(first.exit()).isZero();
        List<String> expected = IngestProcess.content(spark, new Lake(undisturbed));
        // Six versions: 3 of the first, 1 of the second (FEE), 2 of the last (FEE, BOOKS).
        assertThat(expected.stream().filter(row -> row.startsWith("observation")))
                .hasSize(6);

        int kills = 0;
        int inWrites = 0;
        for (int lives = 0; kills < KILLS; lives++) {
            Path lake = folder.resolve("killed-" + lives);
            boolean finished = false;
            while (!finished && kills < KILLS) {
                IngestProcess process = IngestProcess.start(lake, files);
                boolean anyMoment = kills % 3 == 0;
                if (!anyMoment && !process.says("settled")) {
                    finished = process.exit() == 0;
                    continue;
                }
                process.killAfter(
                        Duration.ofNanos(random.nextLong(anyMoment ? done - start : (done - settled) / files.size())));
                kills++;
                finished = process.exit() == 0;
                inWrites += Files.exists(lake.resolve("_unfinished")) ? 1 : 0;
            }
            IngestProcess last = IngestProcess.start(lake, files);
            assertThat(last.says("done")).isTrue();
            assertThat(last.exit()).isZero();
            assertThat(IngestProcess.content(spark, new Lake(lake)))
                    .as("seed %d, after %d kills", SEED, kills)
                    .isEqualTo(expected);
        }
        System.out.printf("%d kills, %d of them between the first and the last write of a batch%n", kills, inWrites);
        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
    }
}
