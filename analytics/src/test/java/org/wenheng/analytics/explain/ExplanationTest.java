package org.wenheng.analytics.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

class ExplanationTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(5);
    /** D (60) by A, E (40) by B; X1 to X5 are one group. */
    private static final Scheme SCHEME =
            SmallWorld.read(CATALOGUE, indicator("D1", "D", 1, "year", "A"), indicator("E1", "E", 1, "year", "B"));

    private static ElementPanel.Builder panel() {
        return ElementPanel.builder()
                .put("X1", YEAR, "A", 20)
                .put("X1", YEAR, "B", 90)
                .put("X2", YEAR, "A", 40)
                .put("X2", YEAR, "B", 50)
                .put("X3", YEAR, "A", 60)
                .put("X3", YEAR, "B", 60)
                .put("X4", YEAR, "B", 70)
                .put("X5", YEAR, "A", new Cell(ValueStatus.NOT_APPLICABLE, Double.NaN, 0, 1))
                .put("X5", YEAR, "B", 80);
    }

    private static Explanation explain(ElementPanel.Builder panel, String region) {
        ScoreTable table = new RunInputs(SCHEME, CATALOGUE, panel.build(), YEAR).score();
        return Explanation.of(table, SCHEME, CATALOGUE, region, "unit");
    }

    private static PeerComparison of(Explanation explanation, String indicator) {
        return explanation.comparisons().stream()
                .filter(each -> each.node().node().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void distanceIsFromTheMedianContributionOfThePeersThatReported() {
        Explanation explanation = explain(panel(), "X1");
        PeerComparison first = of(explanation, "D1");
        assertThat(first.peers()).isEqualTo(3);
        assertThat(first.medianContribution()).isEqualTo(24, within(1e-9));
        assertThat(first.distance()).isEqualTo(-12, within(1e-9));
        assertThat(explanation.strengths(5))
                .extracting(each -> each.node().node())
                .containsExactly("E1");
        assertThat(explanation.weaknesses(5))
                .extracting(each -> each.node().node())
                .containsExactly("D1");
        assertThat(explanation.sentences(1))
                .containsExactly(
                        new Title(
                                "指标E1:90个,高于同类中位数70个,多得8分",
                                "Indicator E1: 90 个, above the peer median of 70 个, 8 points more"),
                        new Title(
                                "指标D1:20个,低于同类中位数40个,少得12分",
                                "Indicator D1: 20 个, below the peer median of 40 个, 12 points fewer"),
                        new Title("指标D1得12分,满分60分,失48分", "Indicator D1 earns 12 of 60 points: 48 are lost"));
    }

    @Test
    void whatIsMissingIsSaidToBeMissing() {
        Explanation explanation = explain(panel(), "X4");
        assertThat(explanation.weaknesses(1))
                .extracting(each -> each.node().isMissing())
                .containsExactly(true);
        assertThat(Sentences.of(of(explanation, "D1")))
                .isEqualTo(new Title(
                        "指标D1缺报,计0分,同类中位数得24分",
                        "Indicator D1 is missing and earns 0 points, the peer median earns 24"));
        assertThat(Sentences.lost(explanation.losses(1).get(0)).chinese()).isEqualTo("指标D1缺报,失去全部60分");
    }

    @Test
    void whatDoesNotApplyIsNeitherWeaknessNorLoss() {
        Explanation explanation = explain(panel(), "X5");
        assertThat(of(explanation, "D1").distance()).isNaN();
        assertThat(explanation.weaknesses(5)).isEmpty();
        assertThat(explanation.losses(5)).extracting(NodeExplanation::node).containsExactly("E1");
        assertThat(Sentences.of(of(explanation, "D1")).chinese()).isEqualTo("指标D1不适用,不作比较");
    }

    @Test
    void nodesCarryTheirElementsWithNamesAndStatus() {
        NodeExplanation node = explain(panel(), "X4").nodes().stream()
                .filter(each -> each.node().equals("D1"))
                .findFirst()
                .orElseThrow();
        assertThat(node.parent()).isEqualTo("D");
        assertThat(node.elements()).singleElement().satisfies(element -> {
            assertThat(element.input().status()).isEqualTo(ValueStatus.NOT_REPORTED);
            assertThat(element.name()).isEqualTo(new Title("A", "A"));
            assertThat(element.unit()).isEqualTo("个");
        });
    }

    @Test
    void deductionIsLossAndBonusIsNot() {
        Explanation explanation = explain(panel().put("X3", YEAR, "PRIZE", 1).put("X3", YEAR, "BLAME", 2), "X3");
        assertThat(explanation.losses(5)).extracting(NodeExplanation::node).containsExactly("D1", "E1", "MINUS");
        assertThat(Sentences.lost(explanation.losses(3).get(2)).chinese()).isEqualTo("批评扣4分");
        assertThat(explanation.exact()).isEqualTo(60 + 2 - 4, within(1e-9));
    }

    @Test
    void unitsOfParentAreLeavesWithTheirNames() {
        ScoreTable table = new RunInputs(SCHEME, CATALOGUE, panel().build(), YEAR).score();
        Explanation city = Explanation.of(table, SCHEME, CATALOGUE, "X", "parent");
        assertThat(city.leaves())
                .filteredOn(node -> node.kind().equals("unit"))
                .extracting(node -> node.title().chinese())
                .containsExactly("X1县", "X2县", "X3县", "X4县", "X5县");
        assertThat(city.leaves().stream()
                        .mapToDouble(NodeExplanation::contribution)
                        .sum())
                .isEqualTo(city.exact());
    }

    @Test
    void unknownRegionIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> explain(panel(), "X11"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("没有计分的地区 \"X11\";是否指 \"X1\"?")
                .hasMessageContaining("No scored region \"X11\"; did you mean \"X1\"?");
    }

    @Test
    void regionWithoutScoreHasNothingToExplain() {
        Explanation explanation = explain(panel(), "Y1");
        assertThat(explanation.exact()).isNaN();
        assertThat(explanation.nodes()).isEmpty();
        assertThat(explanation.sentences(3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void contributionsOfTheLeavesSumToTheScoreToTheLastBit(long seed) {
        RunInputs run = RandomRuns.run(seed);
        ScoreTable table = run.score();
        for (RegionResult result : table.results()) {
            if (result.score() != null) {
                Explanation explanation = Explanation.of(table, run.scheme(), result.region(), result.kind());
                BigDecimal sum = explanation.leaves().stream()
                        .map(node -> new BigDecimal(node.contribution()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(new BigDecimal(explanation.exact()));
            }
        }
    }
}
