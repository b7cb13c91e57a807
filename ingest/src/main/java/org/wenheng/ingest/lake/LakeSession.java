package org.wenheng.ingest.lake;

import org.apache.spark.sql.SparkSession;

/** Builds the Spark session of a batch: the one place that knows its settings. */
public final class LakeSession {
    private LakeSession() {}

    /**
     * A session with Delta Lake. In local mode it is tuned for one machine: few partitions, no web page.
     *
     * @param master {@code local[*]} or the address of a cluster
     */
    public static SparkSession open(String master) {
        return SparkSession.builder()
                .appName("wenheng")
                .master(master)
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }
}
