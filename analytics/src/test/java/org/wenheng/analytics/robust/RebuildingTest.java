package org.wenheng.analytics.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.aggregate.Minimum;
import org.wenheng.analytics.composite.Construction;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.composite.NodeTree.Node;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.robust.Outcome.Built;
import org.wenheng.analytics.robust.Outcome.Failed;
import org.wenheng.analytics.robust.Uncertainty.Alternatives;
import org.wenheng.analytics.scheme.method.Linear;

class RebuildingTest {

    @Test
    void nothingChangedIsTheIndexAsItIsBuilt() {
        Study study = Small.random(1, 100);
        double[] built =
                study.construction().build(study.values(), study.groups()).index();
        assertThat(new Rebuilding(study).nominal()).isEqualTo(built);
        assertThat(new Rebuilding(study).scores(new Variant(study))).isEqualTo(built);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsRebuiltInPartIsWhatWouldBeBuiltFromTheStart(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Study study = Small.random(seed, 100);
        Linear method = random.nextBoolean() ? Small.fiveIsAll() : Small.tenIsAll();
        Aggregation aggregation = random.nextBoolean() ? new Minimum() : new ArithmeticMean();
        double weight = random.nextDouble(0.1, 3);
        Matrix values = random.nextBoolean() ? Small.random(seed + 1, 100).values() : study.values();
        Alternative changes = new Alternative(
                "changes",
                List.of(
                        new Change.MethodOf("a2", method),
                        new Change.AggregationOf("A", aggregation),
                        new Change.WeightOf("B", weight),
                        new Change.Values(values)));
        Built rebuilt = (Built)
                Replications.replay(study, List.of(new Alternatives("x", List.of(changes))), new double[][] {{0}})
                        .outcome(0);
        assertThat(rebuilt.scores()).isEqualTo(fromTheStart(study, method, aggregation, weight, values));
    }

    @Test
    void aReplicationThatHasInfinitelyManyPointsFailsAndSaysWhere() {
        Study study = Small.study();
        Linear endless = new Linear(List.of(new Linear.Corner(0, 0), new Linear.Corner(10, Double.POSITIVE_INFINITY)));
        Alternatives methods = new Alternatives("x", List.of(Alternative.ofMethods("endless", Map.of("b1", endless))));
        assertThat(Replications.replay(study, List.of(methods), new double[][] {{0}})
                        .outcome(0))
                .isInstanceOf(Failed.class);
    }

    @Test
    void noRowWithPointsIsAFailure() {
        Study study = Small.study();
        double[] nothing = {Double.NaN, Double.NaN, Double.NaN};
        Alternatives values = new Alternatives(
                "x", List.of(Alternative.ofValues("none", Matrix.ofColumns(3, nothing, nothing, nothing))));
        assertThat(Replications.replay(study, List.of(values), new double[][] {{0}})
                        .outcome(0))
                .isEqualTo(new Failed("No row has points"));
    }

    private static double[] fromTheStart(
            Study study, Linear method, Aggregation aggregation, double weight, Matrix values) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : study.construction().tree().nodes()) {
            double own = node.code().equals("B") ? weight : node.weight();
            nodes.add(
                    node instanceof Leaf
                            ? node
                            : new Branch(
                                    node.code(),
                                    node.parent(),
                                    own,
                                    node.code().equals("A") ? aggregation : new ArithmeticMean(),
                                    0));
        }
        List<IndicatorRule> rules = new ArrayList<>(study.construction().rules());
        rules.set(
                1,
                new IndicatorRule(rules.get(1).treatment(), method, rules.get(1).reference()));
        return new Construction(new NodeTree(nodes), rules)
                .build(values, study.groups())
                .index();
    }
}
