package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.wenheng.ingest.table.Table;

/** Keeps the version of each observation that was known at a moment; what came later, or was replaced before, goes. */
public final class AsKnown implements Stage {
    private final Instant moment;

    public AsKnown(Instant moment) {
        this.moment = moment;
    }

    @Override
    public Table input() {
        return LakeTables.OBSERVATION;
    }

    @Override
    public Table output() {
        return LakeTables.OBSERVATION;
    }

    @Override
    public Dataset<Row> transform(Dataset<Row> observations) {
        return observations
                .where(col("known_from").leq(lit(moment)))
                .where(col("known_to").isNull().or(col("known_to").gt(lit(moment))));
    }
}
