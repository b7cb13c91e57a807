package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.submission.Observation;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.table.Table;

/** Writes the submissions of a batch: files, findings, observations and last the submissions themselves. */
final class SubmissionWriter {
    /** Rows that are handed to Spark at once; bounds the memory, not the transaction of a correction. */
    private static final int CHUNK = 500_000;

    private static final int ROWS_IN_A_PLAN = 10_000;

    private static final String SAME_KEY = "known.catalogue = sent.catalogue and known.region_code = sent.region_code"
            + " and known.facility_code = sent.facility_code and known.period = sent.period"
            + " and known.element_code = sent.element_code";

    private final SparkSession spark;
    private final Lake lake;
    private final String catalogue;
    private final Instant received;
    private final LakeRows rows;

    SubmissionWriter(SparkSession spark, Lake lake, String catalogue, Instant received) {
        this.spark = spark;
        this.lake = lake;
        this.catalogue = catalogue;
        this.received = received;
        this.rows = new LakeRows(catalogue, received);
    }

    /**
     * Writes.
     *
     * @param again numbers of submissions that were refused before and are replaced
     */
    void write(List<Submission> submissions, Set<String> again) {
        writeFiles(submissions);
        writeFindings(submissions, again);
        writeObservations(submissions);
        writeSubmissions(submissions, again);
    }

    private void writeFiles(List<Submission> submissions) {
        Object[] hashes =
                submissions.stream().map(submission -> submission.file().hash()).toArray();
        Set<String> there = new HashSet<>();
        lake.read(spark, LakeTables.FILE)
                .where(col("file_hash").isin(hashes))
                .select("file_hash")
                .collectAsList()
                .forEach(row -> there.add(row.getString(0)));
        append(
                LakeTables.FILE,
                submissions.stream()
                        .filter(submission -> there.add(submission.file().hash()))
                        .map(submission -> rows.file(submission.file()))
                        .toList());
    }

    private void writeFindings(List<Submission> submissions, Set<String> again) {
        if (!again.isEmpty()) {
            table(LakeTables.FINDING)
                    .delete(col("catalogue")
                            .equalTo(catalogue)
                            .and(col("submission_id").isin(again.toArray())));
        }
        append(
                LakeTables.FINDING,
                submissions.stream()
                        .flatMap(submission -> rows.findings(submission).stream())
                        .toList());
    }

    /** A value that a later file of the same batch replaced was known for no time: it is kept, from and to the same moment. */
    private void writeObservations(List<Submission> submissions) {
        Set<ObservationKey> replaced = new HashSet<>();
        List<Row> versions = new ArrayList<>();
        for (int i = submissions.size() - 1; i >= 0; i--) {
            Submission submission = submissions.get(i);
            for (Observation observation : submission.observations()) {
                boolean replacedLater = replaced.contains(observation.key());
                versions.add(rows.observation(submission, observation, replacedLater ? received : null));
            }
            submission.observations().stream()
                    .filter(Observation::replaces)
                    .map(Observation::key)
                    .forEach(replaced::add);
        }
        Collections.reverse(versions);
        if (replaced.isEmpty()) {
            append(LakeTables.OBSERVATION, versions);
        } else {
            correct(versions, replaced);
        }
    }

    /** Closes the versions that are replaced and adds the new ones, in one transaction. */
    private void correct(List<Row> versions, Set<ObservationKey> replaced) {
        Dataset<Row> added =
                dataset(versions, Lake.schema(LakeTables.OBSERVATION)).withColumn("closes", lit(false));
        Dataset<Row> closing =
                dataset(replaced.stream().map(rows::key).toList(), LakeRows.KEY).withColumn("closes", lit(true));
        Dataset<Row> sent = added.unionByName(closing, true);
        Object[] periods = replaced.stream()
                .map(ObservationKey::period)
                .distinct()
                .sorted()
                .toArray();
        Map<String, Column> columns = new LinkedHashMap<>();
        LakeTables.OBSERVATION.columnNames().forEach(name -> columns.put(name, col("sent." + name)));
        table(LakeTables.OBSERVATION)
                .as("known")
                .merge(
                        sent.as("sent"),
                        col("known.catalogue")
                                .equalTo(catalogue)
                                .and(col("known.period").isin(periods))
                                .and(expr("known.known_to is null and sent.closes and " + SAME_KEY)))
                .whenMatched()
                .update(Map.of("known_to", lit(received)))
                .whenNotMatched(expr("not sent.closes"))
                .insert(columns)
                .execute();
    }

    private void writeSubmissions(List<Submission> submissions, Set<String> again) {
        List<Row> sent = submissions.stream().map(rows::submission).toList();
        if (again.isEmpty()) {
            append(LakeTables.SUBMISSION, sent);
            return;
        }
        table(LakeTables.SUBMISSION)
                .as("known")
                .merge(
                        dataset(sent, Lake.schema(LakeTables.SUBMISSION)).as("sent"),
                        expr("known.catalogue = sent.catalogue and known.submission_id = sent.submission_id"))
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }

    private void append(Table table, List<Row> all) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Row> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            lake.append(dataset(chunk, Lake.schema(table)), table);
        }
    }

    /**
     * Rows as Spark's. Few stand in the plan itself; many do not, because the optimiser goes through all rows of a plan
     * with every one of its rules. One task writes one file of each period: of several, Delta would make one again, which
     * costs more than writing side by side gains.
     */
    private Dataset<Row> dataset(List<Row> some, StructType schema) {
        if (some.size() <= ROWS_IN_A_PLAN) {
            return spark.createDataFrame(some, schema).coalesce(1);
        }
        return spark.createDataFrame(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(some, 1), schema);
    }

    private DeltaTable table(Table table) {
        return DeltaTable.forPath(spark, lake.path(table).toString());
    }
}
