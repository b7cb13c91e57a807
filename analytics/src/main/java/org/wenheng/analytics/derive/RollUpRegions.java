package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.Stage;
import org.wenheng.ingest.reference.Element.OverRegions;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.table.Table;
import org.wenheng.ingest.yaml.YamlNode;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rolls the own values of the leaves of the region tree up to every region above them, by the element's rule. What a region
 * above reports itself stays beside it and does not enter.
 *
 * <p>{@code expected} counts the leaves to which the element applies, those that say nothing at all included;
 * {@code reported} those that gave a number or a nil report, and for a weighted mean only those with a weight. A nil report
 * counts as nothing. Where no leaf gives a number, the state is found as for facilities.
 *
 * <p>A weighted mean is Σ w·v / Σ w with weights of the same regions: of the same period, or of its year where they are
 * yearly. Population weights may be of the year before where those of the year are not there; {@code weights_from} says of
 * when they are.
 */
public final class RollUpRegions implements Stage {
    /** Up to 10¹² with six decimals: a product of two such numbers is exact in 38 digits. */
    private static final DataType FACTOR = DataTypes.createDecimalType(18, 6);

    private static final DataType VALUE = DataTypes.createDecimalType(28, 6);
    private static final Column USED = ValueStates.is(ValueStatus.REPORTED)
            .and(col("weight_code").isNull().or(col("weight").isNotNull()));
    private static final Column MILLIONTHS = when(USED, ExactValues.millionths(col("value")));

    private final Dataset<Row> rules;
    private final Dataset<Row> trees;
    private final Dataset<Row> treeOf;

    /**
     * @param rules one row per element that is rolled up: {@code element_code}, {@code over_regions} (a word of
     *     {@link OverRegions}), {@code weight_code} (an element or null), {@code weight_yearly}, {@code earlier_weights}
     *     (whether the year before will do)
     * @param trees the number of a tree, {@code region_code} (of a leaf), {@code above}, {@code leaves} (how many {@code above} has)
     * @param treeOf {@code period} and the number of its tree
     */
    public RollUpRegions(Dataset<Row> rules, Dataset<Row> trees, Dataset<Row> treeOf) {
        this.rules = rules;
        this.trees = trees;
        this.treeOf = treeOf;
    }

    @Override
    public Table input() {
        return GoldTables.ELEMENT_VALUE;
    }

    @Override
    public Table output() {
        return GoldTables.ELEMENT_VALUE;
    }

    @Override
    public Dataset<Row> transform(Dataset<Row> values) {
        Dataset<Row> own = values.where(col("made_of").equalTo(ElementValues.OWN))
                .select("catalogue", "region_code", "period", "element_code", "status", "value", "origin");
        Dataset<Row> leaves = withWeights(own.join(broadcast(rules), "element_code"), own)
                .join(broadcast(treeOf), "period")
                .join(broadcast(trees), names("tree", "region_code"));
        return leaves.groupBy("catalogue", "above", "period", "element_code", "over_regions", "leaves")
                .agg(
                        sum(MILLIONTHS).as("sum"),
                        max(MILLIONTHS).as("maximum"),
                        sum(when(
                                        USED.and(col("weight").isNotNull()),
                                        col("value").cast(FACTOR).multiply(col("weight"))))
                                .as("weighted"),
                        sum(when(USED, col("weight"))).as("weights"),
                        count(when(USED, lit(1))).as("numbers"),
                        ValueStates.countOf(ValueStatus.NIL).as("nils"),
                        ValueStates.countOf(ValueStatus.SUPPRESSED).as("suppressed"),
                        ValueStates.countOf(ValueStatus.NOT_APPLICABLE).as("not_applicable"),
                        min(when(USED, col("weight_from"))).as("weights_from"),
                        ValueStates.origins().as("origins"))
                .withColumn(
                        "missing",
                        col("leaves")
                                .minus(col("numbers").plus(col("nils")).plus(col("suppressed")))
                                .minus(col("not_applicable")))
                .withColumn("value", value())
                // Weights of zero altogether make no mean.
                .withColumn(
                        "status",
                        when(col("numbers").gt(0).and(col("value").isNull()), lit(ValueStatus.NOT_REPORTED.code()))
                                .otherwise(ValueStates.ofCounts()))
                .withColumn("reported", col("numbers").plus(col("nils")).cast(DataTypes.IntegerType))
                .withColumn(
                        "expected", col("leaves").minus(col("not_applicable")).cast(DataTypes.IntegerType))
                .withColumn("made_of", lit(ElementValues.BELOW))
                .withColumn("origin", ValueStates.originOf(col("origins")))
                .withColumnRenamed("above", "region_code")
                .select(GoldTables.ELEMENT_VALUE.columnNames().stream()
                        .map(functions::col)
                        .toArray(Column[]::new));
    }

    /** Adds {@code weight} and {@code weight_from}, both null where there is none. */
    private static Dataset<Row> withWeights(Dataset<Row> values, Dataset<Row> own) {
        Column year = col("period").substr(1, 4);
        Column before = year.cast(DataTypes.IntegerType).minus(1).cast(DataTypes.StringType);
        Dataset<Row> dated = values.withColumn(
                        "weight_period",
                        when(
                                col("weight_code").isNotNull(),
                                when(col("weight_yearly"), year).otherwise(col("period"))))
                .withColumn("weight_before", when(col("earlier_weights"), before));
        return joined(joined(dated, own, "weight_period", "weight_then"), own, "weight_before", "weight_earlier")
                .withColumn("weight", coalesce(col("weight_then"), col("weight_earlier")))
                .withColumn(
                        "weight_from",
                        when(col("weight_then").isNotNull(), col("weight_period"))
                                .when(col("weight_earlier").isNotNull(), col("weight_before")));
    }

    private static Dataset<Row> joined(Dataset<Row> values, Dataset<Row> own, String period, String name) {
        Dataset<Row> weights = own.where(ValueStates.is(ValueStatus.REPORTED))
                .select(
                        col("catalogue"),
                        col("region_code"),
                        col("element_code").as("weight_code"),
                        col("period").as(period),
                        col("value").cast(FACTOR).as(name));
        return values.join(weights, names("catalogue", "region_code", "weight_code", period), "left");
    }

    private static Seq<String> names(String... names) {
        return CollectionConverters.asScala(List.of(names)).toSeq();
    }

    private static Column value() {
        Column numbers = col("numbers");
        Column mean = when(col("weights").gt(0), col("weighted")).divide(col("weights"));
        return when(numbers.equalTo(0), lit(null).cast(VALUE))
                .when(is(OverRegions.SUM), ExactValues.value(col("sum")))
                .when(is(OverRegions.MEAN), ExactValues.mean(col("sum"), numbers))
                .when(is(OverRegions.MAX), ExactValues.value(col("maximum")))
                .when(is(OverRegions.COUNT), numbers.cast(VALUE))
                .otherwise(mean.cast(VALUE));
    }

    private static Column is(OverRegions word) {
        return col("over_regions").equalTo(YamlNode.wordOf(word));
    }
}
