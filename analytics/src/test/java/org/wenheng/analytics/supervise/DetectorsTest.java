package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.supervise.CaseFinder.Related;
import org.wenheng.analytics.supervise.Detection.Detector;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.FieldChecks;
import org.wenheng.ingest.reference.Period;

class DetectorsTest {
    private static final Settings SETTINGS = Shipped.settings();

    @Test
    void aChangeThatNoPeerMadeIsFarFromThem() {
        double[] peers = new double[8];
        // ln 3 over the smallest spread of 0.02 is 54.93; the limit is 5.
        Detection detection = Comparisons.peers(Math.log(3), peers, SETTINGS).orElseThrow();
        assertThat(detection.detector()).isEqualTo(Detector.PEERS);
        assertThat(detection.score()).isCloseTo(Math.log(3) / 0.02 / (Math.log(3) / 0.02 + 5), within(1e-12));
        assertThat(detection.explanation().chinese()).startsWith("为自身期望值的 3 倍,8 个同类地区的中位数为 1 倍");
        Arrays.fill(peers, Math.log(3));
        assertThat(Comparisons.peers(Math.log(3), peers, SETTINGS).orElseThrow().score())
                .as("what all did")
                .isZero();
        assertThat(Comparisons.peers(Math.log(1.1), new double[8], SETTINGS)
                        .orElseThrow()
                        .score())
                .as("a change of a tenth")
                .isZero();
        assertThat(Comparisons.peers(Math.log(3), new double[7], SETTINGS)).isEmpty();
    }

    @Test
    void aRatioIsHeldAgainstItsHistoryAndItsPeersAndTheSmallerScoreCounts() {
        double[] history = {2, 2, 2, 2, 2, 2};
        double alone = Comparisons.ratio("A / B", 4, history, new double[0], SETTINGS)
                .orElseThrow()
                .score();
        assertThat(alone).isCloseTo(Math.log(2) / 0.02 / (Math.log(2) / 0.02 + 3.5), within(1e-12));
        double[] peers = new double[8];
        Arrays.fill(peers, 4);
        Detection all = Comparisons.ratio("A / B", 4, history, peers, SETTINGS).orElseThrow();
        assertThat(all.score()).as("all peers have come to the same").isZero();
        assertThat(all.explanation().english())
                .startsWith("the ratio A / B is 4, 2 in its own history, 4 among its peers");
        assertThat(Comparisons.ratio("A / B", 4, new double[5], peers, SETTINGS))
                .isEmpty();
    }

    @Test
    void powersOfTwoFollowBenfordsLawAndNinesDoNot() {
        double[] powers =
                IntStream.range(0, 400).mapToDouble(i -> Math.pow(2, i)).toArray();
        assertThat(DigitTests.firstDigits(powers, SETTINGS).orElseThrow().score())
                .isLessThan(0.1);
        double[] nines = DoubleStream.concat(
                        DoubleStream.of(1),
                        DoubleStream.iterate(9000, value -> value + 1).limit(400))
                .toArray();
        assertThat(DigitTests.firstDigits(nines, SETTINGS).orElseThrow().score())
                .isGreaterThan(0.9);
        assertThat(DigitTests.firstDigits(Arrays.copyOf(powers, 299), SETTINGS))
                .as("too few")
                .isEmpty();
    }

    @Test
    void aRatioIsACaseOfItsNumeratorAndSteadyElementsAreNotSearchedForCopies() {
        Period tested = Period.ofMonth(2025, 12);
        ElementPanel.Builder panel = ElementPanel.builder();
        int value = 100;
        for (Period period = Period.ofMonth(2024, 1); period.compareTo(tested) <= 0; period = period.next()) {
            // Visits and loans are equal, until twice as many are lent to the same visitors; the hours stop to change.
            panel.put("X1", period, "VISIT", value);
            panel.put("X1", period, "LOAN", period.equals(tested) ? 2 * value : value);
            panel.put("X1", period, "HOURS", period.compareTo(Period.ofMonth(2025, 6)) < 0 ? value : 40);
            value++;
        }
        List<Related> pair = List.of(new Related("LOAN", "VISIT"));
        FieldChecks steady =
                new FieldChecks(List.of(), java.util.Set.of(), java.util.Set.of("HOURS"), java.util.Set.of(), Map.of());
        List<AnomalyCase> cases =
                new CaseFinder(Map.of(), pair, steady, SETTINGS).cases(panel.build(), tested, List.of());
        assertThat(cases).extracting(AnomalyCase::element).contains("LOAN").doesNotContain("VISIT");
        assertThat(cases)
                .filteredOn(one -> one.element().equals("LOAN"))
                .singleElement()
                .satisfies(one -> assertThat(one.detections())
                        .extracting(Detection::detector)
                        .contains(Detector.RATIO));
        assertThat(copied(new CaseFinder(Map.of(), pair, FieldChecks.NONE, SETTINGS)
                        .cases(panel.build(), tested, List.of())))
                .containsExactly("HOURS");
        assertThat(copied(cases)).isEmpty();
    }

    private static List<String> copied(List<AnomalyCase> cases) {
        return cases.stream()
                .filter(one -> one.detections().stream().anyMatch(found -> found.detector() == Detector.COPIED))
                .map(AnomalyCase::element)
                .toList();
    }

    @Test
    void aSeriesThatNeverChangedIsNotCopied() {
        TreeMap<Period, Double> series = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            series.put(Period.ofMonth(2025, month), 7.0);
        }
        assertThat(CopiedRun.of(series, Period.ofMonth(2025, 12))).isEmpty();
    }

    @Test
    void settingsOutOfRangeMissingOrUnknownAreAllRefusedAtOnce() {
        String text = Shipped.text("supervision.yml")
                .replace("seasonal-score: { value: 3.5", "seasonal-score: { value: 0")
                .replace("peers-fewest:", "peers-fewer:");
        assertThatThrownBy(() -> Settings.parse("supervision.yml", text))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(
                        "supervision.yml:3 [SETTING_OUT_OF_RANGE] seasonal-score 的值 0.0 应在 0.1 至 100.0 之间")
                .hasMessageContaining("peers-fewer")
                .hasMessageContaining("peers-fewest");
    }
}
