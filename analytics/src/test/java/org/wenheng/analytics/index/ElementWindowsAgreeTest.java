package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.derive.ElementValues;
import org.wenheng.analytics.derive.WindowCalendar;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.analytics.scheme.formula.Quantity;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/** The windows in the lake are what the engine's own functions give for the same panel. */
class ElementWindowsAgreeTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final List<String> ELEMENTS = List.of("POP", "A", "FILM", "HOURS", "VISIT", "STOCK");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void windowsAreThoseOfTheEngine(long seed) {
        List<Row> rows = panel(new SplittableRandom(seed));
        WindowCalendar calendar = new WindowCalendar(5, 3, 2);
        Set<Period> targets = new LinkedHashSet<>();
        rows.forEach(row -> targets.add(Period.parse(row.getString(2)).orElseThrow()));
        Dataset<Row> values = SparkForTests.session()
                .createDataFrame(rows, Lake.schema(GoldTables.ELEMENT_VALUE))
                .coalesce(1);
        List<Row> windows =
                ElementValues.windows(values, CATALOGUE, calendar, targets).collectAsList();
        // A minimum share of almost nothing: a window has a value as soon as one of its periods has.
        ElementTimes engine = new ElementTimes(ElementValues.panel(values.collectAsList()), CATALOGUE, 1e-6);
        assertThat(windows).hasSizeGreaterThan(100);
        for (Row window : windows) {
            String region = window.getAs("region_code");
            String code = window.getAs("element_code");
            Period period = Period.parse(window.<String>getAs("period")).orElseThrow();
            Element element = Objects.requireNonNull(CATALOGUE.elements().get(code));
            assertThat(window.<String>getAs("previous_status"))
                    .isEqualTo(statusOf(rows, region, period.previous(), code));
            ElementReading previous = engine.read(region, code, period, Reach.PREVIOUS);
            same(previous.quantity(), window.getAs("previous"));
            ElementReading toDate = engine.read(region, code, period, Reach.YEAR_TO_DATE);
            same(toDate.quantity(), window.getAs("to_date"));
            assertThat(window.<Integer>getAs("to_date_present")).isEqualTo(present(toDate));
            assertThat(window.<Integer>getAs("to_date_expected")).isEqualTo(expected(toDate));
            ElementReading mean =
                    engine.read(region, code, period, Reach.meanOfLast(calendar.trailing(element.frequency())));
            same(mean.quantity(), window.getAs("trailing_mean"));
            if (element.overTime() == Accumulation.MEAN) {
                same(mean.quantity(), window.getAs("trailing"));
            }
            assertThat(window.<Integer>getAs("trailing_present")).isEqualTo(present(mean));
            assertThat(window.<Integer>getAs("trailing_expected")).isEqualTo(expected(mean));
        }
    }

    private static void same(Quantity ours, @Nullable Double window) {
        if (window == null) {
            assertThat(ours.isValue()).isFalse();
        } else {
            assertThat(window).isCloseTo(ours.value(), within(1e-9 * Math.max(1, Math.abs(window))));
        }
    }

    private static int present(ElementReading reading) {
        return (int)
                reading.parts().stream().filter(ElementReading.Part::isUsable).count();
    }

    private static int expected(ElementReading reading) {
        return (int) reading.parts().stream()
                .filter(part -> part.cell().status() != ValueStatus.NOT_APPLICABLE)
                .count();
    }

    private static String statusOf(List<Row> rows, String region, Period period, String element) {
        return rows.stream()
                .filter(row -> row.getString(1).equals(region)
                        && row.getString(2).equals(period.code())
                        && row.getString(3).equals(element))
                .map(row -> row.getString(4))
                .findFirst()
                .orElse("not-reported");
    }

    /** Two regions over three years, about a third of the cells without a number and a tenth missing. */
    private static List<Row> panel(SplittableRandom random) {
        List<Row> rows = new ArrayList<>();
        for (String region : List.of("X1", "Y1")) {
            for (String code : ELEMENTS) {
                Element element = Objects.requireNonNull(CATALOGUE.elements().get(code));
                for (int year = 2024; year <= 2026; year++) {
                    for (Period period : Period.ofYear(year).parts(element.frequency())) {
                        ValueStatus status = random.nextInt(3) > 0
                                ? ValueStatus.REPORTED
                                : List.of(ValueStatus.values()).get(random.nextInt(5));
                        BigDecimal value = status == ValueStatus.REPORTED
                                ? BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), 6)
                                : null;
                        if (random.nextInt(10) > 0) {
                            rows.add(RowFactory.create(
                                    "small",
                                    region,
                                    period.code(),
                                    code,
                                    status.code(),
                                    value,
                                    1,
                                    1,
                                    "own",
                                    null,
                                    "real"));
                        }
                    }
                }
            }
        }
        return rows;
    }
}
