package org.wenheng.ingest.stage;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.wenheng.ingest.table.Column;
import org.wenheng.ingest.table.Table;

/** The Spark schema of a declared table. */
public final class SparkSchema {
    private SparkSchema() {}

    /** The columns of a table in order, with their types and whether a value may be missing. */
    public static StructType of(Table table) {
        return DataTypes.createStructType(
                table.columns().stream().map(SparkSchema::field).toList());
    }

    private static StructField field(Column column) {
        return DataTypes.createStructField(
                column.name(),
                org.apache.spark.sql.types.DataType.fromDDL(column.type().spark()),
                column.nullable());
    }
}
