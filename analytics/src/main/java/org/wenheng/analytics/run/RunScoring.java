package org.wenheng.analytics.run;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.wenheng.analytics.derive.ElementValues;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/**
 * What a run reads: one version of the observations, as known at one moment. A run and its verification read by this
 * class, so that they cannot differ in how.
 *
 * @param observationVersion Delta version of {@link LakeTables#OBSERVATION}
 * @param knownAt what became known later is not read
 */
record RunScoring(
        SparkSession spark, Lake lake, Catalogue catalogue, Scheme scheme, long observationVersion, Instant knownAt) {

    /** The observations of the catalogue in that version, known or not. */
    Dataset<Row> observations() {
        return lake.read(spark, LakeTables.OBSERVATION, observationVersion)
                .where(col("catalogue").equalTo(catalogue.code()));
    }

    /**
     * Where the observations that were known are from: {@code real}, {@code synthetic} or {@code mixed}.
     *
     * @throws InputRefusedException if none was known
     */
    String origin() {
        return origin(elementValues());
    }

    /** The same, by values that are derived from these observations and say where they are from. */
    String origin(Dataset<Row> elementValues) {
        List<String> origins =
                elementValues
                        .where(col("catalogue").equalTo(catalogue.code()))
                        .select("origin")
                        .distinct()
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0))
                        .toList();
        if (origins.isEmpty()) {
            throw InputRefusedException.of(
                    "NO_OBSERVATIONS",
                    catalogue.code(),
                    "数据湖里没有目录 %s 在 %s 已知的观测值,请先运行 ./wenheng ingest".formatted(catalogue.code(), knownAt),
                    "The lake has no observations of %s known at %s; run ./wenheng ingest first"
                            .formatted(catalogue.code(), knownAt));
        }
        return origins.size() == 1 ? origins.get(0) : "mixed";
    }

    /** The element values of all regions and periods, derived from what was known. */
    Dataset<Row> elementValues() {
        return ElementValues.derive(observations(), catalogue, knownAt);
    }

    /** The panel for one period, derived anew: nothing of what runs keep is read. */
    ElementPanel panel(Period period) {
        return ElementValues.panel(GoldPanel.rows(elementValues(), scheme, List.of(period)));
    }
}
