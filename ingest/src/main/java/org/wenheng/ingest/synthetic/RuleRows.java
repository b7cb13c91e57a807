package org.wenheng.ingest.synthetic;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.wenheng.ingest.generate.Chance;
import org.wenheng.ingest.generate.bulk.Block;
import org.wenheng.ingest.generate.bulk.BulkRules;
import org.wenheng.ingest.generate.bulk.ElementRule;
import org.wenheng.ingest.generate.bulk.FacilityKind;
import org.wenheng.ingest.generate.bulk.Planting;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.yaml.YamlNode;

/** A plan as rows: its blocks, the rules by kind and element, the anomalies. */
final class RuleRows {
    private static final StructType BLOCK = new StructType()
            .add("region_code", StringType, false)
            .add("region_name", StringType, false)
            .add("region_key", LongType, false)
            .add("kind", IntegerType, false)
            .add("period", StringType, false)
            .add("month", IntegerType, false)
            .add("first", IntegerType, false)
            .add("last", IntegerType, false)
            .add("alone", BooleanType, false)
            .add("county", DoubleType, false)
            .add("submission", StringType, false)
            .add("received_at", org.apache.spark.sql.types.DataTypes.TimestampType, false)
            .add("correction", StringType, true)
            .add("corrected_at", org.apache.spark.sql.types.DataTypes.TimestampType, true)
            .add("superseded", BooleanType, false);

    private static final StructType RULE = withFormula(
            withFormula(
                    new StructType()
                            .add("kind", IntegerType, false)
                            .add("kind_key", LongType, false)
                            .add("letter", StringType, false)
                            .add("title", StringType, false)
                            .add("size_spread", DoubleType, false)
                            .add("missing", DoubleType, false)
                            .add("element_code", StringType, false)
                            .add("nil", DoubleType, false)
                            .add("most", DoubleType, false)
                            .add("stock", BooleanType, false)
                            .add("applies", BooleanType, false)
                            .add("part", BooleanType, false),
                    ""),
            "whole_");

    private static final StructType PLANTING = new StructType()
            .add("region_code", StringType, false)
            .add("month", IntegerType, false)
            .add("element_code", StringType, false)
            .add("planting", IntegerType, false)
            .add("place_kind", IntegerType, true)
            .add("place", IntegerType, true)
            .add("source", IntegerType, false)
            .add("effect", StringType, false)
            .add("effect_size", DoubleType, false);

    private RuleRows() {}

    /** Months since the year 0: a number that goes on from December to January. */
    static int month(Period period) {
        if (period.frequency() != Frequency.MONTH) {
            throw new IllegalArgumentException("Expected a month: " + period);
        }
        return period.year() * 12 + period.index() - 1;
    }

    /**
     * The blocks, in their order.
     *
     * @param slices partitions; more of them do not change any row
     */
    static Dataset<Row> blocks(SparkSession spark, List<Block> blocks, int slices) {
        List<Row> rows = blocks.stream()
                .map(block -> RowFactory.create(
                        block.region(),
                        block.regionName(),
                        block.regionKey(),
                        block.kind(),
                        block.period().code(),
                        month(block.period()),
                        block.first(),
                        block.last(),
                        block.alone(),
                        block.county(),
                        block.submission(),
                        block.receivedAt(),
                        block.correction(),
                        block.correctedAt(),
                        block.superseded()))
                .toList();
        return spark.createDataFrame(
                org.apache.spark.api.java.JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .parallelize(rows, slices),
                BLOCK);
    }

    /** One row a kind and element. */
    static Dataset<Row> rules(SparkSession spark, BulkRules rules) {
        Map<String, ElementRule> byElement =
                rules.elements().stream().collect(Collectors.toMap(ElementRule::element, Function.identity()));
        List<Row> rows = new ArrayList<>();
        for (int kind = 0; kind < rules.kinds().size(); kind++) {
            FacilityKind of = rules.kinds().get(kind);
            for (ElementRule rule : rules.elements()) {
                Optional<ElementRule> whole = Optional.ofNullable(rule.whole()).map(byElement::get);
                boolean applies = rule.levels().containsKey(of.code());
                List<Object> row = new ArrayList<>(List.of(
                        kind,
                        Chance.key(of.code()),
                        of.letter(),
                        of.title(),
                        of.spread(),
                        of.missing(),
                        rule.element(),
                        rule.nil(),
                        rule.most(),
                        rule.stock(),
                        applies,
                        applies && whole.isPresent()));
                row.addAll(formula(rule, of));
                row.addAll(formula(whole.orElse(rule), of));
                rows.add(RowFactory.create(row.toArray()));
            }
        }
        return spark.createDataFrame(rows, RULE);
    }

    /** One row an anomaly and month. */
    static Dataset<Row> plantings(SparkSession spark, Collection<Planting> plantings) {
        List<Row> rows = plantings.stream()
                .map(planting -> {
                    Planting.Place place = planting.place();
                    return RowFactory.create(
                            planting.region(),
                            month(planting.period()),
                            planting.element(),
                            planting.number(),
                            place == null ? null : place.kind(),
                            place == null ? null : place.ordinal(),
                            month(planting.source()),
                            YamlNode.wordOf(planting.rule().effect()),
                            planting.rule().size());
                })
                .toList();
        return spark.createDataFrame(rows, PLANTING);
    }

    private static StructType withFormula(StructType type, String prefix) {
        return type.add(prefix + "key", LongType, false)
                .add(prefix + "level", DoubleType, false)
                .add(prefix + "loading", DoubleType, false)
                .add(prefix + "peculiar", DoubleType, false)
                .add(prefix + "noise", DoubleType, false)
                .add(prefix + "growth", DoubleType, false)
                .add(prefix + "season", createArrayType(DoubleType, false), false);
    }

    /** Level and seasons as logarithms; of an element that does not apply to the kind nobody looks at the level. */
    private static List<Object> formula(ElementRule rule, FacilityKind kind) {
        return List.of(
                Chance.key(rule.element()),
                StrictMath.log(rule.levels().getOrDefault(kind.code(), 1.0)),
                rule.loading(),
                rule.peculiar(),
                rule.noise(),
                rule.growth(),
                rule.season().stream().map(StrictMath::log).toList());
    }
}
