package org.wenheng.analytics.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.explain.WhatIf.Shift;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Target;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

class WhatIfTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(2);
    /** D (60) by A and, half of it, POP; E (40) by B. */
    private static final Scheme SCHEME = SmallWorld.read(
            CATALOGUE,
            indicator("D1", "D", 1, "year", "A"),
            indicator("D2", "D", 1, "year", "POP"),
            indicator("E1", "E", 1, "year", "B"));

    private static RunInputs run() {
        ElementPanel panel = ElementPanel.builder()
                .put("X1", YEAR, "A", 80)
                .put("X1", YEAR, "POP", 40)
                .put("X1", YEAR, "B", 50)
                .put("X2", YEAR, "A", 60)
                .put("X2", YEAR, "POP", 60)
                .put("X2", YEAR, "B", 60)
                .build();
        return new RunInputs(SCHEME, CATALOGUE, panel, YEAR);
    }

    private static Shift shift(String region, Change... changes) {
        return WhatIf.of(run(), List.of(changes)).regions().stream()
                .filter(each -> each.before().region().equals(region))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void otherValueMovesScoreRankAndGradeAndNobodyElsesScore() {
        Shift own = shift("X1", Change.OfValue.to("X1", YEAR, "POP", 100));
        assertThat(own.before().score()).isEqualTo(new BigDecimal("56.00"));
        assertThat(own.after().score()).isEqualTo(new BigDecimal("74.00"));
        assertThat(own.before().rank()).isEqualTo(2);
        assertThat(own.after().rank()).isEqualTo(1);
        assertThat(own.before().grade()).isEqualTo(new Title("不合格", "Fail"));
        assertThat(own.after().grade()).isEqualTo(new Title("合格", "Pass"));
        Shift other = shift("X2", Change.OfValue.to("X1", YEAR, "POP", 100));
        assertThat(other.change()).isZero();
        assertThat(other.isVisible()).isTrue();
    }

    @Test
    void otherWeightsOfDimensionAndIndicator() {
        assertThat(shift("X1", new Change.OfWeight("D", 40)).after().score()).isEqualTo(new BigDecimal("55.00"));
        assertThat(shift("X1", new Change.OfWeight("D1", 3)).after().score()).isEqualTo(new BigDecimal("62.00"));
    }

    @Test
    void otherMethod() {
        Target half = new Target(200, 100, Direction.HIGHER_IS_BETTER);
        assertThat(shift("X1", new Change.OfMethod("E1", half)).after().score()).isEqualTo(new BigDecimal("46.00"));
    }

    @Test
    void droppedIndicatorGivesItsWeightToItsSiblingsAndTheLastOneItsDimensions() {
        assertThat(shift("X1", new Change.Drop("D2")).after().score()).isEqualTo(new BigDecimal("68.00"));
        Shift without = shift("X1", new Change.Drop("E1"));
        assertThat(without.after().score()).isEqualTo(new BigDecimal("60.00"));
        assertThat(without.after().nodes()).extracting(NodeResult::node).doesNotContain("E", "E1");
    }

    @Test
    void valueCanBeTakenAway() {
        Change missing =
                new Change.OfValue(new Place("X1", YEAR, "A"), new Cell(ValueStatus.NOT_REPORTED, Double.NaN, 0, 1));
        assertThat(shift("X1", missing).after().score()).isEqualTo(new BigDecimal("32.00"));
    }

    @Test
    void theRunStaysAsItWas() {
        RunInputs run = run();
        ScoreTable before = run.score();
        WhatIf tried = WhatIf.of(
                run,
                List.of(Change.OfValue.to("X1", YEAR, "A", 1), new Change.Drop("E1"), new Change.OfWeight("D1", 9)));
        assertThat(run.score()).isEqualTo(before);
        assertThat(tried.before()).isEqualTo(before);
        assertThat(tried.inputs().scheme().hash()).isEmpty();
        assertThat(run.panel().at("X1", YEAR, "A").value()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void withoutChangeTheTableIsTheSame(long seed) {
        RunInputs run = RandomRuns.run(seed);
        WhatIf same = WhatIf.of(run, List.of());
        assertThat(same.after()).isEqualTo(run.score());
        assertThat(same.regions()).noneMatch(Shift::isVisible);
        WhatIf said = WhatIf.of(
                run,
                run.panel().cells().entrySet().stream()
                        .<Change>map(entry -> new Change.OfValue(entry.getKey(), entry.getValue()))
                        .toList());
        assertThat(said.after()).isEqualTo(run.score());
    }

    @Test
    void everythingUnknownIsRefusedAtOnceWithWhatWasProbablyMeant() {
        List<Change> changes = List.of(
                Change.OfValue.to("X11", YEAR, "FILMS", 1),
                Change.OfValue.to("X1", YEAR, "FILM", Double.NaN),
                new Change.OfWeight("D9", 0),
                new Change.OfMethod("Q", new Target(1, 1, Direction.HIGHER_IS_BETTER)),
                new Change.Drop("E1"),
                new Change.Drop("E1"));
        assertThatThrownBy(() -> WhatIf.of(run(), changes))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("what-if: 有8处问题 / 8 problem(s)")
                .hasMessageContaining("没有地区 \"X11\";是否指 \"X1\"?")
                .hasMessageContaining("No element \"FILMS\"; did you mean \"FILM\"?")
                .hasMessageContaining("It is reported by month: 2026 has no value to change")
                .hasMessageContaining("NaN is not a number; give a number")
                .hasMessageContaining("No indicator or dimension \"D9\"; did you mean \"D\"?")
                .hasMessageContaining("权重 0.0 须大于0")
                .hasMessageContaining("没有指标 \"Q\" / No indicator \"Q\"")
                .hasMessageContaining("Changed twice");
    }

    @Test
    void droppingEverythingIsRefused() {
        List<Change> all = List.of(new Change.Drop("D1"), new Change.Drop("D2"), new Change.Drop("E1"));
        assertThatThrownBy(() -> WhatIf.of(run(), all)).hasMessageContaining("nothing is left to score");
    }
}
