package org.wenheng.analytics.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.explain.Attainment.Moved;
import org.wenheng.analytics.explain.Attainment.State;
import org.wenheng.analytics.explain.ChangeDecomposition.Row;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** The delivered scheme of Jilin on made-up values. */
class DeliveredSchemeExplainedTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Catalogue CATALOGUE = Catalogues.load(HOME.resolve("ingest/catalogues/jilin"));
    private static final Scheme SCHEME = SchemeReader.read(HOME.resolve("analytics/schemes/jilin-2026.yml"), CATALOGUE);
    private static final String YANJI = "222401";

    private static void put(ElementPanel.Builder panel, long seed, Period year) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Region region : CATALOGUE.regions().values()) {
            for (Element element : CATALOGUE.elements().values()) {
                boolean adjusts =
                        element.code().startsWith("ADJ_") || element.code().startsWith("VETO_");
                for (Period part : year.parts(element.frequency())) {
                    panel.put(region.code(), part, element.code(), adjusts ? 0 : random.nextInt(1, 100));
                }
            }
        }
    }

    private static RunInputs run(long seed, Period period) {
        ElementPanel.Builder panel = ElementPanel.builder();
        put(panel, seed, period.within(Frequency.YEAR));
        return new RunInputs(SCHEME, CATALOGUE, panel.build(), period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026Q2", "2026-05"})
    void everyRegionIsExplainedToTheLastBit(String period) {
        ScoreTable table = run(7, Period.parse(period).orElseThrow()).score();
        for (RegionResult result : table.results()) {
            Explanation explanation = Explanation.of(table, SCHEME, CATALOGUE, result.region(), result.kind());
            BigDecimal sum = explanation.leaves().stream()
                    .map(node -> new BigDecimal(node.contribution()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(new BigDecimal(explanation.exact()));
            assertThat(explanation.sentences(3)).isNotEmpty();
            assertThat(explanation.weaknesses(99)).allMatch(each -> each.node().isApplicable());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027", "2027Q1", "2027Q3"})
    void changeOfCountyAndPrefectureSumsToTheLastBit(String later) {
        Period after = Period.parse(later).orElseThrow();
        Period before = after.previous();
        ElementPanel.Builder known = ElementPanel.builder();
        put(known, 1, Period.ofYear(2026));
        put(known, 2, Period.ofYear(2027));
        RunInputs last = run(before.year() == 2026 ? 1 : 3, before);
        RunInputs next = new RunInputs(SCHEME, CATALOGUE, known.build(), after);
        for (RegionResult result :
                List.of(Known.result(last.score(), YANJI, "unit"), Known.result(last.score(), "222400", "parent"))) {
            ChangeDecomposition change = ScoreChange.overAllOrders(last, next, result.region(), result.kind());
            BigDecimal sum = change.rows().stream()
                    .map(Row::parts)
                    .flatMap(parts -> parts.values().stream())
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .isEqualByComparingTo(new BigDecimal(change.after()).subtract(new BigDecimal(change.before())));
            assertThat(change.before()).isEqualTo(result.exact());
            assertThat(change.causes().get(Cause.NEW_DATA)).isNotZero();
            assertThat(change.causes().get(Cause.PEERS)).isNotZero();
            assertThat(change.causes().get(Cause.SCHEME)).isZero();
            assertThat(change.causes().get(Cause.BOUNDARY)).isZero();
            assertThat(change.unscored()).isEmpty();
        }
    }

    @Test
    void onlyWhatIsComparedMovesWithThePeers() {
        ChangeDecomposition change =
                ScoreChange.overAllOrders(run(1, Period.ofYear(2026)), run(2, Period.ofYear(2027)), YANJI, "unit");
        assertThat(change.rows())
                .filteredOn(row -> row.part(Cause.PEERS) != 0)
                .extracting(Row::node)
                .isSubsetOf("D10", "F05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"220581", "220182"})
    void nextGradeAndRankAreProvenByScoringAgain(String county) {
        RunInputs run = run(7, Period.ofYear(2026));
        for (Goal goal : List.of(new Goal.NextRank(true), new Goal.NextGrade())) {
            Attainment found = SmallestChanges.toward(run, county, "unit", goal, Bounds.FIFTH);
            RegionResult proven = Known.result(WhatIf.of(run, found.toTry()).after(), county, "unit");
            assertThat(proven).isEqualTo(found.after());
            if (found.state() == State.REACHED && goal instanceof Goal.NextRank rank) {
                assertThat(Objects.requireNonNull(rank.amongPeers() ? proven.peerRank() : proven.rank()))
                        .isLessThan(Objects.requireNonNull(
                                rank.amongPeers()
                                        ? found.before().peerRank()
                                        : found.before().rank()));
            }
            assertThat(found.state() == State.REACHED)
                    .isEqualTo(found.missing() == 0 && found.blocks().isEmpty());
            found.changes().stream()
                    .flatMap(turn -> turn.values().stream())
                    .forEach(DeliveredSchemeExplainedTest::isWithinLimits);
        }
    }

    private static void isWithinLimits(Moved moved) {
        Element element =
                Objects.requireNonNull(CATALOGUE.elements().get(moved.place().element()));
        assertThat(moved.after()).isBetween(moved.before() * 0.8 - 1e-9, moved.before() * 1.2 + 1e-9);
        if (element.integer()) {
            assertThat(moved.after()).isEqualTo(Math.rint(moved.after()));
        }
        BigDecimal maximum = element.maximum();
        if (maximum != null) {
            assertThat(moved.after()).isLessThanOrEqualTo(Math.max(moved.before(), maximum.doubleValue()));
        }
    }

    @Test
    void whatIfWithoutAnIndicatorIsTheRunWithoutIt() {
        RunInputs run = run(7, Period.ofYear(2026));
        WhatIf without = WhatIf.of(run, List.of(new Change.Drop("D10"), new Change.Drop("F05")));
        assertThat(without.after().results())
                .allSatisfy(result ->
                        assertThat(result.nodes()).extracting(NodeResult::node).doesNotContain("D10", "F05"));
        assertThat(without.regions()).anyMatch(WhatIf.Shift::isVisible);
        assertThat(WhatIf.of(run, List.of()).after()).isEqualTo(run.score());
    }
}
