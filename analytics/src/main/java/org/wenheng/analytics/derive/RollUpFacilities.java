package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.lake.Stage;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.table.Table;

/**
 * Adds the facilities of a region up to the region, element by element, by the element's rule (sum, mean, maximum).
 *
 * <p>Sums are exact decimals, so the order of the rows cannot show. A missing facility is left out and counted: the value
 * then rests on {@code reported} of {@code expected} observations. A nil report counts as nothing in a sum. Facilities to
 * which the element does not apply are not expected. If no facility gives a number, the region has the first of these
 * that any facility has: nil, suppressed, not reported, not applicable.
 */
public final class RollUpFacilities implements Stage {
    private static final Column REPORTED = col("status").equalTo(ValueStatus.REPORTED.code());
    private static final Column EXPECTED = col("status").notEqual(ValueStatus.NOT_APPLICABLE.code());

    private final Dataset<Row> rules;

    /** @param rules one row per element: {@code element_code} and {@code over_facilities}, a word of {@link RollUp} */
    public RollUpFacilities(Dataset<Row> rules) {
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

    @Override
    public Dataset<Row> transform(Dataset<Row> observations) {
        return observations
                .join(broadcast(rules), "element_code")
                .groupBy("catalogue", "region_code", "period", "element_code", "over_facilities")
                .agg(
                        sum(when(REPORTED, col("value"))).as("sum"),
                        avg(when(REPORTED, col("value"))).as("mean"),
                        max(when(REPORTED, col("value"))).as("maximum"),
                        countOf(ValueStatus.REPORTED).as("numbers"),
                        countOf(ValueStatus.NIL).as("nils"),
                        countOf(ValueStatus.SUPPRESSED).as("suppressed"),
                        countOf(ValueStatus.NOT_REPORTED).as("missing"),
                        count(when(EXPECTED, lit(1)))
                                .cast(DataTypes.IntegerType)
                                .as("expected"))
                .withColumn("status", status())
                .withColumn("value", value().cast(DataTypes.createDecimalType(28, 6)))
                .withColumn("reported", col("numbers").plus(col("nils")).cast(DataTypes.IntegerType))
                .select(GoldTables.ELEMENT_VALUE.columnNames().stream()
                        .map(org.apache.spark.sql.functions::col)
                        .toArray(Column[]::new));
    }

    private static Column countOf(ValueStatus status) {
        return count(when(col("status").equalTo(status.code()), lit(1)));
    }

    private static Column value() {
        Column rule = col("over_facilities");
        return when(rule.equalTo(word(RollUp.MEAN)), col("mean"))
                .when(rule.equalTo(word(RollUp.MAX)), col("maximum"))
                .otherwise(col("sum"));
    }

    private static Column status() {
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

    private static String word(RollUp rule) {
        return org.wenheng.ingest.yaml.YamlNode.wordOf(rule);
    }
}
