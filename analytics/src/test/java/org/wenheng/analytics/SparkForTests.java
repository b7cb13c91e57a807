package org.wenheng.analytics;

import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.lake.LakeSession;

/** The one Spark session of the module's tests. */
public final class SparkForTests {
    private static final SparkSession SESSION = LakeSession.open("local[2]");

    private SparkForTests() {}

    public static SparkSession session() {
        return SESSION;
    }
}
