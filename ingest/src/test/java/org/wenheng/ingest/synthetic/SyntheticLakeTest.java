package org.wenheng.ingest.synthetic;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.generate.bulk.BulkOrder;
import org.wenheng.ingest.generate.bulk.BulkPlan;
import org.wenheng.ingest.generate.bulk.BulkRulesReader;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.lake.LocalSpark;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;

/** Twenty months of a dozen counties with five to ten facilities each, written into a lake once for all tests. */
class SyntheticLakeTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues", "china-synthetic");
    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    private static Path work;

    private static final BulkPlan PLAN = plan(18, 7);
    private static List<Row> observations = List.of();
    private static List<Row> submissions = List.of();

    private static BulkPlan plan(int months, long seed) {
        Catalogue catalogue = Catalogues.load(FOLDER);
        return BulkPlan.of(
                catalogue,
                BulkRulesReader.read(FOLDER.resolve("bulk.yml"), catalogue),
                new BulkOrder("220000", 12, 60, Period.ofMonth(2024, 1), months, seed));
    }

    @BeforeAll
    static void write() {
        Lake lake = new Lake(work.resolve("lake"));
        new SyntheticLake(SPARK, lake, PLAN).write((number, of, months, rows) -> rows.run());
        observations = lake.read(SPARK, LakeTables.OBSERVATION).collectAsList();
        submissions = lake.read(SPARK, LakeTables.SUBMISSION).collectAsList();
    }

    @Test
    void everyRowAndNameSaysThatItIsSynthetic() {
        assertThat(observations)
                .hasSizeGreaterThan(18_000)
                .allSatisfy(row -> assertThat(List.of(row.<String>getAs("origin"), row.<String>getAs("catalogue")))
                        .containsExactly("synthetic", "china-synthetic"))
                .allSatisfy(
                        row -> assertThat(row.<String>getAs("facility_name")).endsWith("（合成）"));
        assertThat(submissions)
                .allSatisfy(row -> assertThat(row.<String>getAs("origin")).isEqualTo("synthetic"))
                .allSatisfy(row -> assertThat(row.<String>getAs("file_name")).contains("合成"));
    }

    @Test
    void ledgerOfEveryReportAddsUpToTheObservationsThatCameWithIt() {
        Map<String, Long> came = observations.stream()
                .collect(Collectors.groupingBy(row -> row.<String>getAs("submission_id"), Collectors.counting()));

        assertThat(submissions)
                .anySatisfy(
                        row -> assertThat(row.<Long>getAs("cells_unchanged")).isPositive());
        assertThat(submissions)
                .allSatisfy(row -> assertThat(came.getOrDefault(row.<String>getAs("submission_id"), 0L))
                        .isEqualTo(row.<Long>getAs("cells_accepted")));
    }

    @Test
    void everyCorrectionEndsOneVersionAndBeginsTheNextWithAnotherValue() {
        Map<List<String>, List<Row>> versions = observations.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.getAs("facility_code"), row.getAs("period"), row.getAs("element_code"))));

        assertThat(versions.values()).anySatisfy(each -> assertThat(each).hasSize(2));
        assertThat(versions.values()).allSatisfy(each -> {
            List<Row> sorted = new ArrayList<>(each);
            sorted.sort(Comparator.comparing(row -> row.<java.sql.Timestamp>getAs("known_from")));
            Row last = sorted.get(sorted.size() - 1);
            assertThat(last.<Object>getAs("known_to")).isNull();
            if (sorted.size() > 1) {
                Row first = sorted.get(0);
                assertThat(sorted).hasSize(2);
                assertThat(first.<Object>getAs("known_to")).isEqualTo(last.getAs("known_from"));
                assertThat(first.<Object>getAs("given")).isNotEqualTo(last.getAs("given"));
            }
        });
    }

    @Test
    void everyStatusIsThereAndPartsAreNotAboveTheirWhole() {
        assertThat(observations.stream().map(row -> row.<String>getAs("status")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("reported", "nil", "not-applicable", "not-reported");
        Map<List<String>, Long> visits = new HashMap<>();
        values(observations, "VISITS").forEach(visits::put);
        Set<List<String>> planted = PLAN.plantings().stream()
                .map(planting -> List.of(planting.region(), planting.period().code()))
                .collect(Collectors.toSet());
        assertThat(values(observations, "MINOR_VISITS")).isNotEmpty().allSatisfy((place, minors) -> {
            boolean touched = planted.contains(List.of(place.get(0).substring(0, 6), place.get(1)));
            assertThat(touched || minors <= visits.getOrDefault(place, Long.MAX_VALUE))
                    .as("%s", place)
                    .isTrue();
        });
    }

    /** Numbers known now by facility and month. */
    private static Map<List<String>, Long> values(List<Row> rows, String element) {
        Map<List<String>, Long> values = new HashMap<>();
        rows.stream()
                .filter(row -> row.<String>getAs("element_code").equals(element))
                .filter(row -> row.getAs("known_to") == null && row.getAs("value") != null)
                .forEach(row -> values.put(
                        List.of(row.getAs("facility_code"), row.getAs("period")),
                        row.<java.math.BigDecimal>getAs("value").longValueExact()));
        return values;
    }

    @Test
    void rowsDependNeitherOnSlicesNorOnWhatElseIsMade() {
        Period month = Period.ofMonth(2025, 4);
        Set<String> known = observations.stream()
                .filter(row -> row.<String>getAs("period").equals(month.code()))
                .map(Row::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts(new SyntheticObservations(PLAN).of(SPARK, List.of(month), 3)))
                .isEqualTo(known);
        assertThat(texts(new SyntheticObservations(plan(18, 8)).of(SPARK, List.of(month), 1)))
                .isNotEqualTo(known);
    }

    private static Set<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void truthSaysWhatStandsInTheLake() {
        List<Truth.Line> truth = Truth.of(SPARK, PLAN);

        assertThat(truth).hasSameSizeAs(PLAN.plantings()).isNotEmpty();
        for (Truth.Line line : truth) {
            long sum = observations.stream()
                    .filter(row -> row.<String>getAs("region_code").equals(line.region())
                            && row.<String>getAs("element_code").equals(line.element())
                            && row.<String>getAs("period").equals(line.period().code())
                            && (line.facility().isEmpty() || line.facility().equals(row.<String>getAs("facility_code")))
                            && row.getAs("value") != null)
                    .mapToLong(row -> row.<java.math.BigDecimal>getAs("value").longValueExact())
                    .sum();
            assertThat(sum).as("%s", line).isEqualTo(line.planted());
        }
    }

    @Test
    void lakeThatHoldsTheCatalogueIsRefusedAndStaysAsItWas() {
        Lake lake = new Lake(work.resolve("lake"));
        long before = lake.version(LakeTables.OBSERVATION);

        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> new SyntheticLake(SPARK, lake, PLAN).write((number, of, months, rows) -> rows.run()))
                .withMessageContaining("[GENERATE_LAKE_NOT_EMPTY]");
        assertThat(lake.version(LakeTables.OBSERVATION)).isEqualTo(before);
        assertThat(lake.read(SPARK, LakeTables.FILE)
                        .where(col("size_bytes").leq(0))
                        .count())
                .isZero();
    }
}
