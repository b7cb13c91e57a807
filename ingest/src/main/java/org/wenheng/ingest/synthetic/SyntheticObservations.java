package org.wenheng.ingest.synthetic;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
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

    /** All that is known of each value: its place, {@code planting}, {@code status} and {@code number}, as a whole number. */
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
        return numbers(facilities(effects(extent == Extent.ALL ? cells : cells.where("planted"), extent)));
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
        Column copied = col("planted").and(col("effect").equalTo(word(Effect.COPIED)));
        Column month = extent == Extent.UNTOUCHED
                ? col("month")
                : when(copied, col("source")).otherwise(col("month"));
        return cells.withColumn("of_month", when(col("stock"), lit(0)).otherwise(month))
                .withColumn("seen_month", month)
                .withColumn("common", common(""))
                .withColumn("whole_common", when(col("whole_key").isNotNull(), common("whole_")))
                .withColumn("effect", extent == Extent.UNTOUCHED ? lit(null) : when(col("planted"), col("effect")));
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
        Column key = draw.hash("facility", col("region_key"), col("kind_key"), col("ordinal"));
        return blocks.withColumn("ordinal", explode(sequence(col("first"), col("last"))))
                .withColumn("facility", key)
                .withColumn(
                        "size",
                        col("size_spread")
                                .multiply(draw.bell("size", col("facility")))
                                .plus(when(col("stock"), lit(0.0))
                                        .otherwise(draw.bell("month", col("facility"), col("of_month"))
                                                .multiply(lit(rules.facilityMonth())))));
    }

    private Dataset<Row> numbers(Dataset<Row> facilities) {
        Column untouched = when(col("whole_key").isNull(), count(amount(""), col("key")))
                .otherwise(count(amount("").multiply(count(amount("whole_"), col("whole_key"))), col("key")));
        Column blank = draw.uniform("no-report", col("facility"), col("seen_month"))
                .lt(lit(rules.reports().missingFacilities()))
                .or(draw.uniform("no-value", col("facility"), col("key"), col("seen_month"))
                        .lt(lit(rules.reports().missingValues())));
        Column nil = col("number")
                .equalTo(lit(0L))
                .and(draw.uniform("nil", col("facility"), col("key"), col("seen_month"))
                        .lt(col("nil")));
        return facilities
                .withColumn("true_number", untouched)
                .withColumn("number", touched(col("true_number")))
                .withColumn(
                        "status",
                        when(col("level").isNull(), lit(ValueStatus.NOT_APPLICABLE.code()))
                                .when(blank, lit(ValueStatus.NOT_REPORTED.code()))
                                .when(nil, lit(ValueStatus.NIL.code()))
                                .otherwise(lit(ValueStatus.REPORTED.code())));
    }

    private Column amount(String prefix) {
        Column logarithm = col(prefix + "common")
                .plus(col(prefix + "loading").multiply(col("size")))
                .plus(col(prefix + "peculiar").multiply(draw.bell("peculiar", col("facility"), col(prefix + "key"))))
                .plus(col(prefix + "noise")
                        .multiply(draw.bell("noise", col("facility"), col(prefix + "key"), col("of_month"))));
        return prefix.isEmpty() ? least(col("most"), exp(logarithm)) : exp(logarithm);
    }

    /** Brought to a whole number by chance, so that small counts keep their mean. */
    private Column count(Column amount, Column key) {
        return floor(amount.plus(draw.uniform("rounding", col("facility"), key, col("of_month"))));
    }

    private static Column touched(Column number) {
        Column size = col("effect_size");
        return when(
                        col("effect").equalTo(word(Effect.TIMES)),
                        floor(number.cast(DataTypes.DoubleType).multiply(size).plus(lit(0.5))))
                .when(
                        col("effect").equalTo(word(Effect.ROUNDED)),
                        floor(number.cast(DataTypes.DoubleType).divide(size).plus(lit(0.5)))
                                .multiply(size.cast(DataTypes.LongType)))
                .otherwise(number);
    }

    /**
     * The values as versions: a corrected report changes a share of them. Of the values that it replaced only those are made;
     * they were wrong by a factor, and never equal to what is right.
     */
    private Dataset<Row> columns(Dataset<Row> values) {
        Column changed = col("correction")
                .isNotNull()
                .and(col("status").equalTo(lit(ValueStatus.REPORTED.code())))
                .and(draw.uniform("corrected", col("facility"), col("key"), col("month"))
                        .lt(lit(rules.reports().correctedValues())));
        Column wrong = floor(col("number")
                .cast(DataTypes.DoubleType)
                .multiply(exp(draw.bell("wrong", col("facility"), col("key"), col("month"))
                        .multiply(lit(rules.reports().correctedBy()))))
                .plus(lit(0.5)));
        Dataset<Row> versions = values.withColumn("changed", coalesce(changed, lit(false)))
                .where(col("changed").or(col("superseded").equalTo(lit(false))))
                .withColumn(
                        "number",
                        when(
                                        col("superseded"),
                                        when(wrong.equalTo(col("number")), wrong.plus(lit(1L)))
                                                .otherwise(wrong))
                                .otherwise(col("number")));
        Column reported = col("status").equalTo(lit(ValueStatus.REPORTED.code()));
        Column latest = col("changed").and(col("superseded").equalTo(lit(false)));
        return versions.select(
                lit(plan.catalogue().code()).as("catalogue"),
                col("region_code"),
                facilityCode().as("facility_code"),
                concat(
                                col("region_name"),
                                lit("第"),
                                col("ordinal").cast(DataTypes.StringType),
                                col("title"),
                                lit(rules.mark()))
                        .as("facility_name"),
                col("period"),
                col("element_code"),
                col("status"),
                when(reported, col("number").cast(DataTypes.createDecimalType(28, 6)))
                        .as("value"),
                when(latest, col("correction")).otherwise(col("submission")).as("submission_id"),
                lit("").as("sheet"),
                lit("").as("cell"),
                when(reported, col("number").cast(DataTypes.StringType))
                        .when(col("status").equalTo(lit(ValueStatus.NIL.code())), lit("无"))
                        .when(col("status").equalTo(lit(ValueStatus.NOT_APPLICABLE.code())), lit("—"))
                        .otherwise(lit(""))
                        .as("given"),
                lit("synthetic").as("origin"),
                when(latest, col("corrected_at")).otherwise(col("received_at")).as("known_from"),
                when(col("superseded"), col("corrected_at")).as("known_to"));
    }

    /** Region, kind and number. */
    static Column facilityCode() {
        return concat(
                col("region_code"),
                lit("-"),
                col("letter"),
                lpad(col("ordinal").cast(DataTypes.StringType), DIGITS, "0"));
    }

    private static String word(Effect effect) {
        return YamlNode.wordOf(effect);
    }
}
