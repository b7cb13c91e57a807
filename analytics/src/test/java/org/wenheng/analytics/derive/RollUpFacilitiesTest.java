package org.wenheng.analytics.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.ingest.lake.AsKnown;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;

class RollUpFacilitiesTest {
    private static final SparkSession SPARK = SparkForTests.session();
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T00:00:00Z");

    @Test
    void facilitiesAddUpToTheirRegion() {
        assertThat(rolledUp(visits("a", "10.5"), visits("b", "20"), hours("a", "40"), hours("b", "56")))
                .containsExactly("HOURS reported 48.000000 2/2", "VISITS reported 30.500000 2/2");
    }

    @Test
    void aMissingFacilityIsLeftOutAndCounted() {
        assertThat(rolledUp(visits("a", "10"), visits("b", null, "not-reported"), visits("c", null, "suppressed")))
                .containsExactly("VISITS reported 10.000000 1/3");
    }

    @Test
    void aFacilityToWhichTheElementDoesNotApplyIsNotExpected() {
        assertThat(rolledUp(visits("a", "10"), visits("b", null, "not-applicable")))
                .containsExactly("VISITS reported 10.000000 1/1");
    }

    @Test
    void aZeroIsANumberAndANilReportIsNot() {
        assertThat(rolledUp(visits("a", "0"))).containsExactly("VISITS reported 0.000000 1/1");
        assertThat(rolledUp(visits("a", null, "nil"))).containsExactly("VISITS nil null 1/1");
    }

    @Test
    void withoutAnyNumberTheReasonSurvives() {
        assertThat(rolledUp(visits("a", null, "suppressed"), visits("b", null, "not-reported")))
                .containsExactly("VISITS suppressed null 0/2");
        assertThat(rolledUp(visits("a", null, "not-applicable"))).containsExactly("VISITS not-applicable null 0/0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void neitherOrderNorPartitionsShow(int seed) {
        List<Row> rows = new ArrayList<>();
        for (int facility = 0; facility < 200; facility++) {
            rows.add(visits("f" + facility, facility + ".1"));
        }
        List<String> expected = results(observations(rows).coalesce(1));
        Collections.shuffle(rows, new Random(seed));
        assertThat(results(observations(rows).repartition(1 + seed))).isEqualTo(expected);
        // 0.1 × 200 + (0 + … + 199) = 20 + 19900
        assertThat(expected).containsExactly("VISITS reported 19920.000000 200/200");
    }

    @Test
    void aSumThatIsTooLargeToBeExactIsAnError() {
        assertThatThrownBy(() -> rolledUp(visits("a", "9000000000000"), visits("b", "9000000000000")))
                .hasStackTraceContaining("ArithmeticException");
        assertThatThrownBy(() -> rolledUp(visits("a", "9300000000000"))).hasStackTraceContaining("ArithmeticException");
        assertThat(rolledUp(visits("a", "9000000000000.000001"), visits("b", "-0.000001")))
                .containsExactly("VISITS reported 9000000000000.000000 2/2");
    }

    @Test
    void aMeanIsRoundedAsDecimalsAre() {
        // 2/3, and 0.0000005, which ten decimals hold and six round up.
        assertThat(rolledUp(hours("a", "1"), hours("b", "1"), hours("c", "0")))
                .containsExactly("HOURS reported 0.666667 3/3");
        assertThat(rolledUp(hours("a", "0.000001"), hours("b", "0"))).containsExactly("HOURS reported 0.000001 2/2");
    }

    @Test
    void whatWasKnownAtAMomentIsKeptAndLaterCorrectionsAreNot() {
        Row first = row("a", "VISITS", "10", "reported", MONDAY, TUESDAY);
        Row corrected = row("a", "VISITS", "12", "reported", TUESDAY, null);
        Dataset<Row> both = observations(List.of(first, corrected));
        assertThat(results(new AsKnown(MONDAY).apply(both))).containsExactly("VISITS reported 10.000000 1/1");
        assertThat(results(new AsKnown(TUESDAY).apply(both))).containsExactly("VISITS reported 12.000000 1/1");
    }

    @Test
    void aWrongInputIsRefusedWithEveryDifference() {
        Dataset<Row> wrong = observations(List.of()).drop("cell").withColumnRenamed("period", "month");
        assertThatThrownBy(() -> new AsKnown(MONDAY).apply(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot run stage AsKnown")
                .hasMessageContaining("missing column period STRING")
                .hasMessageContaining("missing column cell STRING");
    }

    private static List<String> rolledUp(Row... rows) {
        return results(observations(Arrays.asList(rows)));
    }

    private static List<String> results(Dataset<Row> observations) {
        Dataset<Row> rules = SPARK.createDataFrame(
                List.of(RowFactory.create("VISITS", "sum"), RowFactory.create("HOURS", "mean")),
                new StructType()
                        .add("element_code", DataTypes.StringType)
                        .add("over_facilities", DataTypes.StringType));
        return new RollUpFacilities(rules, "x")
                .apply(observations).orderBy("element_code").collectAsList().stream()
                        .map(row -> "%s %s %s %d/%d"
                                .formatted(
                                        row.<String>getAs("element_code"),
                                        row.<String>getAs("status"),
                                        row.<BigDecimal>getAs("value"),
                                        row.<Integer>getAs("reported"),
                                        row.<Integer>getAs("expected")))
                        .toList();
    }

    private static Dataset<Row> observations(List<Row> rows) {
        return SPARK.createDataFrame(rows, Lake.schema(LakeTables.OBSERVATION));
    }

    private static Row visits(String facility, String value) {
        return visits(facility, value, "reported");
    }

    private static Row visits(String facility, @Nullable String value, String status) {
        return row(facility, "VISITS", value, status, MONDAY, null);
    }

    private static Row hours(String facility, String value) {
        return row(facility, "HOURS", value, "reported", MONDAY, null);
    }

    private static Row row(
            String facility,
            String element,
            @Nullable String value,
            String status,
            Instant from,
            @Nullable Instant to) {
        return RowFactory.create(
                "x",
                "100",
                facility,
                facility,
                "2025",
                element,
                status,
                value == null ? null : new BigDecimal(value),
                "s1",
                "表",
                "C7",
                value == null ? "" : value,
                "real",
                Timestamp.from(from),
                to == null ? null : Timestamp.from(to));
    }
}
