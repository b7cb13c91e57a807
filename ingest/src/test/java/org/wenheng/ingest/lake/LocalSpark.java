package org.wenheng.ingest.lake;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of this module's tests. */
public final class LocalSpark {
    private static final SparkSession SESSION = LakeSession.open("local[2]");

    private LocalSpark() {}

    /** The session. */
    public static SparkSession session() {
        return SESSION;
    }
}
