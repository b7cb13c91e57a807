package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.KnownValue;

/**
 * Known values as whole numbers: a number of up to twelve digits before the point as its millionths, exactly; a reason for
 * no number and a larger number as codes below all of those.
 */
final class ValueCodes {
    /** Decimals that the lake keeps. */
    private static final int SCALE = 6;

    private static final BigDecimal LARGE = new BigDecimal("4000000000000");
    private static final List<ValueStatus> REASONS =
            List.of(ValueStatus.NIL, ValueStatus.NOT_APPLICABLE, ValueStatus.SUPPRESSED, ValueStatus.NOT_REPORTED);
    private static final long FIRST_REASON = Long.MIN_VALUE + 1;
    private static final long NUMBERS = Long.MIN_VALUE / 2;

    /** The code of a row whose number is too large; its number is read by itself. */
    static final long LARGE_IN_TABLE = FIRST_REASON + REASONS.size();

    private static final long FIRST_LARGE = LARGE_IN_TABLE + 1;

    private final List<BigDecimal> large = new ArrayList<>();

    /** The code of a row of observations. */
    static Column ofRow() {
        // A function of ours, because Spark multiplies decimals of this size ten times slower.
        Column code = when(
                col("status").equalTo(ValueStatus.REPORTED.code()),
                udf((UDF1<BigDecimal, Long>) ValueCodes::ofNumber, DataTypes.LongType)
                        .apply(col("value")));
        for (ValueStatus reason : REASONS) {
            code = code.when(col("status").equalTo(reason.code()), lit(FIRST_REASON + REASONS.indexOf(reason)));
        }
        return code;
    }

    private static Long ofNumber(BigDecimal number) {
        return number.abs().compareTo(LARGE) < 0
                ? number.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValue()
                : LARGE_IN_TABLE;
    }

    /** The code of a value. */
    long of(KnownValue value) {
        BigDecimal number = value.value();
        if (number == null) {
            return FIRST_REASON + REASONS.indexOf(value.status());
        }
        long code = ofNumber(number);
        if (code == LARGE_IN_TABLE) {
            large.add(number);
            return FIRST_LARGE + large.size() - 1;
        }
        return code;
    }

    /** The value of a code; null for {@link Track#NOTHING}. */
    @Nullable
    KnownValue value(long code) {
        if (code == Track.NOTHING) {
            return null;
        }
        BigDecimal number = number(code);
        return number == null
                ? new KnownValue(REASONS.get((int) (code - FIRST_REASON)), null)
                : new KnownValue(ValueStatus.REPORTED, number);
    }

    /** The number of a code; null if the code stands for none. */
    @Nullable
    BigDecimal number(long code) {
        if (code > NUMBERS) {
            return BigDecimal.valueOf(code, SCALE);
        }
        return code >= FIRST_LARGE ? large.get((int) (code - FIRST_LARGE)) : null;
    }
}
