package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.Stage;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.table.Table;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * Element values seen over several periods: the period before, the year to date, the last periods. The same as the
 * engine's {@code previous(X)}, {@code ytd(X)} and {@code mean(X, n)}, except that a window has a value as soon as one of
 * its periods has; how many had one stands beside it, so that a reader may ask for more.
 *
 * <p>A nil report counts as 0. A period to which the element does not apply is not expected; one of which nothing is known
 * is expected and not present. Sums are exact; a mean is the nearest double to sum and count divided.
 */
public final class ElementWindows implements Stage {
    private static final Column USABLE = ValueStates.is(ValueStatus.REPORTED).or(ValueStates.is(ValueStatus.NIL));
    private static final Column MILLIONTHS = when(
                    ValueStates.is(ValueStatus.REPORTED), ExactValues.millionths(col("value")))
            .otherwise(lit(0L));

    private final Dataset<Row> rules;
    private final Dataset<Row> calendar;

    /**
     * @param rules one row per element: {@code element_code} and {@code over_time}, a word of {@link Accumulation}
     * @param calendar one row per period and window it belongs to: the parts of a {@link WindowCalendar}
     */
    public ElementWindows(Dataset<Row> rules, Dataset<Row> calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    @Override
    public Table input() {
        return GoldTables.ELEMENT_VALUE;
    }

    @Override
    public Table output() {
        return GoldTables.ELEMENT_WINDOW;
    }

    @Override
    public Dataset<Row> transform(Dataset<Row> values) {
        // A value belongs to up to twelve windows: the values of a cell come together before they are so many.
        return values.repartition(col("catalogue"), col("region_code"), col("element_code"), col("made_of"))
                .join(broadcast(calendar), "period")
                .groupBy("catalogue", "region_code", "target", "element_code", "made_of")
                .agg(
                        max(when(col("previous"), ValueStates.number())).as("previous_state"),
                        max(when(col("previous").and(USABLE), MILLIONTHS)).as("previous_millionths"),
                        sum(when(USABLE.and(col("in_year")), MILLIONTHS)).as("year_sum"),
                        last("in_year").as("year_last"),
                        countOf("in_year", USABLE).as("to_date_present"),
                        countOf("in_year", ValueStates.is(ValueStatus.NOT_APPLICABLE))
                                .as("year_without"),
                        max(col("year_periods")).as("year_periods"),
                        sum(when(USABLE.and(col("trailing")), MILLIONTHS)).as("trailing_sum"),
                        last("trailing").as("trailing_last"),
                        countOf("trailing", USABLE).as("trailing_present"),
                        countOf("trailing", ValueStates.is(ValueStatus.NOT_APPLICABLE))
                                .as("trailing_without"),
                        max(col("trailing_periods")).as("trailing_periods"))
                .join(broadcast(rules), "element_code")
                .withColumn("previous_status", ValueStates.ofNumber(col("previous_state")))
                .withColumn("previous", ExactValues.number(col("previous_millionths")))
                .withColumn("to_date", overTime("year_sum", "year_last", "to_date_present"))
                .withColumn("to_date_expected", col("year_periods").minus(col("year_without")))
                .withColumn("trailing", overTime("trailing_sum", "trailing_last", "trailing_present"))
                .withColumn("trailing_mean", mean("trailing_sum", "trailing_present"))
                .withColumn("trailing_expected", col("trailing_periods").minus(col("trailing_without")))
                .withColumnRenamed("target", "period")
                .select(GoldTables.ELEMENT_WINDOW.columnNames().stream()
                        .map(functions::col)
                        .toArray(Column[]::new));
    }

    /** The value of the latest period of a window that has one. */
    private static Column last(String window) {
        Column there = USABLE.and(col(window));
        return max_by(when(there, MILLIONTHS), when(there, col("position")));
    }

    private static Column countOf(String window, Column condition) {
        return count(when(condition.and(col(window)), lit(1))).cast(DataTypes.IntegerType);
    }

    private static Column overTime(String sum, String last, String present) {
        Column rule = col("over_time");
        return when(rule.equalTo(YamlNode.wordOf(Accumulation.LAST)), ExactValues.number(col(last)))
                .when(rule.equalTo(YamlNode.wordOf(Accumulation.MEAN)), mean(sum, present))
                .otherwise(ExactValues.number(col(sum)));
    }

    private static Column mean(String sum, String present) {
        return when(col(present).gt(0), ExactValues.number(col(sum))).divide(col(present));
    }
}
