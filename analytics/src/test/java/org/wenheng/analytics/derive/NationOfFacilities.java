package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * Observations of a made-up nation: so many facilities in so many counties report twenty elements every month. A hash of
 * seed, month, facility and element decides everything. Of a hundred cells three are not reported, two are nil reports, one
 * does not apply. The columns that no derivation reads hold one and the same value.
 *
 * @param facilities how many, spread evenly over the counties
 */
record NationOfFacilities(int facilities, int counties, long seed) {
    static final String CODE = "nation";
    private static final int ELEMENTS = 20;

    /** Twenty monthly elements: mostly sums, every fifth a mean, one a maximum; flows, stocks and levels in turn. */
    Catalogue catalogue() {
        List<Region> regions = new ArrayList<>();
        regions.add(region("N", "nation", null));
        IntStream.range(0, counties).forEach(county -> regions.add(region(county(county), "county", "N")));
        List<Element> elements = IntStream.range(0, ELEMENTS)
                .mapToObj(number -> new Element(
                        element(number),
                        new Title(element(number), element(number)),
                        "人次",
                        Frequency.MONTH,
                        List.of(Accumulation.SUM, Accumulation.LAST, Accumulation.MEAN)
                                .get(number % 3),
                        number == 19 ? RollUp.MAX : number % 5 == 4 ? RollUp.MEAN : RollUp.SUM,
                        false,
                        null,
                        null,
                        null,
                        "",
                        ""))
                .toList();
        return Catalogue.of(CODE, new Title("国", "Nation"), regions, elements, List.of(), List.of());
    }

    /** All observations of a month, county by county; received on the tenth of the month after. */
    Dataset<Row> observations(SparkSession spark, Period month, int files) {
        Column facility = col("id");
        Column elements = array(IntStream.range(0, ELEMENTS)
                .mapToObj(number ->
                        struct(lit(element(number)).as("code"), lit(number).as("number")))
                .toArray(Column[]::new));
        Column lot = pmod(col("hash"), lit(100));
        Column reported = lot.geq(6);
        Map<String, Column> columns = Map.of(
                "catalogue", lit(CODE),
                "period", lit(month.code()),
                "element_code", col("element.code"),
                "status",
                        when(reported, "reported")
                                .when(lot.lt(3), "not-reported")
                                .when(lot.lt(5), "nil")
                                .otherwise("not-applicable"),
                "value",
                        when(
                                reported,
                                pmod(shiftright(col("hash"), 8), lit(1_000_000L))
                                        .cast("decimal(12,0)")
                                        .multiply(lit(new BigDecimal("0.01")))
                                        .cast("decimal(28,6)")),
                "origin", lit("synthetic"),
                "known_from", lit(receivedAt(month)),
                "known_to", lit(null).cast("timestamp"));
        return spark.range(0, facilities, 1, files)
                .select(
                        facility,
                        concat(
                                        lit("R"),
                                        lpad(
                                                facility.multiply(counties)
                                                        .divide(facilities)
                                                        .cast("int")
                                                        .cast("string"),
                                                5,
                                                "0"))
                                .as("region_code"),
                        concat(lit("F"), facility.cast("string")).as("facility_code"),
                        explode(elements).as("element"))
                .withColumn(
                        "hash",
                        xxhash64(
                                facility, col("element.number"), lit(seed * 1000 + month.year() * 12L + month.index())))
                .select(LakeTables.OBSERVATION.columnNames().stream()
                        .map(name -> name.equals("region_code") || name.equals("facility_code")
                                ? col(name)
                                : columns.getOrDefault(name, lit("")).as(name))
                        .toArray(Column[]::new));
    }

    /** When the observations of a month came. */
    static Timestamp receivedAt(Period month) {
        return Timestamp.from(month.next().firstDay().plusDays(9).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** A moment at which everything up to a month has come. */
    static Instant knownAfter(Period month) {
        return receivedAt(month).toInstant().plusSeconds(86_400);
    }

    static String county(int number) {
        return "R%05d".formatted(number);
    }

    static String element(int number) {
        return "E%02d".formatted(number);
    }

    private static Region region(String code, String level, @org.jspecify.annotations.Nullable String parent) {
        return new Region(code, new Title(code, code), level, parent, Map.of(), List.of(), null, null);
    }
}
