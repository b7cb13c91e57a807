package org.wenheng.ingest.lake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.submission.Observation;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.yaml.YamlNode;

/** Turns what was collected into rows, in the order of the columns that {@link LakeTables} declares. */
final class LakeRows {
    /** The columns that tell what an observation is about. */
    static final StructType KEY = new StructType()
            .add("catalogue", DataTypes.StringType)
            .add("region_code", DataTypes.StringType)
            .add("facility_code", DataTypes.StringType)
            .add("period", DataTypes.StringType)
            .add("element_code", DataTypes.StringType);

    private final String catalogue;
    private final Instant received;

    LakeRows(String catalogue, Instant received) {
        this.catalogue = catalogue;
        this.received = received;
    }

    Row file(SentFile file) {
        return RowFactory.create(file.hash(), file.name(), file.size(), file.bytes(), received);
    }

    Row submission(Submission submission) {
        return RowFactory.create(
                catalogue,
                submission.id(),
                submission.file().hash(),
                submission.file().name(),
                submission.mapping(),
                submission.regionCode(),
                submission.period(),
                submission.verdict().code(),
                submission.encoding(),
                submission.ledger().read(),
                submission.ledger().accepted(),
                submission.ledger().refused(),
                submission.ledger().unchanged(),
                origin(submission.synthetic()),
                received);
    }

    List<Row> findings(Submission submission) {
        List<Row> rows = new ArrayList<>();
        for (Finding finding : submission.findings()) {
            rows.add(RowFactory.create(
                    catalogue,
                    submission.id(),
                    rows.size() + 1,
                    finding.code(),
                    YamlNode.wordOf(finding.severity()),
                    finding.sheet(),
                    finding.cell(),
                    finding.regionCode(),
                    finding.period(),
                    finding.elementCode(),
                    finding.given(),
                    finding.message().chinese(),
                    finding.message().english(),
                    finding.advice().chinese(),
                    finding.advice().english(),
                    finding.explanation()));
        }
        return rows;
    }

    /** @param knownTo when another value replaced it; null if none did */
    Row observation(Submission submission, Observation observation, @Nullable Instant knownTo) {
        return RowFactory.create(
                catalogue,
                observation.key().regionCode(),
                observation.key().facilityCode(),
                observation.facilityName(),
                observation.key().period(),
                observation.key().elementCode(),
                observation.value().status().code(),
                observation.value().value(),
                submission.id(),
                observation.sheet(),
                observation.cell(),
                observation.given(),
                origin(observation.synthetic()),
                received,
                knownTo);
    }

    /** A row of {@link #KEY}. */
    Row key(ObservationKey key) {
        return RowFactory.create(catalogue, key.regionCode(), key.facilityCode(), key.period(), key.elementCode());
    }

    private static String origin(boolean synthetic) {
        return synthetic ? "synthetic" : "real";
    }
}
