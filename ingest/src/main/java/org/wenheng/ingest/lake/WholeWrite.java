package org.wenheng.ingest.lake;

import org.apache.spark.sql.SparkSession;

/** Writes into a lake what came from no file, as exclusively and as wholly as a collection does. */
public final class WholeWrite {
    private WholeWrite() {}

    /**
     * Takes the lake, does the writes and gives it back. If they are cut off, whoever takes the lake next undoes them.
     *
     * @param check runs when the lake was taken and before the first write; what it throws leaves the lake as it was
     * @param writes the last of them writes the submissions
     */
    public static void run(SparkSession spark, Lake lake, Runnable check, Runnable writes) {
        lake.createTables(spark);
        try (LakeBatch batch = LakeBatch.open(spark, lake)) {
            check.run();
            batch.write(writes);
        }
    }
}
