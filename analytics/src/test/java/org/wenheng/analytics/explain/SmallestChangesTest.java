package org.wenheng.analytics.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.explain.Attainment.State;
import org.wenheng.analytics.explain.Attainment.Turn;
import org.wenheng.analytics.explain.Goal.NextGrade;
import org.wenheng.analytics.explain.Goal.NextRank;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

class SmallestChangesTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(3);
    private static final Goal GRADE = new NextGrade();

    /** D (60) by A, E (40) by B. */
    private static final Scheme PLAIN =
            SmallWorld.read(CATALOGUE, indicator("D1", "D", 1, "year", "A"), indicator("E1", "E", 1, "year", "B"));

    private static ElementPanel.Builder panel(double a, double b) {
        return ElementPanel.builder().put("X1", YEAR, "A", a).put("X1", YEAR, "B", b);
    }

    private static RunInputs run(Scheme scheme, ElementPanel.Builder panel) {
        return new RunInputs(scheme, CATALOGUE, panel.build(), YEAR);
    }

    private static Attainment toward(Goal goal, RunInputs run, Bounds bounds) {
        return SmallestChanges.toward(run, "X1", "unit", goal, bounds);
    }

    private static Attainment grade(ElementPanel.Builder panel) {
        return toward(GRADE, run(PLAIN, panel), Bounds.FIFTH);
    }

    @Test
    void oneIndicatorAloneReachesTheNextGrade() {
        Attainment good = grade(panel(70, 75));
        // 0.6·A + 0.4·75 must be 79.995, which is published as 80.00.
        assertThat(good.state()).isEqualTo(State.REACHED);
        assertThat(good.alone()).singleElement().satisfies(turn -> {
            assertThat(turn.code()).isEqualTo("D1");
            assertThat(turn.before()).isEqualTo(70);
            assertThat(turn.after()).isEqualTo(83.325, within(1e-4));
            assertThat(turn.share()).isEqualTo(83.325 / 70 - 1, within(1e-6));
        });
        assertThat(good.changes()).extracting(Turn::code).containsExactly("A");
        assertThat(good.after().score()).isEqualTo(new BigDecimal("80.00"));
        assertThat(good.after().grade()).isEqualTo(new Title("良好", "Good"));
        assertThat(good.sentence().chinese()).isEqualTo("良好(80分):A70→83.33 (+19.04%)");
    }

    @Test
    void whatGainsMostForItsShareIsChangedFirst() {
        Attainment pass = grade(panel(51, 50));
        // A gains 30.6 points for a share of 1, B 20: A by its full fifth to 61.2, B by the rest to 58.1875.
        assertThat(pass.changes()).extracting(Turn::code).containsExactly("A", "B");
        assertThat(pass.changes().get(0).after()).isEqualTo(61.2, within(1e-9));
        assertThat(pass.changes().get(1).after()).isEqualTo((59.995 - 0.6 * 61.2) / 0.4, within(1e-4));
        assertThat(pass.alone()).isEmpty();
    }

    @Test
    void outOfReachSaysHowNearItGets() {
        Attainment fail = grade(panel(49, 50));
        assertThat(fail.state()).isEqualTo(State.NOT_REACHED);
        assertThat(fail.after().score()).isEqualTo(new BigDecimal("59.28"));
        assertThat(fail.missing()).isEqualTo(0.72, within(1e-9));
        assertThat(fail.sentence())
                .isEqualTo(new Title(
                        "合格(60分)在给定范围内达不到,还差0.72分",
                        "Pass (60 points) is out of reach within the bounds, 0.72 points short"));
    }

    @Test
    void boundsAreGivenByElement() {
        Bounds only = new Bounds(0, Map.of("B", 0.6));
        Attainment pass = toward(GRADE, run(PLAIN, panel(49, 50)), only);
        assertThat(pass.changes()).extracting(Turn::code).containsExactly("B");
        assertThat(pass.changes().get(0).after()).isEqualTo((59.995 - 29.4) / 0.4, within(1e-4));
        assertThatThrownBy(() -> toward(GRADE, run(PLAIN, panel(49, 50)), new Bounds(0, Map.of("POB", 1.0))))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("No element \"POB\"; did you mean \"POP\"?");
        assertThatThrownBy(() -> new Bounds(-0.1, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void circumstancesStayUnlessTheyAreNamed() {
        Scheme scheme = SmallWorld.read(
                CATALOGUE, indicator("D1", "D", 1, "year", "A / POP * 100"), indicator("E1", "E", 1, "year", "B"));
        ElementPanel.Builder panel = panel(50, 50).put("X1", YEAR, "POP", 100);
        Attainment both = toward(GRADE, run(scheme, panel), Bounds.FIFTH);
        assertThat(both.changes()).extracting(Turn::code).containsExactly("A", "B");
        Attainment fewer = toward(GRADE, run(scheme, panel), new Bounds(0, Map.of("POP", 0.5)));
        assertThat(fewer.changes()).singleElement().satisfies(turn -> {
            assertThat(turn.code()).isEqualTo("POP");
            assertThat(turn.after()).isEqualTo(3000 / 39.995, within(1e-3));
        });
    }

    @Test
    void lowerIsBetterIsTurnedDown() {
        Scheme scheme = SmallWorld.read(
                CATALOGUE,
                indicator("D1", "D", 1, "year", "A"),
                indicator("E1", "E", 1, "year", "B", "method: linear", "parameters: { points: [[50, 100], [100, 0]] }")
                        .replace("higher-is-better", "lower-is-better"));
        Attainment pass = toward(GRADE, run(scheme, panel(60, 80)), new Bounds(0, Map.of("B", 0.2)));
        assertThat(pass.state()).isEqualTo(State.REACHED);
        assertThat(pass.changes().get(0).after()).isEqualTo(100 - (59.995 - 36) / 0.8, within(1e-4));
    }

    @Test
    void bestRangeIsFoundThoughTheBoundLiesBeyond() {
        Scheme scheme = SmallWorld.read(
                CATALOGUE,
                indicator("D1", "D", 1, "year", "A"),
                indicator(
                                "E1",
                                "E",
                                1,
                                "year",
                                "B",
                                "method: interval",
                                "parameters: { best: [105, 106], zero: [95, 116] }")
                        .replace("higher-is-better", "within-range"));
        Attainment pass = toward(GRADE, run(scheme, panel(60, 96)), new Bounds(0, Map.of("B", 0.4)));
        assertThat(pass.state()).isEqualTo(State.REACHED);
        assertThat(pass.changes().get(0).after()).isEqualTo(95 + (59.995 - 36) / 4, within(1e-4));
        assertThat(pass.alone()).extracting(Turn::code).containsExactly("E1");
    }

    private static final Scheme BINDING = SmallWorld.read(
            CATALOGUE,
            indicator("D1", "D", 9, "year", "A"),
            indicator("D2", "D", 1, "year", "POP", "nature: binding"),
            indicator("E1", "E", 1, "year", "B"));

    @Test
    void floorIsLiftedWhenThePointsAreThere() {
        Attainment best = toward(GRADE, run(BINDING, panel(100, 100).put("X1", YEAR, "POP", 55)), Bounds.FIFTH);
        assertThat(best.before().grade()).isEqualTo(new Title("良好", "Good"));
        assertThat(best.after().grade()).isEqualTo(new Title("优秀", "Excellent"));
        assertThat(best.changes()).singleElement().satisfies(turn -> {
            assertThat(turn.code()).isEqualTo("POP");
            assertThat(turn.after()).isEqualTo(60, within(1e-4));
        });
    }

    @Test
    void floorThatCannotBeLiftedIsSaid() {
        Attainment stays = toward(GRADE, run(BINDING, panel(100, 100).put("X1", YEAR, "POP", 45)), Bounds.FIFTH);
        assertThat(stays.state()).isEqualTo(State.NOT_REACHED);
        assertThat(stays.missing()).isZero();
        assertThat(stays.blocks()).extracting(Title::chinese).containsExactly("1项约束性指标低于60分(指标D2),不能评为优秀");
        Attainment low =
                toward(GRADE, run(BINDING, panel(70, 70).put("X1", YEAR, "POP", 10)), new Bounds(0.01, Map.of()));
        // Good is open with one failing indicator: only points are missing.
        assertThat(low.blocks()).isEmpty();
    }

    @Test
    void vetoIsSaidAndNothingIsTried() {
        Attainment vetoed = grade(panel(70, 70).put("X1", YEAR, "FRAUD", 1));
        assertThat(vetoed.state()).isEqualTo(State.NOT_REACHED);
        assertThat(vetoed.changes()).isEmpty();
        assertThat(vetoed.blocks())
                .containsExactly(new Title("一票否决:造假,得分再高也不能升等", "Veto: Fraud; no score lifts the grade"));
    }

    @Test
    void ofParentTheOwnLevelIsTurned() {
        ElementPanel.Builder panel =
                panel(62, 62).put("X1", YEAR, "POP", 1).put("X", YEAR, "A", 50).put("X", YEAR, "B", 50);
        RunInputs run = run(PLAIN, panel);
        // 0.6·62 + 0.4·50 = 57.2. The own level must have 56.9875; A by its fifth gives 56, the rest is B's.
        Attainment pass = SmallestChanges.toward(run, "X", "parent", GRADE, Bounds.FIFTH);
        assertThat(pass.before().score()).isEqualTo(new BigDecimal("57.20"));
        assertThat(pass.changes()).extracting(Turn::code).containsExactly("A", "B");
        assertThat(pass.changes().get(1).after()).isEqualTo(50 + (0.9875 / 0.4), within(1e-4));
        assertThat(pass.after())
                .isEqualTo(Known.result(WhatIf.of(run, pass.toTry()).after(), "X", "parent"));
    }

    @Test
    void goalWithoutMeaningIsRefused() {
        assertThatThrownBy(() -> SmallestChanges.toward(run(PLAIN, panel(50, 50)), "Y1", "unit", GRADE, Bounds.FIFTH))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("该地区本期没有得分 / The region has no score in this period");
    }

    @Test
    void theBestHasNoNextGradeAndTheFirstNoNextRank() {
        assertThat(grade(panel(95, 95)).state()).isEqualTo(State.AT_THE_TOP);
        assertThat(toward(new NextRank(false), run(PLAIN, panel(95, 95)), Bounds.FIFTH)
                        .state())
                .isEqualTo(State.AT_THE_TOP);
    }

    @ParameterizedTest
    @CsvSource({"true, 56, 2", "false, 55, 3"})
    void nextRankDrawsLevelWithTheRegionBefore(boolean amongPeers, String points, int rank) {
        ElementPanel.Builder panel = panel(50, 50)
                .put("X2", YEAR, "A", 56)
                .put("X2", YEAR, "B", 56)
                .put("X3", YEAR, "A", 90)
                .put("X3", YEAR, "B", 90)
                .put("Y1", YEAR, "A", 55)
                .put("Y1", YEAR, "B", 55);
        Attainment next = toward(new NextRank(amongPeers), run(PLAIN, panel), Bounds.FIFTH);
        assertThat(next.state()).isEqualTo(State.REACHED);
        assertThat(next.after().score()).isEqualByComparingTo(points);
        assertThat(amongPeers ? next.after().peerRank() : next.after().rank()).isEqualTo(rank);
    }

    @Test
    void searchGoesOnWhenTheOthersMove() {
        // X1 has the highest B / A. The more A it has the lower is that, and the better X2 looks beside it.
        Scheme scheme = SmallWorld.read(
                CATALOGUE,
                indicator("D1", "D", 1, "year", "A"),
                indicator("E1", "E", 1, "year", "B / A", "method: min-max", "parameters: { winsorise: [0, 1] }"));
        ElementPanel.Builder panel = panel(38, 76)
                .put("X2", YEAR, "A", 100)
                .put("X2", YEAR, "B", 20)
                .put("X3", YEAR, "A", 1)
                .put("X3", YEAR, "B", 0);
        Attainment next = toward(new NextRank(false), run(scheme, panel), new Bounds(0, Map.of("A", 0.2)));
        assertThat(next.before().rank()).isEqualTo(2);
        assertThat(next.after().rank()).isEqualTo(1);
        assertThat(next.after().score()).isEqualTo(new BigDecimal("64.25"));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0.2, false, 12", "3, 0.2, true, 3", "10, 0.25, true, 12", "-3, 0.2, false, -2.4", "50, 0.2, false, 52",
        "60, 0.2, false, 60", "10, -0.2, false, 8", "10, -0.25, true, 8", "5, -0.2, false, 4.5", "4, -0.2, false, 4"
    })
    void valueStaysWithinItsLimits(double value, double share, boolean whole, double turned) {
        Lever.Value limited = new Lever.Value(
                new Place("X1", YEAR, "A"), new Cell(ValueStatus.REPORTED, value, 1, 1), 4.5, 52, whole);
        assertThat(limited.turned(share)).isEqualTo(turned, within(1e-12));
    }

    @Test
    void hullTakesSteepSegmentsFirstAndJumpsOverDents() {
        Lever lever = new Lever("A", new Title("A", "A"), 0.4, List.of());
        List<GainCurve.Segment> segments =
                GainCurve.segments(lever, new double[] {0.1, 0.2, 0.3, 0.4}, new double[] {0, 4, 5, 5});
        assertThat(segments).extracting(GainCurve.Segment::to).containsExactly(0.2, 0.3);
        assertThat(segments).extracting(GainCurve.Segment::gain).containsExactly(4.0, 1.0);
        assertThat(segments.get(0).slope()).isEqualTo(20, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsFoundIsProvenByScoringAgainAndNothingOfItIsTooMuch(long seed) {
        RunInputs run = RandomRuns.run(seed);
        List<Attainment> reached = new ArrayList<>();
        for (RegionResult result : run.score().results()) {
            if (result.score() == null || result.kind().equals("parent")) {
                continue;
            }
            Attainment found = SmallestChanges.toward(run, result.region(), "unit", GRADE, Bounds.FIFTH);
            RegionResult proven = Known.result(WhatIf.of(run, found.toTry()).after(), result.region(), "unit");
            assertThat(proven).isEqualTo(found.after());
            if (found.state() == State.REACHED) {
                reached.add(found);
                assertThat(proven.grade()).isEqualTo(found.aim());
                for (Turn turn : found.changes()) {
                    assertThat(Math.abs(turn.share())).isLessThanOrEqualTo(0.2);
                    assertThat(without(run, found, turn).grade()).isNotEqualTo(found.aim());
                }
                for (Turn turn : found.alone()) {
                    List<Change> only = turn.values().stream()
                            .<Change>map(moved -> new Change.OfValue(
                                    moved.place(), new Cell(ValueStatus.REPORTED, moved.after(), 1, 1)))
                            .toList();
                    assertThat(Known.result(WhatIf.of(run, only).after(), result.region(), "unit")
                                    .grade())
                            .isEqualTo(found.aim());
                }
            }
        }
        assertThat(reached).isNotEmpty();
    }

    private static RegionResult without(RunInputs run, Attainment found, Turn left) {
        List<Change> rest = found.toTry().stream()
                .filter(change -> !(change instanceof Change.OfValue of
                        && of.place().element().equals(left.code())))
                .toList();
        return Known.result(WhatIf.of(run, rest).after(), found.before().region(), "unit");
    }
}
