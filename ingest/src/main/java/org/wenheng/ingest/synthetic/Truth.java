package org.wenheng.ingest.synthetic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.generate.bulk.Block;
import org.wenheng.ingest.generate.bulk.BulkPlan;
import org.wenheng.ingest.generate.bulk.Planting;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.synthetic.SyntheticObservations.Extent;

/** What was planted, with the values as they are and as they would have been: for those who look whether it is found. */
public final class Truth {
    private Truth() {}

    /**
     * An anomaly in one month.
     *
     * @param number the same for all months of one anomaly, from 1
     * @param kind lower kebab case
     * @param facility code of the one facility; empty if it stands in all facilities of the region
     * @param right sum over these facilities as it would have been
     * @param planted the sum as it is
     * @param size the factor or the multiple; 1 for a copy
     */
    public record Line(
            int number,
            String kind,
            String region,
            String facility,
            String element,
            Period period,
            long right,
            long planted,
            double size) {}

    private record Place(int number, int month) {}

    private record Sum(long value, String facility) {}

    /** The anomalies of a plan, by number and month. Makes only the values they stand in, twice. */
    public static List<Line> of(SparkSession spark, BulkPlan plan) {
        Map<Place, Sum> planted = sums(spark, plan, Extent.PLANTED);
        Map<Place, Sum> right = sums(spark, plan, Extent.UNTOUCHED);
        Sum none = new Sum(0, "");
        List<Line> lines = new ArrayList<>();
        for (Planting planting : plan.plantings()) {
            Place place = new Place(planting.number(), RuleRows.month(planting.period()));
            Sum sum = planted.getOrDefault(place, none);
            lines.add(new Line(
                    planting.number(),
                    planting.rule().kind(),
                    planting.region(),
                    planting.place() == null ? "" : sum.facility(),
                    planting.element(),
                    planting.period(),
                    right.getOrDefault(place, none).value(),
                    sum.value(),
                    planting.rule().size()));
        }
        return List.copyOf(lines);
    }

    private static Map<Place, Sum> sums(SparkSession spark, BulkPlan plan, Extent extent) {
        Set<List<String>> wanted = new HashSet<>();
        plan.plantings()
                .forEach(planting ->
                        wanted.add(List.of(planting.region(), planting.period().code())));
        List<Block> blocks = plan.blocks(plan.order().periods()).stream()
                .filter(block ->
                        wanted.contains(List.of(block.region(), block.period().code())))
                .filter(block -> !block.superseded())
                .toList();
        if (blocks.isEmpty()) {
            return Map.of();
        }
        return new SyntheticObservations(plan)
                        .values(spark, blocks, plan.order().periods(), 1, extent)
                        .groupBy("planting", "month")
                        .agg(
                                sum(when(col("status").equalTo(ValueStatus.REPORTED.code()), col("number")))
                                        .as("value"),
                                max(SyntheticObservations.facilityCode()).as("facility"))
                        .collectAsList()
                        .stream()
                        .collect(Collectors.toMap(
                                row -> new Place(row.getInt(0), row.getInt(1)),
                                row -> new Sum(row.isNullAt(2) ? 0 : row.getLong(2), row.getString(3))));
    }

    /** Writes the list as CSV in UTF-8. */
    public static void write(Collection<Line> lines, Path file) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        "number",
                        "kind",
                        "region",
                        "facility",
                        "element",
                        "period",
                        "true_value",
                        "planted_value",
                        "size")
                .setRecordSeparator("\n")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Line line : lines) {
                printer.printRecord(
                        line.number(),
                        line.kind(),
                        line.region(),
                        line.facility(),
                        line.element(),
                        line.period().code(),
                        line.right(),
                        line.planted(),
                        java.math.BigDecimal.valueOf(line.size())
                                .stripTrailingZeros()
                                .toPlainString());
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
