package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.ingest.reference.FieldChecks;
import org.wenheng.ingest.reference.Period;

class CaseFinderTest {
    private static final Settings SETTINGS = Shipped.settings();
    private static final Period TESTED = Period.ofMonth(2025, 12);

    @Test
    void aConstantSeriesIsExpectedToStayAndTripledIsUnusual() {
        TreeMap<Period, Double> series = new TreeMap<>();
        for (Period period = TESTED; period.year() > 2022; period = period.previous()) {
            series.put(period, 100.0);
        }
        assertThat(SeasonalBaseline.of(series, TESTED, SETTINGS).orElseThrow().score())
                .isZero();
        series.put(TESTED, 300.0);
        SeasonalBaseline tripled = SeasonalBaseline.of(series, TESTED, SETTINGS).orElseThrow();
        assertThat(tripled.expected()).isCloseTo(100, within(1e-9));
        // ln 3 over the smallest spread of 0.02.
        assertThat(tripled.score()).isCloseTo(Math.log(3) / 0.02, within(1e-9));
        series.headMap(Period.ofMonth(2025, 8)).clear();
        assertThat(SeasonalBaseline.of(series, TESTED, SETTINGS)).isEmpty();
    }

    @Test
    void tailsAreThoseOfTheBinomialDistribution() {
        assertThat(DigitTests.tail(2, 2, 0.2)).isCloseTo(0.04, within(1e-12));
        assertThat(DigitTests.tail(1, 2, 0.2)).isCloseTo(0.36, within(1e-12));
        double[] heaped = new double[24];
        Arrays.fill(heaped, 1500);
        assertThat(DigitTests.heaping(heaped, SETTINGS).orElseThrow().score()).isGreaterThan(0.9);
        assertThat(DigitTests.firstDigits(heaped, SETTINGS)).isEmpty();
    }

    @Test
    void whatAlwaysRepeatsIsNotCopied() {
        TreeMap<Period, Double> series = new TreeMap<>();
        double value = 1000;
        for (Period period = Period.ofMonth(2024, 1); period.compareTo(TESTED) <= 0; period = period.next()) {
            series.put(period, period.compareTo(Period.ofMonth(2025, 9)) > 0 ? 777.0 : value++);
        }
        // Three equal values are two repeats; 19 neighbours before differ, so that one has the chance 1/22.
        assertThat(CopiedRun.of(series, TESTED)).contains(new CopiedRun(2, 1.0 / 22));
    }

    @Test
    void plantedMistakesAreFoundAndLittleElse() {
        int planted = 0;
        int found = 0;
        int cases = 0;
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ElementPanel.Builder panel = ElementPanel.builder();
            Map<String, String> groups = new TreeMap<>();
            for (int region = 0; region < 30; region++) {
                groups.put("R" + region, "G");
                double size = 2000 + 8000 * random.nextDouble();
                for (int year = 2021; year <= 2025; year++) {
                    for (int month = 1; month <= 12; month++) {
                        boolean wrong = region < 3 && year == 2025 && month == 12;
                        double season = 1 + 0.5 * Math.sin(month * Math.PI / 6);
                        double noise =
                                Math.exp(0.1 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5));
                        panel.put(
                                "R" + region,
                                Period.ofMonth(year, month),
                                "VISIT",
                                Math.rint(size * season * noise * (wrong ? region == 0 ? 0.3 : 3 : 1)));
                    }
                }
            }
            List<AnomalyCase> all = new CaseFinder(groups, List.of(), FieldChecks.NONE, SETTINGS)
                    .cases(panel.build(), TESTED, List.of());
            planted += 3;
            cases += all.size();
            found += (int) all.stream()
                    .filter(one -> List.of("R0", "R1", "R2").contains(one.region()))
                    .count();
        }
        System.out.printf("recall %d / %d, precision %d / %d%n", found, planted, found, cases);
        assertThat((double) found / planted).isGreaterThanOrEqualTo(0.95);
        assertThat((double) found / cases).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aCaseIsLinkedToEarlierOnesNearEnough() {
        List<Detection> none = List.of();
        AnomalyCase now = AnomalyCase.of("A", "VISIT", TESTED, none);
        AnomalyCase near = AnomalyCase.of("A", "VISIT", Period.ofMonth(2024, 12), none);
        AnomalyCase far = AnomalyCase.of("A", "VISIT", Period.ofMonth(2024, 11), none);
        AnomalyCase other = AnomalyCase.of("A", "LOAN", Period.ofMonth(2025, 11), none);
        assertThat(now.linked(List.of(far, other, near, now), 12).earlier()).containsExactly("A/2024-12/VISIT");
    }
}
