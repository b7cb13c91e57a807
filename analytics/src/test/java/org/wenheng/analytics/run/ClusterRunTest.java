package org.wenheng.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.command.Wenheng;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.problem.InputRefusedException;

/**
 * The same month on a real Spark cluster that loses a worker in the middle, and in one process from a lake on another file
 * system of Hadoop's: the same bytes.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClusterRunTest {
    private static final int FILES = 16;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRunOnAClusterThatLosesAWorkerHasTheDigestOfOneInASingleProcess() throws Exception {
        Lake filled = new Lake(folder.resolve("filled"));
        MonthOfJilin.fill(filled, 20, FILES);
        MonthOfJilin.copy(filled, folder.resolve("cluster/lake"));
        MartForTests.empty();
        try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2);
                ChildProcess driver = cluster.driver(
                        folder,
                        Wenheng.class.getName(),
                        MonthOfJilin.options(folder.resolve("cluster"), cluster.url()))) {
            boolean bothAtWork = driver.says("task ended on 0", 2) && driver.says("task ended on 1", 2);
            cluster.killWorker(0);
            int exit = driver.exit();
            assertThat(List.of(bothAtWork, exit))
                    .as(() -> cluster.printed() + "--- driver\n" + driver.printed())
                    .containsExactly(true, 0);
            assertThat(driver.printed()).containsSubsequence("executor removed", "/ derive", "/ publish");
        }
        List<String> published =
                MartForTests.query("SELECT run_id || ' ' || digest FROM mart.run JOIN mart.publication USING (run_id)");
        Instant started = Instant.parse(
                MartForTests.query("SELECT to_char(started_at, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM mart.run")
                        .get(0));

        MartForTests.empty();
        MonthOfJilin.copy(filled, folder.resolve("other/lake"));
        SparkForTests.session()
                .sparkContext()
                .hadoopConfiguration()
                .set(
                        "fs.viewfs.mounttable.default.link./mounted",
                        folder.resolve("other").toUri().toString());
        Lake mounted = new Lake("viewfs:///mounted/lake");
        MonthOfJilin.job(SparkForTests.session(), mounted, Clock.fixed(started, ZoneOffset.UTC))
                .run(RunOrder.of(List.of(MonthOfJilin.OCTOBER), "test"), folder.resolve("other/runs"));
        String id = published.get(0).split(" ", 2)[0];
        List<Object> kept = new GoldLake(SparkForTests.session(), mounted)
                .run(id).stream()
                        .<Object>map(row ->
                                row[0] + " " + row[GoldTables.RUN.columnNames().indexOf("digest")])
                        .toList();
        assertThat(kept).isEqualTo(published);
        assertThatThrownBy(() -> new Lake("viewfs:///mounted/nothing").createTables(SparkForTests.session()))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("LAKE_NOT_LOCAL");
    }
}
