package org.wenheng.analytics.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
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
        RunDigest.TABLES.forEach(table -> lake.create(spark, table, List.of()));
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
                .save(lake.location(GoldTables.ELEMENT_VALUE));
    }

    /**
     * Keeps runs that are not kept yet. The runs themselves come last: a run that stands there is whole. Rows of an attempt
     * that was cut off before that are replaced, so that a run has its rows once.
     */
    public void append(List<GoldRows> runs) {
        if (!runs.isEmpty()) {
            List<Table> tables = RunDigest.TABLES.stream()
                    .filter(table -> !table.equals(GoldTables.RUN))
                    .toList();
            // Without rows in the table that is written first, nothing of these runs is there.
            boolean cutOff = !read(tables.get(0))
                    .where(col("run_id").isin(ids(runs).toArray()))
                    .isEmpty();
            tables.forEach(table -> append(table, runs, cutOff));
            append(GoldTables.RUN, runs, false);
        }
    }

    /** The rows of runs that are kept, by the run's id; without those that are not. */
    public Map<String, @Nullable Object[]> kept(Collection<String> runIds) {
        Map<String, @Nullable Object[]> kept = new HashMap<>();
        if (lake.has(GoldTables.RUN)) {
            rows(GoldTables.RUN, runIds).forEach(row -> kept.put(String.valueOf(row[0]), row));
        }
        return kept;
    }

    /** The row of a run: one, or none if it is not kept. */
    public List<@Nullable Object[]> run(String runId) {
        return lake.has(GoldTables.RUN) ? rows(GoldTables.RUN, Set.of(runId)) : List.of();
    }

    /** All rows of a run in all tables, as they stand there. */
    public GoldRows rows(String runId) {
        Set<String> ids = Set.of(runId);
        return new GoldRows(
                rows(GoldTables.RUN, ids),
                rows(GoldTables.RESULT, ids),
                rows(GoldTables.SCORE_TABLE, ids),
                rows(GoldTables.INPUT, ids),
                new SupervisionRows(
                        rows(SupervisionTables.LIGHT, ids),
                        rows(SupervisionTables.ANOMALY_CASE, ids),
                        rows(SupervisionTables.DATA_QUALITY, ids),
                        rows(SupervisionTables.SPOT_CHECK, ids)));
    }

    private List<@Nullable Object[]> rows(Table table, Collection<String> runIds) {
        if (!lake.has(table)) {
            // A lake of an earlier version lacks the tables that came later.
            return List.of();
        }
        Dataset<Row> rows = read(table).where(col("run_id").isin(runIds.toArray()));
        Set<String> there = Set.of(rows.columns());
        // A table that was made by an earlier version lacks the columns that came later.
        Column[] columns = table.columns().stream()
                .map(column -> there.contains(column.name())
                        ? col(column.name())
                        : lit(null).cast(column.type().spark()).as(column.name()))
                .toArray(Column[]::new);
        List<@Nullable Object[]> values = new ArrayList<>();
        rows.select(columns).collectAsList().forEach(row -> values.add(values(row)));
        return values;
    }

    /** The values of a row; moments as instants. */
    public static @Nullable Object[] values(Row row) {
        @Nullable Object[] values = new @Nullable Object[row.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i) instanceof java.sql.Timestamp moment ? moment.toInstant() : row.get(i);
        }
        return values;
    }

    private void append(Table table, List<GoldRows> runs, boolean cutOff) {
        List<Row> rows = new ArrayList<>();
        runs.forEach(run -> run.of(table).forEach(values -> rows.add(RowFactory.create(values))));
        if (rows.isEmpty() && !cutOff) {
            return;
        }
        Dataset<Row> fresh = spark.createDataFrame(rows, Lake.schema(table)).coalesce(1);
        DataFrameWriter<Row> writer = fresh.write().format("delta").option("mergeSchema", "true");
        writer = cutOff
                ? writer.mode("overwrite")
                        .option("replaceWhere", "run_id IN ('" + String.join("', '", ids(runs)) + "')")
                : writer.mode("append");
        writer.save(lake.location(table));
    }

    private static List<String> ids(List<GoldRows> runs) {
        return runs.stream().map(run -> String.valueOf(run.run().get(0)[0])).toList();
    }
}
