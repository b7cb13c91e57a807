package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.wenheng.ingest.reference.ValueStatus;

/** How the states and origins of many values make the state and origin of one. */
final class ValueStates {
    private ValueStates() {}

    /** Whether the column {@code status} says so. */
    static Column is(ValueStatus status) {
        return col("status").equalTo(status.code());
    }

    /** How many rows have a state. */
    static Column countOf(ValueStatus status) {
        return count(when(is(status), lit(1)));
    }

    /**
     * The state of a group without a number is the first of these that any of its members has: nil, suppressed, not
     * reported, not applicable. Asks for the counts {@code numbers}, {@code nils}, {@code suppressed}, {@code missing}.
     */
    static Column ofCounts() {
        Column status = lit(ValueStatus.NOT_APPLICABLE.code());
        for (var other : List.of(
                List.of("missing", ValueStatus.NOT_REPORTED.code()),
                List.of("suppressed", ValueStatus.SUPPRESSED.code()),
                List.of("nils", ValueStatus.NIL.code()),
                List.of("numbers", ValueStatus.REPORTED.code()))) {
            status = when(col(other.get(0)).gt(0), lit(other.get(1))).otherwise(status);
        }
        return status;
    }

    /** Which origins a group has, as a number: 1 real, 2 synthetic, 3 both. */
    static Column origins() {
        return bit_or(when(col("origin").equalTo("real"), lit(1))
                .when(col("origin").equalTo("synthetic"), lit(2))
                .otherwise(lit(3)));
    }

    /** The word for such a number. */
    static Column originOf(Column origins) {
        return when(origins.equalTo(1), lit("real"))
                .when(origins.equalTo(2), lit("synthetic"))
                .otherwise(lit("mixed"));
    }
}
