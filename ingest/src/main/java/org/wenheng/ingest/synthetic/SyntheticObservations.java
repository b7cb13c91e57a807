package org.wenheng.ingest.synthetic;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.generate.bulk.AnomalyRule.Effect;
import org.wenheng.ingest.generate.bulk.Block;
import org.wenheng.ingest.generate.bulk.BulkPlan;
import org.wenheng.ingest.generate.bulk.BulkRules;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * The observations of a plan. Every value is a function of seed, facility, element and month, made of Catalyst expressions
 * alone: any counties and months can be made alone, on any number of cores, and give the same rows.
 */
public final class SyntheticObservations {
    private static final int DIGITS = 5;

    private final BulkPlan plan;
    private final BulkRules rules;
    private final Draw draw;

    /** The observations of a plan. */
    public SyntheticObservations(BulkPlan plan) {
        this.plan = plan;
        this.rules = plan.rules();
        this.draw = new Draw(plan.order().seed());
    }

    /** Which values are made. */
    enum Extent {
        /** All values, anomalies among them. */
        ALL,
        /** Only those in which an anomaly was planted, as they then are. */
        PLANTED,
        /** Only those in which an anomaly was planted, as they would have been. */
        UNTOUCHED
    }

    /**
     * The observations of some months.
     *
     * @param slices partitions; more of them do not change any row
     * @return the columns of {@link LakeTables#OBSERVATION}
     */
    public Dataset<Row> of(SparkSession spark, Collection<Period> periods, int slices) {
        return columns(values(spark, plan.blocks(periods), periods, slices, Extent.ALL));
    }

    /**
     * Values with all that they were made of: their place, {@code planting}, {@code status}, {@code number} as a whole number.
     *
     * @param blocks in which they stand
     * @param periods of these blocks
     */
    Dataset<Row> values(SparkSession spark, List<Block> blocks, Collection<Period> periods, int slices, Extent extent) {
        Set<Period> wanted = Set.copyOf(periods);
        Dataset<Row> plantings = RuleRows.plantings(
                spark,
                plan.plantings().stream()
                        .filter(planting -> wanted.contains(planting.period()))
                        .collect(Collectors.toList()));
        Dataset<Row> cells = RuleRows.blocks(spark, blocks, slices)
                .join(broadcast(RuleRows.rules(spark, rules)), "kind")
                .join(
                        broadcast(plantings),
                        new String[] {"region_code", "month", "element_code"},
                        extent == Extent.ALL ? "left" : "inner")
                .withColumn("planted", planted());
        Dataset<Row> blocksOfElements = effects(extent == Extent.ALL ? cells : cells.where("planted"), extent);
        // A coalesce to as many partitions moves nothing; it ends a method of generated code. One for all would have
        // 32,000 bytes, and the JVM leaves methods above 8,000 bytes uncompiled: three times slower.
        return statuses(numbers(facilities(blocksOfElements.coalesce(slices))).coalesce(slices));
    }

    /** Whether an anomaly stands in the block: in all facilities of a county, or in this one. */
    private static Column planted() {
        Column here = col("place")
                .isNull()
                .or(col("alone")
                        .and(col("kind").equalTo(col("place_kind")))
                        .and(col("first").equalTo(col("place"))));
        return col("planting").isNotNull().and(here);
    }

    /** What the facilities of a block have in common in an element. A copy is made by looking at the month it comes from. */
    private Dataset<Row> effects(Dataset<Row> cells, Extent extent) {
        Column touched = col("planted").and(lit(extent != Extent.UNTOUCHED));
        Column copied = touched.and(col("effect").equalTo(word(Effect.COPIED)));
        Column multiple = touched.and(col("effect").equalTo(word(Effect.ROUNDED)));
        Column factor = touched.and(col("effect").equalTo(word(Effect.TIMES)));
        return cells.withColumn("seen_month", when(copied, col("source")).otherwise(col("month")))
                .withColumn("of_month", when(col("stock"), lit(0)).otherwise(col("seen_month")))
                .withColumn("common", common(""))
                .withColumn("whole_common", common("whole_"))
                .withColumn("factor", when(factor, col("effect_size")).otherwise(lit(1.0)))
                .withColumn(
                        "multiple",
                        when(multiple, col("effect_size").cast(LongType)).otherwise(lit(1L)))
                .withColumn("corrected", col("correction").isNotNull());
    }

    private Column common(String prefix) {
        BulkRules.County county = rules.county();
        Column season = element_at(
                col(prefix + "season"), col("seen_month").mod(lit(12)).plus(lit(1)));
        Column years = col("seen_month").minus(lit(rules.baseYear() * 12)).divide(lit(12.0));
        Column lasting = col(prefix + "level")
                .plus(col(prefix + "loading").multiply(col("county")))
                .plus(season)
                .plus(col(prefix + "growth").multiply(years));
        Column monthly = draw.bell("county-month", col("region_key"), col("of_month"))
                .multiply(lit(county.month()))
                .multiply(col(prefix + "loading"))
                .plus(draw.bell("county-element-month", col("region_key"), col(prefix + "key"), col("of_month"))
                        .multiply(lit(county.elementMonth())));
        return when(col("stock"), lasting).otherwise(lasting.plus(monthly));
    }

    /** One row a facility, with what it has in common in all elements. */
    private Dataset<Row> facilities(Dataset<Row> blocks) {
        Column monthly = draw.bell("month", col("facility"), col("of_month")).multiply(lit(rules.facilityMonth()));
        return blocks.withColumn("ordinal", explode(sequence(col("first"), col("last"))))
                .withColumn("facility", draw.hash("facility", col("region_key"), col("kind_key"), col("ordinal")))
                .withColumn(
                        "size",
                        col("size_spread")
                                .multiply(draw.bell("size", col("facility")))
                                .plus(when(col("stock"), lit(0.0)).otherwise(monthly)));
    }

    /** The whole numbers that facilities report, and whether a correction changes them. */
    private Dataset<Row> numbers(Dataset<Row> facilities) {
        Column share = least(col("most"), exp(logarithm("")));
        Column whole = when(
                        col("part"), count(exp(logarithm("whole_")), "whole_").cast(DoubleType))
                .otherwise(lit(1.0));
        Column changed = col("corrected")
                .and(col("applies"))
                .and(draw.uniform("corrected", col("facility"), col("key"), col("month"))
                        .lt(lit(rules.reports().correctedValues())));
        return facilities
                .withColumn("changed", changed)
                .where(col("changed").or(not(col("superseded"))))
                .withColumn("untouched", count(share.multiply(whole), ""))
                .withColumn("number", touched());
    }

    private Column logarithm(String prefix) {
        return col(prefix + "common")
                .plus(col(prefix + "loading").multiply(col("size")))
                .plus(col(prefix + "peculiar").multiply(draw.bell("peculiar", col("facility"), col(prefix + "key"))))
                .plus(col(prefix + "noise")
                        .multiply(draw.bell("noise", col("facility"), col(prefix + "key"), col("of_month"))));
    }

    /** Brought to a whole number by chance, so that small counts keep their mean. */
    private Column count(Column amount, String prefix) {
        return floor(amount.plus(draw.uniform("rounding", col("facility"), col(prefix + "key"), col("of_month"))));
    }

    private static Column touched() {
        Column value = col("untouched").cast(DoubleType);
        Column times = floor(value.multiply(col("factor")).plus(lit(0.5)));
        Column rounded = floor(value.divide(col("multiple").cast(DoubleType)).plus(lit(0.5)))
                .multiply(col("multiple"));
        return when(col("factor").notEqual(lit(1.0)), times)
                .when(col("multiple").notEqual(lit(1L)), rounded)
                .otherwise(col("untouched"));
    }

    /**
     * The status of each value. What a correction changes is a number afterwards, and before it was a wrong one, missing or
     * a nil report.
     */
    private Dataset<Row> statuses(Dataset<Row> numbers) {
        Column blank = draw.uniform("no-report", col("facility"), col("seen_month"))
                .lt(col("missing"))
                .or(draw.uniform("no-value", col("facility"), col("key"), col("seen_month"))
                        .lt(lit(rules.reports().missingValues())));
        Column nil = col("number")
                .equalTo(lit(0L))
                .and(draw.uniform("nil", col("facility"), col("key"), col("seen_month"))
                        .lt(col("nil")));
        Column wrong = floor(col("number")
                .cast(DoubleType)
                .multiply(exp(draw.bell("wrong", col("facility"), col("key"), col("month"))
                        .multiply(lit(rules.reports().correctedBy()))))
                .plus(lit(0.5)));
        Column replaced =
                when(wrong.equalTo(col("number")), wrong.plus(lit(1L))).otherwise(wrong);
        return numbers.withColumn(
                        "status",
                        when(not(col("applies")), code(ValueStatus.NOT_APPLICABLE))
                                .when(col("changed").and(not(col("superseded"))), code(ValueStatus.REPORTED))
                                .when(blank, code(ValueStatus.NOT_REPORTED))
                                .when(nil, code(ValueStatus.NIL))
                                .otherwise(code(ValueStatus.REPORTED)))
                .withColumn("number", when(col("superseded"), replaced).otherwise(col("number")));
    }

    private Dataset<Row> columns(Dataset<Row> values) {
        Column reported = col("status").equalTo(code(ValueStatus.REPORTED));
        Column latest = col("changed").and(not(col("superseded")));
        return values.select(
                lit(plan.catalogue().code()).as("catalogue"),
                col("region_code"),
                facilityCode().as("facility_code"),
                concat(col("region_name"), lit("第"), col("ordinal").cast(StringType), col("title"), lit(rules.mark()))
                        .as("facility_name"),
                col("period"),
                col("element_code"),
                col("status"),
                when(reported, col("number").cast(createDecimalType(28, 6))).as("value"),
                when(latest, col("correction")).otherwise(col("submission")).as("submission_id"),
                lit("").as("sheet"),
                lit("").as("cell"),
                when(reported, col("number").cast(StringType))
                        .when(col("status").equalTo(code(ValueStatus.NIL)), lit("无"))
                        .when(col("applies"), lit(""))
                        .otherwise(lit("—"))
                        .as("given"),
                lit("synthetic").as("origin"),
                when(latest, col("corrected_at")).otherwise(col("received_at")).as("known_from"),
                when(col("superseded"), col("corrected_at")).as("known_to"));
    }

    private static Column code(ValueStatus status) {
        return lit(status.code());
    }

    /** Region, kind and number. */
    static Column facilityCode() {
        return concat(
                col("region_code"), lit("-"), col("letter"), lpad(col("ordinal").cast(StringType), DIGITS, "0"));
    }

    private static String word(Effect effect) {
        return YamlNode.wordOf(effect);
    }
}
