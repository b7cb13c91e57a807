package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.wenheng.ingest.reference.ValueStatus;

/** How the states and origins of many values make the state and origin of one. */
final class ValueStates {
    private static final List<ValueStatus> STATES = List.of(ValueStatus.values());

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

    /** The column {@code status} as a number: numbers are compared faster than texts. */
    static Column number() {
        Column number = lit(numberOf(ValueStatus.NOT_REPORTED));
        // The most frequent is asked for first.
        for (ValueStatus status :
                List.of(ValueStatus.NOT_APPLICABLE, ValueStatus.SUPPRESSED, ValueStatus.NIL, ValueStatus.REPORTED)) {
            number = when(is(status), lit(numberOf(status))).otherwise(number);
        }
        return number;
    }

    /** The code of the state that has a number; not reported if the number is missing. */
    static Column ofNumber(Column number) {
        Column code = lit(ValueStatus.NOT_REPORTED.code());
        for (ValueStatus status : STATES) {
            code = when(coalesce(number, lit(-1)).equalTo(numberOf(status)), lit(status.code()))
                    .otherwise(code);
        }
        return code;
    }

    private static int numberOf(ValueStatus status) {
        return STATES.indexOf(status);
    }

    /** How many rows have a state, by a column {@code state} as {@link #number} makes it. */
    static Column countOfNumber(ValueStatus status) {
        return count(when(col("state").equalTo(numberOf(status)), lit(1)));
    }

    /** Which origins a group has, as a number: 1 real, 2 synthetic, 3 both. */
    static Column origins() {
        return bit_or(originNumber());
    }

    /** The column {@code origin} as such a number. */
    static Column originNumber() {
        return when(col("origin").equalTo("real"), lit(1))
                .when(col("origin").equalTo("synthetic"), lit(2))
                .otherwise(lit(3));
    }

    /** The word for such a number. */
    static Column originOf(Column origins) {
        return when(origins.equalTo(1), lit("real"))
                .when(origins.equalTo(2), lit("synthetic"))
                .otherwise(lit("mixed"));
    }
}
