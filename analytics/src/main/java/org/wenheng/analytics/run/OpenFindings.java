package org.wenheng.analytics.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.lake.AsKnown;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.reference.Period;

/**
 * Relations between values that do not hold and were not explained, by period and region, as known at a moment. A finding
 * counts while its cell is the source of a value that is known; a correction ends it. Of the findings with one code about one
 * value the latest says whether it was explained.
 */
final class OpenFindings {
    /** Codes of findings that say that a relation between values does not hold. */
    private static final Set<String> RELATIONS = Set.of(
            "PART_ABOVE_WHOLE",
            "PARTS_ABOVE_WHOLE",
            "SUM_NOT_WHOLE",
            "RATIO_OUT_OF_BOUNDS",
            "POSITIVE_WITHOUT_BASIS",
            "RUNNING_TOTAL_FELL");

    private OpenFindings() {}

    /** A value with one finding. */
    private record About(String code, String region, String period, String element, String given) {}

    /** The cell that a finding is about. */
    private record Cell(String submission, String sheet, String cell) {}

    /**
     * Counts by period code, then by region.
     *
     * @param submissionVersion Delta version of the submissions that count; negative if there are none
     */
    static Map<String, Map<String, Integer>> count(RunScoring source, long submissionVersion, List<Period> periods) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        if (submissionVersion < 0 || !source.lake().has(LakeTables.FINDING)) {
            return counts;
        }
        Column asked = col("period").isin(periods.stream().map(Period::code).toArray());
        Dataset<Row> submissions = source.lake()
                .read(source.spark(), LakeTables.SUBMISSION, submissionVersion)
                .where(col("catalogue").equalTo(source.catalogue().code()))
                .where(col("received_at").leq(lit(source.knownAt())))
                .select("submission_id", "received_at");
        List<Row> findings = source.lake()
                .read(source.spark(), LakeTables.FINDING)
                .where(col("catalogue").equalTo(source.catalogue().code()))
                .where(asked)
                .where(col("code").isin(RELATIONS.toArray()))
                .join(submissions, "submission_id")
                .orderBy("received_at", "submission_id", "finding_number")
                .select(
                        "submission_id",
                        "sheet",
                        "cell",
                        "code",
                        "region_code",
                        "period",
                        "element_code",
                        "given",
                        "explanation")
                .collectAsList();
        if (findings.isEmpty()) {
            return counts;
        }
        Set<Cell> known = known(source, asked, findings);
        Map<About, Boolean> explained = new HashMap<>();
        Set<About> current = new HashSet<>();
        for (Row finding : findings) {
            About about =
                    new About(text(finding, 3), text(finding, 4), text(finding, 5), text(finding, 6), text(finding, 7));
            String explanation = finding.getString(8);
            explained.put(about, explanation != null && Finding.explains(explanation));
            if (known.contains(new Cell(text(finding, 0), text(finding, 1), text(finding, 2)))) {
                current.add(about);
            }
        }
        current.stream()
                .filter(about -> Boolean.FALSE.equals(explained.get(about)))
                .forEach(about -> counts.computeIfAbsent(about.period(), period -> new HashMap<>())
                        .merge(about.region(), 1, Integer::sum));
        return counts;
    }

    private static Set<Cell> known(RunScoring source, Column asked, List<Row> findings) {
        Dataset<Row> cells = source.spark()
                .createDataFrame(findings, findings.get(0).schema())
                .select("submission_id", "sheet", "cell")
                .distinct();
        Set<Cell> known = new HashSet<>();
        new AsKnown(source.knownAt())
                .apply(source.observations().where(asked))
                .join(
                        broadcast(cells),
                        List.of("submission_id", "sheet", "cell").toArray(String[]::new),
                        "left_semi")
                .select("submission_id", "sheet", "cell")
                .collectAsList()
                .forEach(row -> known.add(new Cell(text(row, 0), text(row, 1), text(row, 2))));
        return known;
    }

    private static String text(Row row, int column) {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
