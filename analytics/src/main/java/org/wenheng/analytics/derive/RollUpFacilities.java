package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.lake.Stage;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.table.Table;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * Adds the facilities of a region up to the region, element by element, by the element's rule (sum, mean, maximum).
 *
 * <p>Sums are exact, so the order of the rows cannot show. A missing facility is left out and counted: the value then rests
 * on {@code reported} of {@code expected} observations. A nil report counts as nothing in a sum. Facilities to which the
 * element does not apply are not expected. If no facility gives a number, the region has the first of these that any
 * facility has: nil, suppressed, not reported, not applicable.
 */
public final class RollUpFacilities implements Stage {
    private static final Column MILLIONTHS =
            when(ValueStates.is(ValueStatus.REPORTED), ExactValues.millionths(col("value")));

    private final Dataset<Row> rules;
    private final String catalogue;

    /**
     * @param rules one row per element: {@code element_code} and {@code over_facilities}, a word of {@link RollUp}
     * @param catalogue code of the one catalogue of which observations will come
     */
    public RollUpFacilities(Dataset<Row> rules, String catalogue) {
        this.catalogue = catalogue;
        this.rules = rules;
    }

    @Override
    public Table input() {
        return LakeTables.OBSERVATION;
    }

    @Override
    public Table output() {
        return GoldTables.ELEMENT_VALUE;
    }

    /**
     * What is done for each observation decides the time: texts are looked at once, and the rules are joined to the groups, of
     * which there are hundreds of times fewer.
     */
    @Override
    public Dataset<Row> transform(Dataset<Row> observations) {
        return observations
                .select(
                        col("region_code"),
                        col("period"),
                        col("element_code"),
                        ValueStates.number().as("state"),
                        ValueStates.originNumber().as("origin"),
                        MILLIONTHS.as("millionths"))
                .groupBy("region_code", "period", "element_code")
                .agg(
                        sum("millionths").as("sum"),
                        max("millionths").as("maximum"),
                        count("millionths").as("numbers"),
                        ValueStates.countOfNumber(ValueStatus.NIL).as("nils"),
                        ValueStates.countOfNumber(ValueStatus.SUPPRESSED).as("suppressed"),
                        ValueStates.countOfNumber(ValueStatus.NOT_APPLICABLE).as("not_applicable"),
                        count(lit(1)).as("observations"),
                        bit_or(col("origin")).as("origins"))
                .withColumn("catalogue", lit(catalogue))
                .withColumn(
                        "missing",
                        col("observations")
                                .minus(col("numbers").plus(col("nils")).plus(col("suppressed")))
                                .minus(col("not_applicable")))
                .join(broadcast(rules), "element_code")
                .withColumn("status", ValueStates.ofCounts())
                .withColumn("value", value())
                .withColumn("reported", col("numbers").plus(col("nils")).cast(DataTypes.IntegerType))
                .withColumn(
                        "expected",
                        col("observations").minus(col("not_applicable")).cast(DataTypes.IntegerType))
                .withColumn("made_of", lit(ElementValues.OWN))
                .withColumn("weights_from", lit(null).cast(DataTypes.StringType))
                .withColumn("origin", ValueStates.originOf(col("origins")))
                .select(GoldTables.ELEMENT_VALUE.columnNames().stream()
                        .map(functions::col)
                        .toArray(Column[]::new));
    }

    private static Column value() {
        Column rule = col("over_facilities");
        return when(rule.equalTo(YamlNode.wordOf(RollUp.MEAN)), ExactValues.mean(col("sum"), col("numbers")))
                .when(rule.equalTo(YamlNode.wordOf(RollUp.MAX)), ExactValues.value(col("maximum")))
                .otherwise(ExactValues.value(col("sum")));
    }
}
