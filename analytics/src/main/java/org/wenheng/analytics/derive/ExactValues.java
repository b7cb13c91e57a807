package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.UnscaledValue;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataTypes;

/**
 * Exact numbers as whole millionths: a value of the tables, which has six decimals, times 10⁶ is a {@code long}. Sums of
 * longs are exact in any order and several times faster than sums of decimals. They reach to ±9.2 × 10¹²; beyond that
 * Spark throws an {@link ArithmeticException} and nothing is wrong silently.
 */
final class ExactValues {
    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

    private ExactValues() {}

    /** The millionths of a value of type decimal(28,6). */
    static Column millionths(Column value) {
        return ExpressionUtils.column(new UnscaledValue(ExpressionUtils.expression(value)));
    }

    /** The value of so many millionths, as decimal(28,6). */
    static Column value(Column millionths) {
        return millionths
                .cast(DataTypes.createDecimalType(20, 0))
                .multiply(lit(MILLIONTH))
                .cast(DataTypes.createDecimalType(28, 6));
    }

    /** The value of so many millionths as the nearest double. */
    static Column number(Column millionths) {
        return millionths.cast(DataTypes.DoubleType).divide(lit(1e6));
    }

    /**
     * The mean as decimal(28,6), to the last digit as Spark's {@code avg} of such decimals gives it: rounded half up to ten
     * decimals and then to six.
     */
    static Column mean(Column millionths, Column count) {
        return when(count.gt(0), value(millionths))
                .divide(count.cast(DataTypes.createDecimalType(20, 0)))
                .cast(DataTypes.createDecimalType(32, 10))
                .cast(DataTypes.createDecimalType(28, 6));
    }
}
