package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.FieldChecks;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/** Scores of a county are its films of the month: both dimensions have one indicator, films out of a hundred. */
class ScoreFactsTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(6);
    private static final Scheme SCHEME = SmallWorld.read(
            CATALOGUE,
            SmallWorld.indicator("D1", "D", 1, "month", "FILM", "nature: binding"),
            SmallWorld.indicator("E1", "E", 1, "month", "FILM"));
    private static final Period APRIL = Period.ofMonth(2026, 4);

    private final ElementPanel.Builder panel = ElementPanel.builder();

    private void films(String region, double... months) {
        for (int month = 1; month <= months.length; month++) {
            if (!Double.isNaN(months[month - 1])) {
                panel.put(region, Period.ofMonth(2026, month), "FILM", months[month - 1]);
            }
        }
    }

    private ScoreFacts facts(Period period) {
        ElementPanel all = panel.build();
        EarlierPeriods earlier = new EarlierPeriods(
                SCHEME,
                CATALOGUE,
                all,
                2025,
                new CaseFinder(Map.of(), List.of(), FieldChecks.NONE, Shipped.settings()));
        return new ScoreFacts(SCHEME, earlier, new Engine(SCHEME, CATALOGUE).score(all, period));
    }

    private static Fact of(String region, List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.region().equals(region))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fallsOfTheScoreAreCountedBackAsLongAsTheyLast() {
        films("X1", 70, 90, 80, 60);
        films("X2", 50, 50, 50, 50);
        films("X3", 90, Double.NaN, Double.NaN, 60);
        films("X4", 40, 50, 60, 70);
        List<Fact> falls = facts(APRIL).scoreFalls();
        // From 90 in February to 60: two falls, 30 points.
        assertThat(of("X1", falls).measures()).containsEntry("falls", 2.0).containsEntry("fallen", 30.0);
        assertThat(of("X1", falls).figure("before")).isEqualTo(new Title("90", "90"));
        assertThat(of("X2", falls).measures()).containsEntry("falls", 0.0).containsEntry("fallen", 0.0);
        assertThat(of("X3", falls).measure("falls"))
                .as("nothing known of March")
                .isNaN();
        assertThat(of("X4", falls).measures()).containsEntry("falls", 0.0);
    }

    @Test
    void aBindingIndicatorBelowTheFloorIsNamedAndAMissingOneCountsAsBelow() {
        films("X1", 1, 1, 1, 59.9);
        films("X2", 1, 1, 1, 60);
        films("X3", 1);
        List<Fact> floors = facts(APRIL).floors();
        assertThat(of("X1", floors).measure("broken")).isEqualTo(1);
        assertThat(of("X1", floors).figure("indicators")).isEqualTo(new Title("指标D1 59.9 分", "Indicator D1 59.9"));
        assertThat(of("X1", floors).departments()).containsExactly("文化局");
        assertThat(of("X2", floors).measure("broken")).isZero();
        assertThat(of("X3", floors).figure("indicators").chinese()).isEqualTo("指标D1 缺报");
        assertThat(of("X4", floors).measure("broken"))
                .as("never reported anything")
                .isNaN();
    }

    @Test
    void theLastOfAGroupHasNobodyBehindItAndTiesShareThePlace() {
        films("X1", 1, 1, 1, 90);
        films("X2", 1, 1, 1, 70);
        films("X3", 1, 1, 1, 60);
        films("X4", 1, 1, 1, 60);
        films("X5", 1, 1, 1, 80);
        List<Fact> places = facts(APRIL).places();
        assertThat(of("X1", places).measures()).containsEntry("behind", 4.0).containsEntry("among", 5.0);
        assertThat(of("X3", places).measure("behind")).isZero();
        assertThat(of("X4", places).measure("behind")).isZero();
        assertThat(of("X6", places).measure("behind")).as("without a score").isNaN();
    }

    @Test
    void aFallInRankIsToldBesideTheIntervalOfOtherWeights() {
        films("X1", 1, 1, 90, 50);
        films("X2", 1, 1, 80, 80);
        films("X3", 1, 1, 70, 70);
        ScoreFacts facts = facts(APRIL);
        RankIntervals intervals = RankIntervals.of(SCHEME, CATALOGUE, panel.build(), APRIL, 7, Shipped.settings());
        Fact fallen = of("X1", facts.rankFalls(intervals));
        // Both dimensions say the same, so that weights change nothing: third, from first, of three.
        assertThat(fallen.measures())
                .containsEntry("fallen", 2.0)
                .containsEntry("share", 200 / 3.0)
                .containsEntry("beyond", 2.0);
        assertThat(fallen.figure("low").chinese()).isEqualTo("3");
        assertThat(of("X2", facts.rankFalls(intervals)).measures())
                .containsEntry("fallen", -1.0)
                .containsEntry("beyond", 0.0);
        assertThat(of("X4", facts.rankFalls(intervals)).measure("beyond")).isNaN();
    }

    @Test
    void aMonthWithoutAnyoneBeforeIsNotCompared() {
        films("X1", 70);
        Fact fall = of("X1", facts(Period.ofMonth(2026, 1)).scoreFalls());
        assertThat(fall.measure("falls")).isNaN();
        assertThat(fall.missing().chinese()).isEqualTo("没有可比的上期得分");
    }
}
