package org.wenheng.analytics.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.table.Table;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Keeps what scoring makes in the lake. */
public final class GoldLake {
    private static final List<Table> DERIVED = List.of(GoldTables.ELEMENT_VALUE, GoldTables.ELEMENT_WINDOW);

    /** Transactions that are looked through for a note. */
    private static final int TRANSACTIONS = 100;

    private final SparkSession spark;
    private final Lake lake;

    public GoldLake(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** Creates the tables that are not there. */
    public void createTables() {
        createDerived();
        RunDigest.TABLES.forEach(table -> lake.create(spark, table, List.of()));
    }

    /** Creates the tables of derived values; those of another version are made anew, for they can be derived again. */
    public void createDerived() {
        boolean asDeclared = DERIVED.stream()
                .allMatch(table ->
                        lake.has(table) && Set.of(read(table).columns()).equals(Set.copyOf(table.columnNames())));
        if (!asDeclared) {
            DERIVED.forEach(this::remove);
            DERIVED.forEach(table -> lake.create(spark, table, List.of("catalogue", "period")));
        }
    }

    private void remove(Table table) {
        Path folder = new Path(lake.location(table));
        try {
            folder.getFileSystem(spark.sessionState().newHadoopConf()).delete(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
        DeltaLog.invalidateCache(spark, folder);
    }

    /** The rows of a table as they are now. */
    public Dataset<Row> read(Table table) {
        return lake.read(spark, table);
    }

    /** Periods of which a table that is parted by catalogue and period has files, as its log says. */
    public List<String> periods(Table table, String catalogue) {
        return DeltaLog.forTable(spark, lake.location(table))
                .update(false, Option.empty(), Option.empty())
                .allFiles()
                .where(col("partitionValues.catalogue").equalTo(catalogue))
                .select("partitionValues.period")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
    }

    /**
     * Replaces rows of a table, in one transaction.
     *
     * @param which a condition in SQL: rows that satisfy it go
     * @param rows take their place and satisfy it too
     * @param note is kept with the transaction: it is there exactly if the rows are
     */
    public void replace(Table table, String which, Dataset<Row> rows, Optional<String> note) {
        DataFrameWriter<Row> writer =
                rows.write().format("delta").mode("overwrite").option("replaceWhere", which);
        note.map(text -> writer.option("userMetadata", text)).orElse(writer).save(lake.location(table));
    }

    /** The last note of a table with this beginning; none if it was too long ago, or its transaction has been forgotten. */
    public Optional<String> lastNote(Table table, String beginning) {
        DeltaLog log = DeltaLog.forTable(spark, lake.location(table));
        long last = lake.version(table);
        for (long version = last; version >= Math.max(0, last - TRANSACTIONS); version--) {
            var commits = CollectionConverters.asJava(log.getChanges(version, version, Option.empty(), false));
            while (commits.hasNext()) {
                for (Action action : CollectionConverters.asJava(commits.next()._2())) {
                    if (!(action instanceof CommitInfo information)) {
                        continue;
                    }
                    // Somebody put older rows back: no note speaks of them.
                    if (information.operation().equals("RESTORE")) {
                        return Optional.empty();
                    }
                    if (information.userMetadata().exists(note -> note.startsWith(beginning))) {
                        return Optional.of(information.userMetadata().get());
                    }
                }
            }
        }
        return Optional.empty();
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
