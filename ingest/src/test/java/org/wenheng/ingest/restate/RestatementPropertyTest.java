package org.wenheng.ingest.restate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.restate.RestatementTest.MONEY;
import static org.wenheng.ingest.restate.RestatementTest.PEOPLE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionHistory;
import org.wenheng.ingest.reference.ValueStatus;

/** What holds for every series, on the small history and on that of the nation. */
class RestatementPropertyTest {
    private static final RegionHistory CHINA =
            Catalogues.loadRegions(Path.of(System.getProperty("wenheng.home"), "ingest/catalogues/china-counties"));

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    /** A value for every region without regions below it, in some years. */
    private static List<RegionValue> series(RegionHistory history, Random chance, boolean whole) {
        List<RegionValue> series = new ArrayList<>();
        for (int year : List.of(2012 + chance.nextInt(4), 2016 + chance.nextInt(8))) {
            Period period = Period.ofYear(year);
            List<Region> inForce = history.inForce(period.lastDay());
            List<String> parents = inForce.stream()
                    .map(region -> String.valueOf(region.parent()))
                    .distinct()
                    .toList();
            for (Region region : inForce) {
                if (!parents.contains(region.code())) {
                    BigDecimal value = BigDecimal.valueOf(chance.nextInt(1_000_000), whole ? 0 : 2);
                    series.add(RegionValue.reported(region.code(), period, ValueStatus.REPORTED, value));
                }
            }
        }
        return series;
    }

    private static BigDecimal total(List<RegionValue> series) {
        return series.stream()
                .map(value -> value.value() == null ? BigDecimal.ZERO : value.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(6, RoundingMode.UNNECESSARY);
    }

    private static LocalDate someDay(Random chance) {
        return LocalDate.of(2010 + chance.nextInt(15), 1 + chance.nextInt(12), 1 + chance.nextInt(28));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void totalsAreKeptWhateverTheDay(int seed) {
        Random chance = new Random(seed);
        Element element = chance.nextBoolean() ? PEOPLE : MONEY;
        List<RegionValue> series = series(RestatementTest.HISTORY, chance, element.integer());

        List<RegionValue> restated =
                Restatement.restate(series, RestatementTest.HISTORY, element, Coverage.OWN_LEVEL, someDay(chance));

        assertThat(total(restated)).isEqualTo(total(series));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restatingTwiceIsRestatingOnce(int seed) {
        Random chance = new Random(seed);
        List<RegionValue> series = series(RestatementTest.HISTORY, chance, true);
        LocalDate day = someDay(chance);

        List<RegionValue> once = Restatement.restate(series, RestatementTest.HISTORY, PEOPLE, Coverage.WHOLE_AREA, day);

        assertThat(Restatement.restate(once, RestatementTest.HISTORY, PEOPLE, Coverage.WHOLE_AREA, day))
                .isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restatingToTheLastDayOfThePeriodChangesNothing(int seed) {
        Random chance = new Random(seed);
        List<RegionValue> series = series(RestatementTest.HISTORY, chance, true);

        for (RegionValue value : series) {
            assertThat(Restatement.restate(
                            List.of(value),
                            RestatementTest.HISTORY,
                            PEOPLE,
                            Coverage.WHOLE_AREA,
                            value.period().lastDay()))
                    .containsExactly(value);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfTheSeriesDoesNotMatter(int seed) {
        Random chance = new Random(seed);
        List<RegionValue> series = series(RestatementTest.HISTORY, chance, true);
        LocalDate day = someDay(chance);
        List<RegionValue> shuffled = new ArrayList<>(series);
        java.util.Collections.shuffle(shuffled, chance);

        assertThat(Restatement.restate(shuffled, RestatementTest.HISTORY, PEOPLE, Coverage.OWN_LEVEL, day))
                .isEqualTo(Restatement.restate(series, RestatementTest.HISTORY, PEOPLE, Coverage.OWN_LEVEL, day));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partsAddUpToTheWholeAndNoneIsAUnitFromItsShare(int seed) {
        Random chance = new Random(seed);
        int count = 1 + chance.nextInt(9);
        List<BigDecimal> weights = new ArrayList<>();
        BigDecimal rest = BigDecimal.ONE;
        for (int i = 1; i < count; i++) {
            BigDecimal weight = rest.multiply(BigDecimal.valueOf(1 + chance.nextInt(98), 2));
            weights.add(weight);
            rest = rest.subtract(weight);
        }
        weights.add(rest);
        BigDecimal whole = BigDecimal.valueOf(chance.nextInt(100_000));

        List<BigDecimal> parts = Apportionment.of(whole, weights, 0);

        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole);
        for (int i = 0; i < count; i++) {
            assertThat(parts.get(i).subtract(whole.multiply(weights.get(i))).abs())
                    .isLessThan(BigDecimal.ONE);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nationKeepsItsTotalAndEveryRestatedValueStandsUnderARegionOfTheDay(int seed) {
        Random chance = new Random(seed);
        List<RegionValue> series = series(CHINA, chance, true);
        LocalDate day = someDay(chance);

        List<RegionValue> restated = Restatement.restate(series, CHINA, PEOPLE, Coverage.OWN_LEVEL, day);

        assertThat(total(restated)).isEqualTo(total(series));
        assertThat(restated)
                .filteredOn(value -> value.outcome() != Outcome.IMPOSSIBLE)
                .hasSizeGreaterThan(5000)
                .allSatisfy(value -> assertThat(CHINA.on(value.region(), day)).isPresent());
    }
}
