package org.wenheng.analytics.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.explain.ChangeDecomposition.Row;
import org.wenheng.analytics.explain.ScoreChange.Step;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

class ScoreChangeTest {
    private static final Period LAST = Period.ofYear(2026);
    private static final Period NEXT = Period.ofYear(2027);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(3);
    private static final String[] COMPARING = {"method: min-max", "parameters: { winsorise: [0, 1] }"};

    /** D (60) by A with a target, E (40) by B among all regions. */
    private static Scheme scheme(int target) {
        return SmallWorld.read(
                CATALOGUE,
                indicator(
                        "D1",
                        "D",
                        1,
                        "year",
                        "A",
                        "method: target",
                        "parameters: { target: %d, cap: 100 }".formatted(target)),
                indicator("E1", "E", 1, "year", "B", COMPARING));
    }

    private static final Scheme SCHEME = scheme(100);

    private static ElementPanel.Builder year(
            ElementPanel.Builder panel, Period period, double a, double b, double peer) {
        return panel.put("X1", period, "A", a)
                .put("X1", period, "B", b)
                .put("X2", period, "B", 0)
                .put("X3", period, "B", peer);
    }

    private static ElementPanel.Builder year(Period period, double a, double b, double peer) {
        return year(ElementPanel.builder(), period, a, b, peer);
    }

    private static RunInputs run(Scheme scheme, ElementPanel.Builder panel, Period period) {
        return new RunInputs(scheme, CATALOGUE, panel.build(), period);
    }

    private static ChangeDecomposition change(RunInputs before, RunInputs after) {
        return ScoreChange.overAllOrders(before, after, "X1", "unit");
    }

    private static void isAlone(ChangeDecomposition change, Cause cause, double points) {
        assertThat(change.change()).isEqualTo(points, within(1e-9));
        change.causes()
                .forEach((each, part) ->
                        assertThat(part).as(each.name()).isEqualTo(each == cause ? change.change() : 0));
    }

    @Test
    void correctedValueIsCorrectionAlone() {
        isAlone(
                change(run(SCHEME, year(LAST, 50, 50, 100), LAST), run(SCHEME, year(LAST, 70, 50, 100), LAST)),
                Cause.CORRECTION,
                12);
    }

    @Test
    void valueTakenBackIsCorrectionAlone() {
        ElementPanel.Builder without = ElementPanel.builder()
                .put("X1", LAST, "B", 50)
                .put("X2", LAST, "B", 0)
                .put("X3", LAST, "B", 100);
        isAlone(change(run(SCHEME, year(LAST, 50, 50, 100), LAST), run(SCHEME, without, LAST)), Cause.CORRECTION, -30);
    }

    @Test
    void lateValueIsNewDataAlone() {
        ElementPanel.Builder without = ElementPanel.builder()
                .put("X1", LAST, "B", 50)
                .put("X2", LAST, "B", 0)
                .put("X3", LAST, "B", 100);
        isAlone(change(run(SCHEME, without, LAST), run(SCHEME, year(LAST, 50, 50, 100), LAST)), Cause.NEW_DATA, 30);
    }

    @Test
    void nextPeriodIsNewDataAloneWhetherTheOldOneIsStillThereOrNot() {
        RunInputs before = run(SCHEME, year(LAST, 50, 50, 100), LAST);
        isAlone(change(before, run(SCHEME, year(NEXT, 80, 50, 100), NEXT)), Cause.NEW_DATA, 18);
        ElementPanel.Builder both = year(year(LAST, 50, 50, 100), NEXT, 80, 50, 100);
        isAlone(change(before, run(SCHEME, both, NEXT)), Cause.NEW_DATA, 18);
    }

    @Test
    void otherTargetIsSchemeAlone() {
        isAlone(
                change(run(SCHEME, year(LAST, 50, 50, 100), LAST), run(scheme(125), year(LAST, 50, 50, 100), LAST)),
                Cause.SCHEME,
                -6);
    }

    @Test
    void betterPeersArePeersAlone() {
        RunInputs before = run(SCHEME, year(LAST, 50, 50, 100), LAST);
        isAlone(change(before, run(SCHEME, year(LAST, 50, 50, 200), LAST)), Cause.PEERS, -10);
        isAlone(change(before, run(SCHEME, year(NEXT, 50, 50, 200), NEXT)), Cause.PEERS, -10);
    }

    @Test
    void ownValueThatMakesTheNewHighestIsNotThePeers() {
        RunInputs before = run(SCHEME, year(LAST, 50, 50, 100), LAST);
        isAlone(change(before, run(SCHEME, year(LAST, 50, 400, 100), LAST)), Cause.CORRECTION, 20);
    }

    @Test
    void otherGroupIsBoundaryAlone() {
        Scheme scheme = SmallWorld.read(
                CATALOGUE,
                indicator("D1", "D", 1, "year", "A"),
                indicator(
                        "E1",
                        "E",
                        1,
                        "year",
                        "B",
                        "method: min-max",
                        "parameters: { winsorise: [0, 1] }",
                        "reference: { of: peer-group, at-least: 2 }"));
        ElementPanel panel = year(LAST, 50, 50, 100)
                .put("Y1", LAST, "B", 50)
                .put("Y2", LAST, "B", 0)
                .build();
        Catalogue moved = RandomRuns.moved(CATALOGUE, "X1", "Y", "hill");
        isAlone(
                change(new RunInputs(scheme, CATALOGUE, panel, LAST), new RunInputs(scheme, moved, panel, LAST)),
                Cause.BOUNDARY,
                20);
    }

    @Test
    void countyThatLeavesIsBoundaryForItsCity() {
        ElementPanel panel = year(LAST, 50, 50, 100)
                .put("X2", LAST, "A", 20)
                .put("X3", LAST, "A", 100)
                .build();
        RunInputs before = new RunInputs(SCHEME, CATALOGUE, panel, LAST);
        RunInputs after = new RunInputs(SCHEME, RandomRuns.moved(CATALOGUE, "X3", "Y", "hill"), panel, LAST);
        ChangeDecomposition change = ScoreChange.overAllOrders(before, after, "X", "parent");
        // The mean of 50, 12 and 100 becomes that of 50 and 12.
        isAlone(change, Cause.BOUNDARY, 31 - 54);
        assertThat(change.rows())
                .filteredOn(row -> row.node().equals("unit:X3"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.title().chinese()).isEqualTo("X3县");
                    assertThat(row.sum()).isEqualTo(-100 / 3.0, within(1e-9));
                });
    }

    @Test
    void oldMistakeIsTheCorrectionsThoughTheNewPeriodDoesNotReadIt() {
        RunInputs before = run(SCHEME, year(LAST, 50, 50, 100), LAST);
        ElementPanel.Builder later = year(year(LAST, 60, 50, 100), NEXT, 90, 50, 100);
        Map<Cause, Double> causes = change(before, run(SCHEME, later, NEXT)).causes();
        assertThat(causes.get(Cause.CORRECTION)).isEqualTo(6, within(1e-9));
        assertThat(causes.get(Cause.NEW_DATA)).isEqualTo(18, within(1e-9));
    }

    @Test
    void twoCausesThatMeetShareWhatTheyMakeTogether() {
        RunInputs before = run(SCHEME, year(LAST, 50, 50, 100), LAST);
        RunInputs after = run(scheme(200), year(LAST, 100, 50, 100), LAST);
        // 50 of 100 becomes 100 of 200. The value first: +30, then −30; the target first: −15, then +15.
        ChangeDecomposition mean = change(before, after);
        assertThat(mean.causes().get(Cause.CORRECTION)).isEqualTo(22.5, within(1e-9));
        assertThat(mean.causes().get(Cause.SCHEME)).isEqualTo(-22.5, within(1e-9));
        ChangeDecomposition ordered = ScoreChange.inOrder(before, after, "X1", "unit", List.of(Cause.values()));
        assertThat(ordered.causes().get(Cause.CORRECTION)).isEqualTo(30, within(1e-9));
        assertThat(ordered.rule().chinese()).isEqualTo("依次:数据更正、方案变化");
        assertThat(mean.sentence().chinese()).isEqualTo("得分由50变为50(0):数据更正+22.5,方案变化-22.5");
    }

    @Test
    void quartersAreComparedThoughPeersHaveRunForAnotherShareOfTheYear() {
        Scheme scheme = SmallWorld.read(
                CATALOGUE,
                indicator("D1", "D", 1, "quarter", "ytd(VISIT) / months", COMPARING),
                indicator("E1", "E", 1, "quarter", "STOCK"));
        Period first = Period.ofQuarter(2026, 1);
        Period second = Period.ofQuarter(2026, 2);
        ElementPanel.Builder panel = ElementPanel.builder();
        double[] visits = {30, 0, 60};
        for (int i = 0; i < 3; i++) {
            for (Period quarter : List.of(first, second)) {
                panel.put("X" + (i + 1), quarter, "VISIT", visits[i]).put("X" + (i + 1), quarter, "STOCK", 50);
            }
        }
        RunInputs before = run(scheme, panel, first);
        RunInputs after = new RunInputs(scheme, CATALOGUE, before.panel(), second);
        // Everybody goes on as before: 10, 0 and 20 visits a month.
        assertThat(change(before, after).causes().values()).allMatch(part -> part == 0);
    }

    @Test
    void ownStepsAreFollowed() {
        RunInputs start = run(SCHEME, year(LAST, 50, 50, 100), LAST);
        RunInputs middle = run(scheme(125), year(LAST, 50, 50, 100), LAST);
        RunInputs end = run(scheme(125), year(LAST, 75, 50, 100), LAST);
        ChangeDecomposition change = ScoreChange.alongSteps(
                start, List.of(new Step(Cause.SCHEME, middle), new Step(Cause.CORRECTION, end)), "X1", "unit");
        assertThat(change.causes().get(Cause.SCHEME)).isEqualTo(-6, within(1e-9));
        assertThat(change.causes().get(Cause.CORRECTION)).isEqualTo(12, within(1e-9));
    }

    private static RunInputs before(long seed) {
        return new RunInputs(RandomRuns.scheme(1.1, 80), RandomRuns.CATALOGUE, RandomRuns.panel(seed, LAST), LAST);
    }

    /** Everything changes at once: corrections, a new year, weights and targets, peers and a county that moves. */
    private static RunInputs after(long seed) {
        ElementPanel.Builder panel = ElementPanel.builder();
        RandomRuns.panel(seed + 1000, LAST).cells().forEach((place, cell) -> {
            if (Math.floorMod((place.region() + place.element()).hashCode(), 3) > 0) {
                panel.put(place.region(), LAST, place.element(), cell);
            }
        });
        RandomRuns.panel(seed + 2000, NEXT)
                .cells()
                .forEach((place, cell) -> panel.put(place.region(), NEXT, place.element(), cell));
        Catalogue moved = RandomRuns.moved(RandomRuns.CATALOGUE, "X8", "Y", "hill");
        return new RunInputs(RandomRuns.scheme(2.3, 70), moved, panel.build(), NEXT);
    }

    private static BigDecimal sum(Iterable<Double> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double part : parts) {
            sum = sum.add(new BigDecimal(part));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void rowsAndColumnsSumToTheChangeToTheLastBit(long seed) {
        RunInputs before = before(seed);
        RunInputs after = after(seed);
        int compared = 0;
        for (RegionResult result : before.score().results()) {
            boolean scored = result.score() != null
                    && Known.result(after.score(), result.region(), result.kind())
                                    .score()
                            != null;
            if (!scored) {
                continue;
            }
            compared++;
            ChangeDecomposition change = ScoreChange.overAllOrders(before, after, result.region(), result.kind());
            BigDecimal whole = new BigDecimal(change.after()).subtract(new BigDecimal(change.before()));
            assertThat(sum(change.causes().values())).isEqualByComparingTo(whole);
            assertThat(sum(change.rows().stream().map(Row::sum).toList())).isEqualByComparingTo(whole);
            for (Row row : change.rows()) {
                assertThat(sum(row.parts().values())).isEqualByComparingTo(new BigDecimal(row.sum()));
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void everyOrderSumsToTheSameChange(long seed) {
        List<Cause> order = new ArrayList<>(List.of(Cause.values()));
        Collections.shuffle(order, new Random(seed));
        ChangeDecomposition change = ScoreChange.inOrder(before(seed), after(seed), "X1", "unit", order);
        assertThat(sum(change.causes().values()))
                .isEqualByComparingTo(new BigDecimal(change.after()).subtract(new BigDecimal(change.before())));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void whatIsTheSameInBothRunsHasNoPart(Cause cause) {
        RunInputs run = before(3);
        assertThat(ScoreChange.overAllOrders(run, run, "X1", "unit").causes().get(cause))
                .isZero();
    }

    @Test
    void periodsOfTwoKindsAndRegionsWithoutScoreAreRefused() {
        RunInputs year = run(SCHEME, year(LAST, 50, 50, 100), LAST);
        RunInputs quarter = new RunInputs(SCHEME, CATALOGUE, year.panel(), Period.ofQuarter(2026, 1));
        assertThatThrownBy(() -> change(year, quarter))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("choose periods of one kind");
        assertThatThrownBy(() -> ScoreChange.overAllOrders(year, year, "Y1", "unit"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("there is no change to explain");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void apportionedNumbersSumToTheWholeAndEvenOnesStay(long seed) {
        Random random = new Random(seed);
        long[] sums = {random.nextInt(-1000, 1000), 60L * random.nextInt(-9, 9), random.nextInt(1000), 0, 0};
        sums[4] = Math.floorMod(-(sums[0] + sums[2]), 60L);
        long[] parts = Parts.apportioned(sums, 60);
        assertThat(java.util.Arrays.stream(parts).sum() * 60)
                .isEqualTo(java.util.Arrays.stream(sums).sum());
        assertThat(parts[1] * 60).isEqualTo(sums[1]);
        assertThat(parts[3]).isZero();
        for (int i = 0; i < sums.length; i++) {
            assertThat(Math.abs(parts[i] * 60 - sums[i])).isLessThan(60);
        }
    }
}
