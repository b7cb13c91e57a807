package org.wenheng.analytics.gold;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.table.Table;

/** Keeps what scoring makes in the lake. */
public final class GoldLake {
    private final SparkSession spark;
    private final Lake lake;

    public GoldLake(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** Creates the tables that are not there. */
    public void createTables() {
        lake.create(spark, GoldTables.ELEMENT_VALUE, List.of("catalogue"));
        for (Table table : List.of(GoldTables.RUN, GoldTables.RESULT, GoldTables.SCORE_TABLE, GoldTables.INPUT)) {
            lake.create(spark, table, List.of());
        }
    }

    /** The rows of a table as they are now. */
    public Dataset<Row> read(Table table) {
        return lake.read(spark, table);
    }

    /** Replaces the element values of a catalogue, in one transaction. */
    public void replaceElementValues(String catalogue, Dataset<Row> elementValues) {
        elementValues
                .write()
                .format("delta")
                .mode("overwrite")
                .option("replaceWhere", "catalogue = '" + catalogue.replace("'", "''") + "'")
                .save(lake.path(GoldTables.ELEMENT_VALUE).toString());
    }

    /** Adds the rows of runs. The runs themselves come last: a run that stands there is whole. */
    public void append(List<GoldRows> runs) {
        append(GoldTables.RESULT, runs.stream().map(GoldRows::results).toList());
        append(GoldTables.SCORE_TABLE, runs.stream().map(GoldRows::scores).toList());
        append(GoldTables.INPUT, runs.stream().map(GoldRows::inputs).toList());
        append(GoldTables.RUN, runs.stream().map(GoldRows::run).toList());
    }

    private void append(Table table, List<List<@Nullable Object[]>> parts) {
        List<Row> rows = new ArrayList<>();
        parts.forEach(part -> part.forEach(values -> rows.add(RowFactory.create(values))));
        lake.append(spark.createDataFrame(rows, Lake.schema(table)).coalesce(1), table);
    }
}
