package org.wenheng.ingest.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.stage.SparkSchema;
import org.wenheng.ingest.table.Table;

/** The Delta tables below one folder. Tables are made from their declarations before anything is written. */
public final class Lake {
    private static final int ROWS_PER_COMMIT = 250_000;
    private static final int ROWS_PER_TASK = 20_000;

    private final SparkSession spark;
    private final String root;

    /** @param root folder on any Hadoop file system */
    public Lake(SparkSession spark, String root) {
        this.spark = spark;
        this.root = root.endsWith("/") ? root : root + "/";
    }

    public SparkSession spark() {
        return spark;
    }

    /** The table's location. */
    public String location(Table table) {
        return root + table.path();
    }

    /** Makes the tables that do not exist yet. */
    public void create(List<Table> tables) {
        for (Table table : tables) {
            DeltaTableBuilder builder = DeltaTable.createIfNotExists(spark)
                    .location(location(table))
                    .comment(table.grain())
                    .addColumns(SparkSchema.of(table));
            if (table.columnNames().get(0).equals("catalogue")) {
                builder = builder.partitionedBy("catalogue");
            }
            builder.execute();
        }
    }

    /** The newest version of a table. */
    public Dataset<Row> read(Table table) {
        return spark.read().format("delta").load(location(table));
    }

    /** The table for merging and deleting. */
    public DeltaTable delta(Table table) {
        return DeltaTable.forPath(spark, location(table));
    }

    /** The number of the newest version of a table, from 0. */
    public long version(Table table) {
        return delta(table).history(1).select("version").first().getLong(0);
    }

    /** Rows of a table as a data set, in their order. */
    public Dataset<Row> rows(Table table, List<@Nullable Object[]> rows) {
        List<Row> typed = rows.stream().map(RowFactory::create).toList();
        int tasks = Math.max(1, typed.size() / ROWS_PER_TASK);
        return spark.createDataFrame(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(typed, tasks),
                SparkSchema.of(table));
    }

    /** Appends rows, in as few commits as memory allows. */
    public void append(Table table, List<@Nullable Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_COMMIT) {
            List<@Nullable Object[]> chunk = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_COMMIT));
            rows(table, chunk).write().format("delta").mode("append").save(location(table));
        }
    }

    /** Replaces the rows that match a condition by these, in one commit. */
    public void replace(Table table, String condition, Dataset<Row> rows) {
        rows.write()
                .format("delta")
                .mode("overwrite")
                .option("replaceWhere", condition)
                .save(location(table));
    }
}
