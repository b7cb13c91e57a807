package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.CheckedFile;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.KnownValue;
import org.wenheng.ingest.submission.Observation;

/** What is known now about the keys of a batch, and what its files add one after the other. */
final class KnownNow implements Known {
    /** With more regions than this the filter costs more than it saves. */
    private static final int REGIONS_IN_FILTER = 500;

    private final Map<ObservationKey, KnownValue> values = new HashMap<>();

    /**
     * Reads what is known about the regions, periods and elements of some files.
     *
     * @param observations the table of observations
     * @param received when the files came; nothing they speak of may have become known later
     * @throws InputRefusedException if something did: history is not rewritten
     */
    static KnownNow about(
            Dataset<Row> observations, String catalogue, Collection<CheckedFile> files, Instant received) {
        Set<String> regions = new HashSet<>();
        Set<String> periods = new HashSet<>();
        Set<String> elements = new HashSet<>();
        for (CheckedFile file : files) {
            for (CheckedCell cell : file.cells()) {
                ObservationKey key = cell.key();
                if (key != null) {
                    regions.add(key.regionCode());
                    periods.add(key.period());
                    elements.add(key.elementCode());
                }
            }
        }
        Dataset<Row> now = observations
                .where(col("catalogue").equalTo(catalogue))
                .where(col("known_to").isNull())
                .where(col("period").isin(periods.toArray()))
                .where(col("element_code").isin(elements.toArray()));
        if (regions.size() <= REGIONS_IN_FILTER) {
            now = now.where(col("region_code").isin(regions.toArray()));
        }
        return of(now, received);
    }

    private static KnownNow of(Dataset<Row> now, Instant received) {
        KnownNow known = new KnownNow();
        for (Row row : now.select(
                        "region_code", "facility_code", "period", "element_code", "status", "value", "known_from")
                .collectAsList()) {
            Instant from = row.getTimestamp(6).toInstant();
            if (from.isAfter(received)) {
                throw InputRefusedException.of(
                        "RECEIVED_BEFORE_KNOWN",
                        "--received-at",
                        "接收时间 %s 早于已知数据的时间 %s;历史不可改写,请使用更晚的接收时间".formatted(received, from),
                        "The time of receipt %s is before %s, when later data became known; history is not rewritten, use a later time"
                                .formatted(received, from));
            }
            known.values.put(
                    new ObservationKey(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
                    new KnownValue(ValueStatus.ofCode(row.getString(4)), row.getDecimal(5)));
        }
        return known;
    }

    /** From now on these are known. */
    void learn(Collection<Observation> observations) {
        observations.forEach(observation -> values.put(observation.key(), observation.value()));
    }

    @Override
    public @Nullable KnownValue find(ObservationKey key) {
        return values.get(key);
    }
}
