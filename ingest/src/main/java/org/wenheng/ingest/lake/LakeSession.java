package org.wenheng.ingest.lake;

import org.apache.spark.sql.SparkSession;

/** The one place where a Spark session is built. */
public final class LakeSession {
    private LakeSession() {}

    /**
     * A session that reads and writes Delta tables in UTC. The caller closes it.
     *
     * @param master where Spark runs: {@code local[*]}, {@code local[2]} or the URL of a cluster
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
                // Cells and given values are all different: a dictionary of them is made in vain.
                .config("spark.hadoop.parquet.enable.dictionary#cell", "false")
                .config("spark.hadoop.parquet.enable.dictionary#given", "false")
                // Rows of a few periods go to their files as they come, without being sorted first.
                .config("spark.sql.maxConcurrentOutputFileWriters", "8")
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
        if (master.startsWith("local")) {
            builder.config("spark.sql.shuffle.partitions", "4")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        }
        return builder.master(master).getOrCreate();
    }
}
