package org.wenheng.analytics.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Element.OverRegions;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** Province P with city X (counties X1, X2, X3) and county Y1 of its own. */
class RollUpRegionsTest {
    private final List<Row> own = new ArrayList<>();

    @Test
    void everyRuleMakesTheValueOfAllThatLiesInARegion() {
        put("X1", "2026", "POP", "100");
        put("X2", "2026", "POP", "300");
        put("Y1", "2026", "POP", "600");
        for (String element : List.of("SUM", "MEAN", "MAX", "COUNT", "BY_POP", "BY_STAFF")) {
            put("X1", "2026-01", element, "10");
            put("X2", "2026-01", element, "20");
            put("X3", "2026-01", element, "not-reported");
            // The city's own report stays its own and is not counted twice.
            put("X", "2026-01", element, "7");
            put("Y1", "2026-01", element, "60");
        }
        put("X1", "2026-01", "STAFF", "1");
        put("X2", "2026-01", "STAFF", "1");
        put("Y1", "2026-01", "STAFF", "2");
        assertThat(rolledUp("X"))
                .containsExactly(
                        // (100·10 + 300·20) / 400
                        "BY_POP 17.500000 2/3 2026",
                        "BY_STAFF 15.000000 2/3 2026-01",
                        "COUNT 2.000000 2/3 null",
                        "MAX 20.000000 2/3 null",
                        "MEAN 15.000000 2/3 null",
                        "SUM 30.000000 2/3 null");
        assertThat(rolledUp("P"))
                .containsExactly(
                        // (1000 + 6000 + 36000) / 1000
                        "BY_POP 43.000000 3/4 2026",
                        // (10 + 20 + 2·60) / 4
                        "BY_STAFF 37.500000 3/4 2026-01",
                        "COUNT 3.000000 3/4 null",
                        "MAX 60.000000 3/4 null",
                        "MEAN 30.000000 3/4 null",
                        "SUM 90.000000 3/4 null");
        assertThat(rolledUp("X1")).isEmpty();
    }

    @Test
    void populationOfTheYearBeforeIsTakenWhereTheYearHasNoneAndIsSaid() {
        put("X1", "2025", "POP", "100");
        put("X1", "2026", "POP", "300");
        put("X2", "2025", "POP", "100");
        put("X1", "2026-01", "BY_POP", "10");
        put("X2", "2026-01", "BY_POP", "20");
        // X3 has no population in either year and cannot be weighed.
        put("X3", "2026-01", "BY_POP", "1000");
        assertThat(rolledUp("X")).containsExactly("BY_POP 12.500000 2/3 2025");
    }

    @Test
    void withoutAnyNumberTheReasonStands() {
        put("X1", "2026-01", "SUM", "not-applicable");
        put("X2", "2026-01", "SUM", "suppressed");
        put("X1", "2026-01", "MAX", "nil");
        put("X1", "2026-01", "MEAN", "not-applicable");
        put("X2", "2026-01", "MEAN", "not-applicable");
        put("X3", "2026-01", "MEAN", "not-applicable");
        put("X1", "2026-01", "COUNT", "not-applicable");
        assertThat(rolledUp("X"))
                .containsExactly(
                        "COUNT not-reported 0/2 null",
                        "MAX nil 1/3 null",
                        "MEAN not-applicable 0/0 null",
                        "SUM suppressed 0/2 null");
    }

    private List<String> rolledUp(String region) {
        var spark = SparkForTests.session();
        return ElementValues.rollUp(
                        spark.createDataFrame(own, Lake.schema(GoldTables.ELEMENT_VALUE)),
                        catalogue(),
                        List.of(Period.ofMonth(2026, 1)))
                .where("region_code = '" + region + "' AND made_of = 'below'")
                .orderBy("element_code")
                .collectAsList()
                .stream()
                .map(row -> "%s %s %d/%d %s"
                        .formatted(
                                row.<String>getAs("element_code"),
                                row.<String>getAs("status").equals("reported")
                                        ? row.<BigDecimal>getAs("value")
                                        : row.<String>getAs("status"),
                                row.<Integer>getAs("reported"),
                                row.<Integer>getAs("expected"),
                                row.<String>getAs("weights_from")))
                .toList();
    }

    private void put(String region, String period, String element, String given) {
        boolean number = Character.isDigit(given.charAt(0));
        own.add(RowFactory.create(
                "small",
                region,
                period,
                element,
                number ? "reported" : given,
                number ? new BigDecimal(given).setScale(6) : null,
                1,
                1,
                "own",
                null,
                "real"));
    }

    private static Catalogue catalogue() {
        return Catalogue.of(
                "small",
                new Title("小", "Small"),
                List.of(
                        region("P", null),
                        region("X", "P"),
                        region("X1", "X"),
                        region("X2", "X"),
                        region("X3", "X"),
                        region("Y1", "P")),
                List.of(
                        element("POP", Frequency.YEAR, OverRegions.OWN, null),
                        element("STAFF", Frequency.MONTH, OverRegions.OWN, null),
                        element("SUM", Frequency.MONTH, OverRegions.SUM, null),
                        element("MEAN", Frequency.MONTH, OverRegions.MEAN, null),
                        element("MAX", Frequency.MONTH, OverRegions.MAX, null),
                        element("COUNT", Frequency.MONTH, OverRegions.COUNT, null),
                        element("BY_POP", Frequency.MONTH, OverRegions.POPULATION_WEIGHTED, "POP"),
                        element("BY_STAFF", Frequency.MONTH, OverRegions.WEIGHTED, "STAFF")),
                List.of(),
                List.of());
    }

    private static Region region(String code, @Nullable String parent) {
        return new Region(code, new Title(code, code), "area", parent, Map.of(), List.of(), null, null);
    }

    private static Element element(String code, Frequency frequency, OverRegions rule, @Nullable String weight) {
        return new Element(
                code,
                new Title(code, code),
                "个",
                frequency,
                Accumulation.SUM,
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
