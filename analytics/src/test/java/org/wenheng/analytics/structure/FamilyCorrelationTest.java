package org.wenheng.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Matrix;

class FamilyCorrelationTest {

    @Test
    void ofIndicatorsWithPillarSubIndexAndIndexAgreeWithCoinr() {
        Oracle oracle = Oracle.read("asem/08_analysis/corr_family.csv");
        List<String> levels = List.of("", "Pillar", "Sub-index", "Index");
        NodeTree tree = Asem.tree();
        Map<String, Double> found = new HashMap<>();
        for (FamilyCorrelation kin : FamilyCorrelation.of(tree, Asem.scores(), Correlation.PEARSON)) {
            String level =
                    tree.nodes().get(kin.node()) instanceof NodeTree.Leaf ? levels.get(kin.generations()) : "none";
            found.put(
                    level + " " + tree.nodes().get(kin.node()).code(),
                    kin.coefficient().value());
        }
        Agreement agreement = new Agreement();
        for (int i = 0; i < 147; i++) {
            String key =
                    oracle.texts("Var1").get(i) + " " + oracle.texts("Var2").get(i);
            agreement.of(oracle.numbers("Correlation")[i], found.getOrDefault(key, Double.NaN), 1e-14);
        }
        assertThat(oracle.rows()).hasSize(147);
        assertThat(agreement.worst()).isLessThan(1e-9);
    }

    @Test
    void ofIndicatorsWithTheirParentsAgreeWithCoinr() {
        assertPublished("corr_ind_parent", 49);
    }

    @Test
    void ofPillarsWithTheIndexAgreeWithCoinr() {
        assertPublished("corr_pillar_index", 8);
    }

    private static void assertPublished(String file, int size) {
        Oracle oracle = Oracle.read("asem/08_analysis/" + file + ".csv");
        NodeTree tree = Asem.tree();
        List<FamilyCorrelation> family = FamilyCorrelation.of(tree, Asem.scores(), Correlation.PEARSON);
        Agreement agreement = new Agreement();
        for (int i = 0; i < size; i++) {
            int above = tree.place(oracle.texts("Var1").get(i));
            int node = tree.place(oracle.texts("Var2").get(i));
            double found = family.stream()
                    .filter(kin -> kin.node() == node && kin.ancestor() == above)
                    .mapToDouble(kin -> kin.coefficient().value())
                    .findFirst()
                    .orElse(Double.NaN);
            agreement.of(oracle.numbers("Correlation")[i], found, 1e-14);
        }
        assertThat(oracle.rows()).hasSize(size);
        assertThat(agreement.worst()).isLessThan(1e-9);
    }

    @Test
    void branchesMayDifferInDepth() {
        NodeTree tree = new NodeTree(List.of(
                new NodeTree.Branch("index", -1, 1, new ArithmeticMean(), 0),
                new NodeTree.Branch("pillar", 0, 1, new ArithmeticMean(), 0),
                new NodeTree.Leaf("shallow", 0, 1, 0),
                new NodeTree.Leaf("deep", 1, 1, 1)));
        Matrix points = Matrix.ofColumns(3, new double[] {1, 2, 4}, new double[] {3, 1, 2});
        List<FamilyCorrelation> family =
                FamilyCorrelation.of(tree, tree.aggregate(points, tree.weights()), Correlation.SPEARMAN);
        assertThat(family.stream().map(kin -> kin.node() + " " + kin.ancestor() + " " + kin.generations()))
                .containsExactly("1 0 1", "2 0 1", "3 1 1", "3 0 2");
        assertThat(family.get(2).coefficient().value()).isCloseTo(1, within(1e-15));
    }
}
