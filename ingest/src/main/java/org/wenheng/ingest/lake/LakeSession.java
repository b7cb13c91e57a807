package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.ExternalClusterManager;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.problem.InputRefusedException;

/** The one place where a Spark session is built. */
public final class LakeSession {
    private LakeSession() {}

    /**
     * A session that reads and writes Delta tables in UTC. The caller closes it.
     *
     * <p>Settings of the Java process that begin with {@code spark.} are Spark's too, as {@code spark-submit} passes them.
     * On a cluster the executors get Delta and our classes from here, unless {@code spark.jars} says what they get.
     *
     * @param master where Spark runs: {@code local[*]}, {@code local[2]} or the URL of a cluster
     * @throws InputRefusedException if the class path lacks what a cluster of that kind needs
     */
    public static SparkSession open(String master) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("wenheng")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.ui.enabled", "false")
                .config("spark.log.structuredLogging.enabled", "false")
                // Delta's default of 50 partitions for a table's state triples the time of a small merge.
                .config("spark.databricks.delta.snapshotPartitions", "1")
                // Fifty small files of one period, as counties send them one by one, become one.
                .config("spark.databricks.delta.autoCompact.enabled", "true")
                .config("spark.databricks.delta.autoCompact.minNumFiles", "50")
                // A new process does not know how many there are and rewrites what is small: never much, then.
                .config("spark.databricks.delta.autoCompact.maxFileSize", "16777216")
                // Cells and given values are all different: a dictionary of them is made in vain.
                .config("spark.hadoop.parquet.enable.dictionary#cell", "false")
                .config("spark.hadoop.parquet.enable.dictionary#given", "false")
                // Moments as whole numbers: Parquet's older way takes longer to read and passes over no file.
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                // A fourth of Spark's: groups of fewer rows stay in the processor's memory, and two cores end together.
                .config("spark.sql.files.maxPartitionBytes", "33554432")
                // Rows of a few periods go to their files as they come, without being sorted first.
                .config("spark.sql.maxConcurrentOutputFileWriters", "8")
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
        if (master.startsWith("local")) {
            builder.config("spark.sql.shuffle.partitions", "4")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        } else {
            requireKnown(master);
            SparkConf given = new SparkConf();
            if (!given.contains("spark.jars")) {
                builder.config("spark.jars", jars());
            }
        }
        return builder.master(master).getOrCreate();
    }

    private static String jars() {
        try {
            Path folder = Files.createTempDirectory("wenheng-jars");
            // Deleted in the opposite order: the folder is empty by then.
            folder.toFile().deleteOnExit();
            List<Path> jars = ExecutorJars.of(System.getProperty("java.class.path"), folder);
            jars.stream()
                    .filter(jar -> jar.startsWith(folder))
                    .forEach(jar -> jar.toFile().deleteOnExit());
            return jars.stream().map(Path::toString).collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spark's client of YARN and Kubernetes comes with a Spark distribution, not with us. */
    private static void requireKnown(String master) {
        boolean standalone = master.startsWith("spark://");
        boolean other = ServiceLoader.load(ExternalClusterManager.class).stream()
                .anyMatch(manager -> manager.get().canCreate(master));
        if (!standalone && !other) {
            throw InputRefusedException.of(
                    "MASTER_UNKNOWN",
                    master,
                    "类路径上没有连接这种集群的组件;YARN 与 Kubernetes 请用 Spark 发行版的 spark-submit 启动,见 analytics/OPERATIONS.md",
                    "Nothing on the class path connects to such a cluster (expected: local[n], spark://host:port); for YARN"
                            + " and Kubernetes start by spark-submit of a Spark distribution, see analytics/OPERATIONS.md");
        }
    }
}
