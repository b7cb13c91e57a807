package org.wenheng.analytics.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.composite.NodeTree.Node;

/** What the weights among siblings come to in the whole. */
class EffectiveWeightsTest {

    @ParameterizedTest
    @CsvSource({
        "asem/01_default/weights_original.csv, asem/01_default/eff_weights.csv",
        "asem/04_weights/custom_weights.csv, asem/04_weights/eff_weights_custom.csv"
    })
    void effectiveWeightsOfTheTreeAreThoseOfCoinr(String given, String effective) {
        NodeTree tree = asem(Oracle.read(given));
        double[] found = tree.effectiveWeights(tree.weights());
        Oracle expected = Oracle.read(effective);
        double[] weights = expected.numbers("EffWeight");
        assertThat(weights).hasSize(60).hasSize(tree.nodes().size());
        for (int i = 0; i < weights.length; i++) {
            String code = expected.texts("iCode").get(i);
            assertThat(found[tree.place(code)]).as(code).isEqualTo(weights[i], within(1e-15));
        }
    }

    private static NodeTree asem(Oracle given) {
        Oracle lineage = Oracle.read("asem/01_default/lineage.csv");
        List<String> steps = List.of("Index", "Sub-index", "Pillar", "Indicator");
        List<String> codes = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        int leaves = 0;
        for (int step = 0; step < steps.size(); step++) {
            for (List<String> line : lineage.rows()) {
                String code = line.get(lineage.header().indexOf(steps.get(step)));
                if (codes.contains(code)) {
                    continue;
                }
                int parent =
                        step == 0 ? -1 : codes.indexOf(line.get(lineage.header().indexOf(steps.get(step - 1))));
                double weight = given.numbers("Weight")[given.texts("iCode").indexOf(code)];
                codes.add(code);
                nodes.add(
                        step < 3
                                ? new Branch(code, parent, weight, new ArithmeticMean(), 0)
                                : new Leaf(code, parent, weight, leaves++));
            }
        }
        return new NodeTree(nodes);
    }
}
