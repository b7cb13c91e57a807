package org.wenheng.ingest.synthetic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.generate.bulk.Block;
import org.wenheng.ingest.generate.bulk.BulkPlan;
import org.wenheng.ingest.generate.bulk.BulkReport;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.lake.WholeWrite;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.submission.Verdict;
import org.wenheng.ingest.table.Table;

/** Writes the observations of a plan into a lake, with the reports they came with and what stands in for their files. */
public final class SyntheticLake {
    /** Rows of one partition: few files, none too large for one task. */
    private static final long ROWS_A_SLICE = 1_500_000;

    /** Rows of one transaction: a nation's month is about 12 million. */
    private static final long ROWS_A_WRITE = 6_000_000;

    private static final String MAPPING = "synthetic";

    /**
     * While writing: a task keeps a file open for each of its months and need not sort by month first; and files are large
     * enough, so that nothing is put together again, which would take as long as making it.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.maxConcurrentOutputFileWriters", "64", "spark.databricks.delta.autoCompact.enabled", "false");

    private final SparkSession spark;
    private final Lake lake;
    private final BulkPlan plan;
    private final SyntheticObservations observations;

    /** A lake to write into, and what to write. */
    public SyntheticLake(SparkSession spark, Lake lake, BulkPlan plan) {
        this.spark = spark;
        this.lake = lake;
        this.plan = plan;
        this.observations = new SyntheticObservations(plan);
    }

    /**
     * Writes everything, or nothing.
     *
     * @param progress runs a part of the work, named by its months, with the number of observations that come with it
     * @throws InputRefusedException if the lake holds reports of the catalogue already
     */
    public void write(Progress progress) {
        WholeWrite.run(spark, lake, this::requireNone, () -> {
            List<BulkReport> reports = plan.reports(plan.order().periods());
            append(rows(reports, this::file, LakeTables.FILE), LakeTables.FILE);
            List<List<Period>> parts = parts();
            for (int part = 0; part < parts.size(); part++) {
                List<Period> months = parts.get(part);
                progress.part(part + 1, parts.size(), months, () -> writeMonths(months));
            }
            Map<String, Long> changed = changed();
            append(rows(reports, report -> submission(report, changed), LakeTables.SUBMISSION), LakeTables.SUBMISSION);
        });
    }

    /** Is told of every part of the work. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Runs a part.
         *
         * @param number from 1
         * @param of how many there are
         * @param work to be run once
         */
        void part(int number, int of, List<Period> months, Runnable work);
    }

    /** Observations of some months: those that are known now, and not those that a correction replaced. */
    static long expected(BulkPlan plan, List<Period> months) {
        return plan.reports(months).stream()
                        .filter(report -> !report.correction())
                        .mapToLong(BulkReport::facilities)
                        .sum()
                * plan.rules().elements().size();
    }

    private void requireNone() {
        String catalogue = plan.catalogue().code();
        boolean holds = !lake.read(spark, LakeTables.SUBMISSION)
                .where(col("catalogue").equalTo(lit(catalogue)))
                .isEmpty();
        if (holds) {
            throw InputRefusedException.of(
                    "GENERATE_LAKE_NOT_EMPTY",
                    lake.root().toString(),
                    "数据湖里已有目录 %s 的数据;请用 --work 另选工作目录,或先移走旧的数据湖".formatted(catalogue),
                    "The lake holds data of the catalogue %s already; choose another folder with --work, or move the old lake away"
                            .formatted(catalogue));
        }
    }

    private void writeMonths(List<Period> months) {
        int slices = (int) (expected(plan, months) / ROWS_A_SLICE) + 1;
        Map<String, Optional<String>> before = new HashMap<>();
        SETTINGS.keySet()
                .forEach(name -> before.put(
                        name,
                        spark.conf().contains(name) ? Optional.of(spark.conf().get(name)) : Optional.empty()));
        SETTINGS.forEach((name, value) -> spark.conf().set(name, value));
        try {
            append(observations.of(spark, months, slices), LakeTables.OBSERVATION);
        } finally {
            before.forEach((name, value) -> value.ifPresentOrElse(
                    text -> spark.conf().set(name, text), () -> spark.conf().unset(name)));
        }
    }

    /** Months that are written in one transaction. */
    private List<List<Period>> parts() {
        List<List<Period>> parts = new ArrayList<>();
        List<Period> part = new ArrayList<>();
        for (Period month : plan.order().periods()) {
            part.add(month);
            if (expected(plan, part) >= ROWS_A_WRITE) {
                parts.add(List.copyOf(part));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }

    /** How many values each corrected report changed, by the number of the report that it corrected. */
    private Map<String, Long> changed() {
        List<Period> months = plan.order().periods();
        List<Block> superseded =
                plan.blocks(months).stream().filter(Block::superseded).toList();
        if (superseded.isEmpty()) {
            return Map.of();
        }
        return observations
                .values(spark, superseded, months, 1, SyntheticObservations.Extent.ALL)
                .groupBy("correction")
                .count()
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    }

    private Row file(BulkReport report) {
        return RowFactory.create(
                report.file().hash(),
                report.file().name(),
                report.file().size(),
                report.file().bytes(),
                report.receivedAt());
    }

    private Row submission(BulkReport report, Map<String, Long> changed) {
        String id = report.file().submissionId(plan.catalogue().code());
        long read = (long) report.facilities() * plan.rules().elements().size();
        long accepted = report.correction() ? changed.getOrDefault(id, 0L) : read;
        return RowFactory.create(
                plan.catalogue().code(),
                id,
                report.file().hash(),
                report.file().name(),
                MAPPING,
                report.region(),
                report.period().code(),
                Verdict.ACCEPTED.code(),
                "UTF-8",
                read,
                accepted,
                0L,
                read - accepted,
                "synthetic",
                report.receivedAt());
    }

    private Dataset<Row> rows(List<BulkReport> reports, java.util.function.Function<BulkReport, Row> row, Table table) {
        return spark.createDataFrame(
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .parallelize(reports.stream().map(row).toList(), 1),
                Lake.schema(table));
    }

    private void append(Dataset<Row> rows, Table table) {
        lake.append(rows, table);
    }
}
