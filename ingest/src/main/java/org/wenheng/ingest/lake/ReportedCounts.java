package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.wenheng.ingest.due.ReportChange;
import org.wenheng.ingest.due.ReportKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * Counts what became known of each report and when, from the versions of the observations: a version that begins answers a
 * cell, one that ends takes the answer back. The volume is in the cells; what is left is a few rows for each report.
 *
 * <p>A facility is expected in a period if its region named it in that period or in one that ended at most
 * {@value #MEMORY_MONTHS} months before, on any form of its kind.
 */
public final class ReportedCounts {
    /** Months for which a facility that is no longer named is still expected. */
    static final int MEMORY_MONTHS = 12;

    private static final StructType FORMS = new StructType()
            .add("level", DataTypes.StringType)
            .add("element_code", DataTypes.StringType)
            .add("form_code", DataTypes.StringType)
            .add("facility_type", DataTypes.StringType);
    private static final StructType REGIONS =
            new StructType().add("region_code", DataTypes.StringType).add("level", DataTypes.StringType);
    private static final StructType MEMORY =
            new StructType().add("period", DataTypes.StringType).add("asked_period", DataTypes.StringType);

    private final SparkSession spark;
    private final Dataset<Row> observations;
    private final Catalogue catalogue;
    private final Instant now;
    private final Map<ReportKey, Map<Instant, ReportChange>> changes = new HashMap<>();

    private ReportedCounts(SparkSession spark, Dataset<Row> observations, Catalogue catalogue, Instant now) {
        this.spark = spark;
        this.observations = observations;
        this.catalogue = catalogue;
        this.now = now;
    }

    /**
     * What became known of the reports of some periods.
     *
     * @param periods of any kind
     * @param now what became known later does not count
     */
    public static Map<ReportKey, List<ReportChange>> read(
            SparkSession spark, Lake lake, Catalogue catalogue, List<Period> periods, Instant now) {
        return lake.has(LakeTables.OBSERVATION)
                ? read(spark, lake.read(spark, LakeTables.OBSERVATION), catalogue, periods, now)
                : Map.of();
    }

    /**
     * What became known of the reports of some periods, from one version of the observations.
     *
     * @param observations rows of {@link LakeTables#OBSERVATION}; those of other catalogues are not looked at
     */
    public static Map<ReportKey, List<ReportChange>> read(
            SparkSession spark, Dataset<Row> observations, Catalogue catalogue, List<Period> periods, Instant now) {
        ReportedCounts counts = new ReportedCounts(spark, observations, catalogue, now);
        if (!periods.isEmpty()) {
            counts.countReports(periods);
        }
        Map<ReportKey, List<ReportChange>> found = new HashMap<>();
        counts.changes.forEach((key, byMoment) -> found.put(key, new ArrayList<>(byMoment.values())));
        return found;
    }

    /** The periods of any kind in which a facility is looked for that may have a row in the asked one. */
    static List<Period> memory(Period asked) {
        LocalDate from = asked.lastDay().minusMonths(MEMORY_MONTHS);
        List<Period> periods = new ArrayList<>();
        for (Frequency frequency : Frequency.values()) {
            for (int year = from.getYear(); year <= asked.year(); year++) {
                for (int index = 1; index <= frequency.perYear(); index++) {
                    Period period = new Period(frequency, year, index);
                    if (!period.lastDay().isBefore(from) && !period.lastDay().isAfter(asked.lastDay())) {
                        periods.add(period);
                    }
                }
            }
        }
        return periods;
    }

    private void countReports(List<Period> periods) {
        Map<Period, List<Period>> memory = new HashMap<>();
        Set<String> read = new LinkedHashSet<>();
        for (Period period : periods) {
            memory.put(period, memory(period));
            memory.get(period).forEach(one -> read.add(one.code()));
        }
        Dataset<Row> cells = cells(read).cache();
        try {
            countCells(cells, periods);
            countFacilities(cells, memory);
        } finally {
            cells.unpersist();
        }
    }

    /** The versions known by now, each with its form. A row of a facility belongs to a form of facilities and no other. */
    private Dataset<Row> cells(Set<String> periods) {
        Column fits =
                col("facility_code").equalTo("").equalTo(col("facility_type").isNull());
        return observations
                .where(col("catalogue").equalTo(catalogue.code()))
                .where(col("period").isin(periods.toArray()))
                .where(col("known_from").leq(lit(now)))
                .join(broadcast(spark.createDataFrame(regionRows(), REGIONS)), "region_code")
                .join(
                        broadcast(spark.createDataFrame(formRows(), FORMS)),
                        new String[] {"level", "element_code"},
                        "inner")
                .where(fits)
                .select(
                        "region_code",
                        "form_code",
                        "facility_type",
                        "facility_code",
                        "period",
                        "status",
                        "known_from",
                        "known_to");
    }

    private void countCells(Dataset<Row> cells, List<Period> periods) {
        Object[] asked = periods.stream().map(Period::code).toArray();
        Column answered = when(col("status").equalTo(ValueStatus.NOT_REPORTED.code()), lit(0))
                .otherwise(lit(1));
        Column nil = when(col("status").equalTo(ValueStatus.NIL.code()), lit(1)).otherwise(lit(0));
        Dataset<Row> versions = cells.where(col("period").isin(asked));
        Dataset<Row> begun = versions.select(
                col("region_code"),
                col("form_code"),
                col("period"),
                col("known_from").as("at"),
                answered.as("answered"),
                nil.as("nil"),
                lit(1).as("received"));
        Dataset<Row> ended = versions.where(col("known_to").leq(lit(now)))
                .select(
                        col("region_code"),
                        col("form_code"),
                        col("period"),
                        col("known_to").as("at"),
                        answered.multiply(-1).as("answered"),
                        nil.multiply(-1).as("nil"),
                        lit(0).as("received"));
        for (Row row : begun.unionByName(ended)
                .groupBy("region_code", "form_code", "period", "at")
                .agg(sum("answered"), sum("nil"), sum("received"))
                .collectAsList()) {
            add(
                    new ReportKey(row.getString(0), row.getString(1), row.getString(2)),
                    new ReportChange(
                            row.getTimestamp(3).toInstant(),
                            (int) row.getLong(4),
                            (int) row.getLong(5),
                            (int) row.getLong(6),
                            0));
        }
    }

    private void countFacilities(Dataset<Row> cells, Map<Period, List<Period>> memory) {
        List<Row> rows = new ArrayList<>();
        memory.forEach((asked, periods) ->
                periods.forEach(period -> rows.add(RowFactory.create(period.code(), asked.code()))));
        for (Row row : cells.where(col("facility_type").isNotNull())
                .join(broadcast(spark.createDataFrame(rows, MEMORY)), "period")
                .groupBy("region_code", "facility_type", "asked_period", "facility_code")
                .agg(min("known_from").as("at"))
                .groupBy("region_code", "facility_type", "asked_period", "at")
                .agg(count(lit(1)))
                .collectAsList()) {
            Region region = catalogue.regions().get(row.getString(0));
            Period period = Period.parse(row.getString(2)).orElseThrow();
            ReportChange change = new ReportChange(row.getTimestamp(3).toInstant(), 0, 0, 0, (int) row.getLong(4));
            for (Form form : region == null ? List.<Form>of() : catalogue.formsOf(region)) {
                if (row.getString(1).equals(form.facilityType()) && form.frequency() == period.frequency()) {
                    add(new ReportKey(row.getString(0), form.code(), period.code()), change);
                }
            }
        }
    }

    private void add(ReportKey key, ReportChange change) {
        changes.computeIfAbsent(key, one -> new HashMap<>()).merge(change.at(), change, ReportChange::plus);
    }

    private List<Row> regionRows() {
        return catalogue.regions().values().stream()
                .map(region -> RowFactory.create(region.code(), region.level()))
                .toList();
    }

    private List<Row> formRows() {
        List<Row> rows = new ArrayList<>();
        for (Form form : catalogue.forms().values()) {
            for (String level : form.levels()) {
                form.elements()
                        .forEach(element ->
                                rows.add(RowFactory.create(level, element, form.code(), form.facilityType())));
            }
        }
        return rows;
    }
}
