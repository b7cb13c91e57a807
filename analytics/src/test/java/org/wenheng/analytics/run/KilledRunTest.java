package org.wenheng.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.command.Wenheng;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.gold.RunDigest;
import org.wenheng.analytics.mart.Publications;
import org.wenheng.analytics.mart.PublishedRows;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.table.Table;

/**
 * A run that is killed at any moment and run again leaves lake and mart as if nothing had happened. Number of kills and
 * seed: {@code -Dwenheng.kills=12 -Dwenheng.kills.seed=7}.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("wenheng.kills", 2);
    private static final long SEED = Long.getLong("wenheng.kills.seed", 7);
    private static final Table[] TABLES = RunDigest.TABLES.toArray(Table[]::new);

    /** What a process says before it keeps, publishes and derives; the kill comes some time after. */
    private static final List<String> BEFORE = List.of("/ score", "/ keep", "start Spark");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aKilledRunRunAgainGivesTheRowsOfAnUndisturbedOneAndOfTwoAtOnceOneAlonePublishes() throws Exception {
        Lake filled = new Lake(folder.resolve("filled"));
        MonthOfJilin.fill(filled, 2, 2);
        Lake killed = MonthOfJilin.copy(filled, folder.resolve("killed/lake"));
        Lake undisturbed = MonthOfJilin.copy(filled, folder.resolve("undisturbed/lake"));

        MartForTests.empty();
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> moments = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildProcess process = process()) {
                String moment = BEFORE.get(kill % BEFORE.size());
                Duration after = Duration.ofMillis(random.nextLong(1500));
                process.says(moment, 1);
                process.killAfter(after);
                moments.add(moment + " + " + after.toMillis() + " ms");
            }
        }
        MonthOfJilin.job(SparkForTests.session(), killed, Clock.systemUTC())
                .run(RunOrder.of(List.of(MonthOfJilin.OCTOBER), "test"), folder.resolve("killed/runs"));
        PublishedRows published = new PublishedRows(MartForTests.database());
        String id = MartForTests.query("SELECT run_id FROM mart.publication").get(0);
        GoldRows rows = new GoldLake(SparkForTests.session(), killed).rows(id);
        RunVerification verification = new RunVerification(SparkForTests.session(), killed);
        assertThat(verification.differencesOf(published, id)).as("%s", moments).isEmpty();
        assertThat(RunReportFile.file(folder.resolve("killed/runs"), id)).exists();
        assertThat(new Publications(MartForTests.database()).history(MonthOfJilin.SCHEME_CODE))
                .hasSize(1);
        List<String> cells = cells();

        MartForTests.empty();
        @Nullable Object[] run = rows.run().get(0);
        Instant started = (Instant) value(run, "started_at");
        assertThat(twoAtOnce(undisturbed, Clock.fixed(started, ZoneOffset.UTC))).containsExactlyInAnyOrder(0, 1);
        assertThat(new Publications(MartForTests.database()).history(MonthOfJilin.SCHEME_CODE))
                .hasSize(1);
        GoldRows expected = new GoldLake(SparkForTests.session(), undisturbed).rows(id);
        assertThat(RunDigest.of(id, rows)).as("%s", moments).isEqualTo(RunDigest.of(id, expected));
        assertThat(MonthOfJilin.counts(killed, TABLES)).isEqualTo(MonthOfJilin.counts(undisturbed, TABLES));
        assertThat(cells).isEqualTo(cells()).hasSizeGreaterThan(100);
    }

    /** Both see that nothing is published, unless one waits for the other. */
    private List<Integer> twoAtOnce(Lake lake, Clock clock) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> work =
                    () -> MonthOfJilin.job(SparkForTests.session().newSession(), lake, clock)
                            .run(RunOrder.of(List.of(MonthOfJilin.OCTOBER), "test"), folder.resolve("undisturbed/runs"))
                            .published();
            List<Integer> published = new ArrayList<>();
            for (Future<Integer> future : threads.invokeAll(List.of(work, work))) {
                published.add(future.get());
            }
            return published;
        } finally {
            threads.shutdownNow();
        }
    }

    private ChildProcess process() throws Exception {
        return ChildProcess.start(
                System.getProperty("java.class.path"),
                List.of("-Xmx768m"),
                Map.of(),
                Wenheng.class.getName(),
                MonthOfJilin.options(folder.resolve("killed"), "local[2]"));
    }

    private static List<String> cells() {
        return MartForTests.query("SELECT observation::text FROM mart.observation ORDER BY 1");
    }

    private static Object value(@Nullable Object[] run, String column) {
        Object value = run[GoldTables.RUN.columnNames().indexOf(column)];
        if (value == null) {
            throw new AssertionError(column);
        }
        return value;
    }
}
