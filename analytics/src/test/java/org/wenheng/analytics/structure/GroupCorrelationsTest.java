package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.composite.NodeTree;

class GroupCorrelationsTest {

    private static GroupCorrelations published() {
        return GroupCorrelations.of(Asem.tree(), Asem.scores(), Correlation.PEARSON, 1);
    }

    @Test
    void significantOnesWithinPillarsAgreeWithCoinr() {
        Oracle oracle = Oracle.read("asem/08_analysis/corr_grouped_p05.csv");
        NodeTree tree = Asem.tree();
        List<GroupCorrelations.Pair> pairs = published().pairs();
        Agreement agreement = new Agreement();
        int compared = 0;
        for (int i = 0; i < oracle.rows().size(); i++) {
            int left = tree.place(oracle.texts("Var1").get(i));
            int right = tree.place(oracle.texts("Var2").get(i));
            if (left < right) {
                Coefficient found = pairs.stream()
                        .filter(pair -> pair.first() == left && pair.second() == right)
                        .findFirst()
                        .orElseThrow()
                        .coefficient();
                agreement.of(
                        oracle.numbers("Correlation")[i], found.pValue() <= 0.05 ? found.value() : Double.NaN, 1e-14);
                compared++;
            }
        }
        // Each pair stands there twice, each indicator once with itself.
        assertThat(compared).isEqualTo((329 - 49) / 2);
        assertThat(agreement.worst()).isLessThan(1e-9);
    }

    @Test
    void grandchildrenOfANodeAreComparedAcrossItsChildren() {
        GroupCorrelations siblings = published();
        GroupCorrelations cousins = GroupCorrelations.of(Asem.tree(), Asem.scores(), Correlation.PEARSON, 2);
        // 30 indicators under one sub-index and 19 under the other, and the 8 pillars under the index.
        assertThat(cousins.pairs()).hasSize(30 * 29 / 2 + 19 * 18 / 2 + 8 * 7 / 2);
        assertThat(siblings.pairs()).hasSize(140 + (5 * 4 + 3 * 2) / 2 + 1);
    }

    @Test
    void generationsBeginWithTheParent() {
        assertThatThrownBy(() -> GroupCorrelations.of(Asem.tree(), Asem.scores(), Correlation.PEARSON, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Generations must be at least 1: 0");
    }

    @Test
    void highPairsOfAPillarAreThoseOfCoinr() {
        assertFlags("corr_flags_high", published().above(0.75));
    }

    @Test
    void lowPairsOfAPillarAreThoseOfCoinr() {
        assertFlags("corr_flags_low", published().below(-0.5));
    }

    private static void assertFlags(String file, List<GroupCorrelations.Pair> pairs) {
        Oracle oracle = Oracle.read("asem/08_analysis/" + file + ".csv");
        List<String> codes = Asem.nodes();
        List<String> expected = IntStream.range(0, oracle.rows().size())
                .mapToObj(i -> {
                    String first = oracle.texts("Ind1").get(i);
                    String second = oracle.texts("Ind2").get(i);
                    boolean inOrder = codes.indexOf(first) < codes.indexOf(second);
                    return "%s %s %s %s"
                            .formatted(
                                    oracle.texts("Group").get(i),
                                    inOrder ? first : second,
                                    inOrder ? second : first,
                                    oracle.texts("Corr").get(i));
                })
                .toList();
        assertThat(pairs.stream()
                        .map(pair -> "%s %s %s %s"
                                .formatted(
                                        codes.get(pair.group()),
                                        codes.get(pair.first()),
                                        codes.get(pair.second()),
                                        Math.rint(pair.coefficient().value() * 1000) / 1000)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
