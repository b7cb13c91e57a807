package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.AsKnown;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Element.OverRegions;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.table.Table;

/** What is derived step by step is what is derived in one go, whatever came, was corrected or was cut off between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DerivationTest {
    private static final SparkSession SPARK = SparkForTests.session();
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> PERIODS =
            List.of("2025", "2026", "2025-11", "2025-12", "2026-01", "2026-02", "2026Q1", "2026Q2");
    private static final List<String> STATES = List.of("nil", "not-applicable", "suppressed", "not-reported");
    private static final Catalogue CATALOGUE = catalogue(OverRegions.SUM);

    @TempDir
    private static @Nullable Path folder;

    /** The value that is known of each cell, by region, facility, period and element. */
    private final Map<String, Row> known = new HashMap<>();

    private int moment;

    private Lake lake() {
        return new Lake(Objects.requireNonNull(folder));
    }

    @BeforeAll
    void observe() {
        lake().createTables(SPARK);
        change(new SplittableRandom(1), 60);
        derive(CATALOGUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void derivingWhatChangedGivesWhatDerivingEverythingGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        change(random, random.nextInt(1, 12));
        Map<String, Long> before = versions();
        derive(CATALOGUE);
        requireSame(CATALOGUE);
        // What a process leaves that ends before it writes, after the first table, or before the windows.
        takeBack(GoldTables.ELEMENT_WINDOW, before, 0);
        int written = random.nextInt(3);
        if (written < 2) {
            takeBack(GoldTables.ELEMENT_VALUE, before, written);
        }
        change(random, random.nextInt(1, 4));
        derive(CATALOGUE);
        requireSame(CATALOGUE);
    }

    @Test
    void onlyWhatChangedIsWrittenAndWithoutAChangeNothingIs() {
        derive(CATALOGUE);
        Map<String, Long> before = versions();
        derive(CATALOGUE);
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void anotherRuleDerivesEverythingAnew() {
        Catalogue other = catalogue(OverRegions.MAX);
        derive(other);
        requireSame(other);
        derive(CATALOGUE);
    }

    @Test
    void historyThatIsGoneDerivesEverythingAnew() throws Exception {
        derive(CATALOGUE);
        long version = lake().version(LakeTables.OBSERVATION);
        change(new SplittableRandom(5), 3);
        Path log = lake().path(LakeTables.OBSERVATION).resolve("_delta_log");
        assertThat(new ObservationChanges(SPARK, lake(), "steps").between(version, version + 1))
                .isPresent();
        Path commit = log.resolve("%020d.json".formatted(version + 1));
        Path aside = log.resolve("aside");
        Files.move(commit, aside);
        try {
            assertThat(new ObservationChanges(SPARK, lake(), "steps").between(version, version + 1))
                    .isEmpty();
        } finally {
            Files.move(aside, commit);
        }
        derive(CATALOGUE);
    }

    private void derive(Catalogue catalogue) {
        new Derivation(SPARK, lake(), catalogue).bringUpTo(lake().version(LakeTables.OBSERVATION), now());
    }

    private Instant now() {
        return START.plusSeconds(moment);
    }

    /** So many cells get a value, those that have one another value; now and then a value is only ended. */
    private void change(SplittableRandom random, int cells) {
        moment++;
        Timestamp now = Timestamp.from(now());
        List<Row> sent = new ArrayList<>();
        Map<String, Row> fresh = new HashMap<>();
        for (int i = 0; i < cells; i++) {
            String period = PERIODS.get(random.nextInt(PERIODS.size()));
            String region = List.of("P", "X", "X1", "X2", "Y1", "Y2").get(random.nextInt(6));
            String facility = List.of("", "f1", "f2").get(random.nextInt(3));
            List<String> elements = CATALOGUE.elements().values().stream()
                    .filter(element -> element.frequency()
                            == Period.parse(period).orElseThrow().frequency())
                    .map(Element::code)
                    .toList();
            String element = elements.get(random.nextInt(elements.size()));
            boolean reported = random.nextInt(4) > 0;
            fresh.put(
                    String.join("/", region, facility, period, element),
                    RowFactory.create(
                            "steps",
                            region,
                            facility,
                            facility,
                            period,
                            element,
                            reported ? "reported" : STATES.get(random.nextInt(4)),
                            reported
                                    ? BigDecimal.valueOf(random.nextInt(-99, 100_000), 2)
                                            .setScale(6)
                                    : null,
                            "s",
                            "",
                            "",
                            "",
                            random.nextBoolean() ? "real" : "synthetic",
                            now,
                            null));
        }
        fresh.forEach((key, row) -> {
            boolean replaces = known.containsKey(key);
            if (!replaces || random.nextInt(8) > 0) {
                sent.add(row);
                known.put(key, row);
            } else {
                known.remove(key);
            }
        });
        merge(sent, fresh.keySet(), now);
    }

    private void merge(List<Row> sent, Iterable<String> keys, Timestamp now) {
        Dataset<Row> added =
                SPARK.createDataFrame(sent, Lake.schema(LakeTables.OBSERVATION)).withColumn("closes", lit(false));
        List<Row> closing = new ArrayList<>();
        for (String key : keys) {
            String[] parts = key.split("/", -1);
            closing.add(RowFactory.create("steps", parts[0], parts[1], parts[2], parts[3], true));
        }
        Dataset<Row> ends = SPARK.createDataFrame(
                closing,
                org.apache.spark.sql.types.StructType.fromDDL(
                        "catalogue string, region_code string, facility_code string, period string,"
                                + " element_code string, closes boolean"));
        Map<String, Column> columns = LakeTables.OBSERVATION.columnNames().stream()
                .collect(Collectors.toMap(name -> name, name -> functions.col("sent." + name)));
        DeltaTable.forPath(SPARK, lake().path(LakeTables.OBSERVATION).toString())
                .as("known")
                .merge(
                        added.unionByName(ends, true).coalesce(1).as("sent"),
                        "known.known_to IS NULL AND sent.closes AND known.catalogue = sent.catalogue"
                                + " AND known.region_code = sent.region_code"
                                + " AND known.facility_code = sent.facility_code AND known.period = sent.period"
                                + " AND known.element_code = sent.element_code")
                .whenMatched()
                .update(Map.of("known_to", lit(now)))
                .whenNotMatched("NOT sent.closes")
                .insert(columns)
                .execute();
    }

    private void requireSame(Catalogue catalogue) {
        List<String> kept = kept();
        List<String> whole = whole(catalogue);
        assertThat(kept.stream().filter(line -> !whole.contains(line)))
                .as("kept, and not derived")
                .isEmpty();
        assertThat(whole.stream().filter(line -> !kept.contains(line)))
                .as("derived, and not kept")
                .isEmpty();
        assertThat(kept).hasSameSizeAs(whole);
    }

    private List<String> kept() {
        return Stream.of(GoldTables.ELEMENT_VALUE, GoldTables.ELEMENT_WINDOW)
                .flatMap(table -> lines(lake().read(SPARK, table)))
                .toList();
    }

    /** Everything derived from the observations by the stages, in memory. */
    private List<String> whole(Catalogue catalogue) {
        Dataset<Row> observations = lake().read(SPARK, LakeTables.OBSERVATION);
        Dataset<Row> own = ElementValues.derive(observations, catalogue, now());
        List<Period> periods = new AsKnown(now())
                .apply(observations).select("period").distinct().collectAsList().stream()
                        .map(row -> Period.parse(row.getString(0)).orElseThrow())
                        .sorted()
                        .toList();
        Dataset<Row> values = own.unionByName(ElementValues.rollUp(own, catalogue, periods));
        return Stream.concat(
                        lines(values), lines(ElementValues.windows(values, catalogue, WindowCalendar.KEPT, periods)))
                .toList();
    }

    private static Stream<String> lines(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted();
    }

    private Map<String, Long> versions() {
        return Stream.of(GoldTables.ELEMENT_VALUE, GoldTables.ELEMENT_WINDOW)
                .collect(Collectors.toMap(table -> table.path(), table -> lake().version(table)));
    }

    /** Takes transactions of a table back, as if they had never been, all but so many of those after a version. */
    private void takeBack(Table table, Map<String, Long> versions, int more) {
        long last = Objects.requireNonNull(versions.get(table.path())) + more;
        Path log = lake().path(table).resolve("_delta_log");
        try (Stream<Path> files = Files.list(log)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("\\.?\\d{20}\\..*")
                        && Long.parseLong(name.replaceAll("\\D", "").substring(0, 20)) > last) {
                    Files.delete(file);
                }
            }
            Files.deleteIfExists(log.resolve("_last_checkpoint"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DeltaLog.clearCache();
    }

    private static Catalogue catalogue(OverRegions sums) {
        List<Region> regions = List.of(
                region("P", null),
                region("X", "P"),
                region("X1", "X"),
                region("X2", "X"),
                region("Y1", "P"),
                region("Y2", "P"));
        List<Element> elements = List.of(
                element("POP", Frequency.YEAR, Accumulation.LAST, OverRegions.SUM, null),
                element("RATE", Frequency.YEAR, Accumulation.MEAN, OverRegions.POPULATION_WEIGHTED, "POP"),
                element("VISITS", Frequency.MONTH, Accumulation.SUM, sums, null),
                element("HOURS", Frequency.MONTH, Accumulation.MEAN, OverRegions.WEIGHTED, "VISITS"),
                element("OPEN", Frequency.MONTH, Accumulation.LAST, OverRegions.COUNT, null),
                element("SHARE", Frequency.QUARTER, Accumulation.MEAN, OverRegions.POPULATION_WEIGHTED, "POP"),
                element("STAFF", Frequency.QUARTER, Accumulation.LAST, OverRegions.OWN, null));
        return Catalogue.of("steps", new Title("步", "Steps"), regions, elements, List.of(), List.of());
    }

    private static Region region(String code, @Nullable String parent) {
        return new Region(code, new Title(code, code), "area", parent, Map.of(), List.of(), null, null);
    }

    private static Element element(
            String code, Frequency frequency, Accumulation overTime, OverRegions rule, @Nullable String weight) {
        return new Element(
                code,
                new Title(code, code),
                "个",
                frequency,
                overTime,
                RollUp.SUM,
                false,
                null,
                null,
                null,
                "",
                "",
                rule,
                weight);
    }
}
