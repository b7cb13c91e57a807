package org.wenheng.ingest.lake;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.table.Table;

/**
 * The tables of a lake to read from.
 *
 * @param versions versions of tables that are not read as they are now
 */
record LakeView(SparkSession spark, Lake lake, Map<Table, Long> versions) {

    /** The tables as they are now. Whole for the holder of the lake's lock; others may see a part of a batch. */
    static LakeView now(SparkSession spark, Lake lake) {
        return new LakeView(spark, lake, Map.of());
    }

    /** The tables without a batch that is being written or was cut off, for a reader that takes no lock. */
    static LakeView settled(SparkSession spark, Lake lake) {
        return new LakeView(spark, lake, LakeBatch.versionsBefore(lake));
    }

    /** The rows of a table; none if the table is not there. */
    Dataset<Row> read(Table table) {
        if (!lake.has(table)) {
            return spark.createDataFrame(java.util.List.of(), Lake.schema(table));
        }
        Long version = versions.get(table);
        return version == null ? lake.read(spark, table) : lake.read(spark, table, version);
    }
}
