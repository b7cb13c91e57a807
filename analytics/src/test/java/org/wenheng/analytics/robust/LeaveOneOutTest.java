package org.wenheng.analytics.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.robust.LeaveOneOut.Part;
import org.wenheng.analytics.robust.LeaveOneOut.Removal;
import org.wenheng.analytics.robust.Outcome.Built;
import org.wenheng.analytics.robust.Outcome.Failed;

class LeaveOneOutTest {

    @ParameterizedTest
    @ValueSource(strings = {"L1", "L2", "L3"})
    void eachIndicatorPillarAndSubIndexLeftOutMovesRanksAsPublished(String level) {
        LeaveOneOut without = LeaveOneOut.ofNodes(new Asem().study());
        Oracle published = Oracle.read("asem/08_analysis/remove_%s_mean_abs_diff.csv".formatted(level));
        List<String> elements = published.texts("element");
        for (int i = 1; i < elements.size(); i++) {
            assertThat(without.without(elements.get(i)).meanRankChange().getAsDouble())
                    .as(elements.get(i))
                    .isCloseTo(published.numbers("mean_abs_rank_diff")[i], within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1", "L3"})
    void withoutEachIndicatorAndSubIndexScoresAndRanksAreThePublishedOnes(String level) {
        LeaveOneOut without = LeaveOneOut.ofNodes(new Asem().study());
        Oracle scores = Oracle.read("asem/08_analysis/remove_%s_scores.csv".formatted(level));
        Oracle ranks = Oracle.read("asem/08_analysis/remove_%s_ranks.csv".formatted(level));
        for (String element : scores.header().subList(2, scores.header().size())) {
            Built built = (Built) without.without(element).outcome();
            close(built.scores(), scores.numbers(element));
            assertThat(IntStream.of(built.ranks()).asDoubleStream().toArray()).isEqualTo(ranks.numbers(element));
        }
    }

    @Test
    void twoIndicatorsLeftOutTogetherGiveThePublishedIndex() {
        Removal removal = LeaveOneOut.of(
                        new Asem().study(), List.of(new Part("transport and forests", List.of("LPI", "Forest"))))
                .removals()
                .get(0);
        close(
                ((Built) removal.outcome()).scores(),
                Oracle.read("asem/09_whatif/drop_LPI_Forest_aggregated.csv").numbers("Index"));
    }

    @Test
    void aPartThatIsEverythingCannotBeLeftOutAndSaysSo() {
        Removal all = LeaveOneOut.of(Small.study(), List.of(new Part("all", List.of("A", "B"))))
                .removals()
                .get(0);
        assertThat(all.outcome()).isEqualTo(new Failed("Nothing is left below Index"));
        assertThat(all.meanRankChange()).isEmpty();
    }

    @Test
    void aBranchThatHasNothingLeftIsLeftOutWithIt() {
        LeaveOneOut without = LeaveOneOut.of(
                Small.study(), List.of(new Part("both", List.of("a1", "a2")), new Part("A", List.of("A"))));
        Built both = (Built) without.removals().get(0).outcome();
        assertThat(both.scores())
                .isEqualTo(((Built) without.removals().get(1).outcome()).scores())
                .containsExactly(0, 100, 50);
        assertThat(both.ranks()).containsExactly(3, 1, 2);
    }

    @Test
    void whoHasNoScoreAnyMoreIsCounted() {
        Study study = Small.study(new double[] {10, 0, 5}, new double[] {8, 0, 4}, new double[] {Double.NaN, 10, 5});
        Removal withoutA = LeaveOneOut.ofNodes(study).without("A");
        assertThat(withoutA.ranksLost()).isEqualTo(1);
        assertThat(((Built) withoutA.outcome()).ranks()).containsExactly(Ranks.NONE, 1, 2);
    }

    @Test
    void aPartThatDoesNotExistIsRefusedWithTheNodesThereAre() {
        assertThatThrownBy(() -> LeaveOneOut.of(Small.study(), List.of(new Part("x", List.of("a9")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No node a9; the nodes are [Index, A, B, a1, a2, b1]");
    }

    private static void close(double[] found, double[] published) {
        for (int row = 0; row < found.length; row++) {
            assertThat(found[row]).isCloseTo(published[row], Percentage.withPercentage(1e-11));
        }
    }
}
