package org.wenheng.analytics.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.analytics.robust.Outcome.Built;
import org.wenheng.analytics.robust.Uncertainty.Alternatives;
import org.wenheng.analytics.robust.Uncertainty.DirichletWeights;
import org.wenheng.analytics.robust.Uncertainty.UniformWeights;
import org.wenheng.analytics.robust.ValueErrors.Law;
import org.wenheng.analytics.robust.ValueErrors.Margin;

class UncertaintyTest {
    private static final Alternative FIVE = Alternative.ofMethods("five", Map.of("a1", Small.fiveIsAll()));
    private final NodeTree tree = Small.study().construction().tree();

    @Test
    void alternativesDivideTheWholeOfZeroToOneEqually() {
        Alternatives three = new Alternatives("x", List.of(Alternative.nominal(), FIVE, Alternative.without("B")));
        assertThat(IntStream.range(0, 6)
                        .map(sixth -> three.draw(sixth / 6.0 + 0.01, tree).place()))
                .containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(three.draw(Math.nextDown(1.0), tree)).isEqualTo(new Drawn.Chosen("x", 2, "B"));
        // However few draws there are: three at the low end of the coordinate are the same alternative.
        assertThat(IntStream.of(1, 2, 3).map(i -> three.draw(i / 10.0, tree).place()))
                .containsExactly(0, 0, 0);
    }

    @Test
    void theWeightOfASingleNodeFollowsTheCoordinate() {
        UniformWeights quarter = new UniformWeights("x", List.of("A"), 0.25);
        assertThat(List.of(0.0, 0.5, 0.75).stream().map(u -> quarter.draw(u, tree)))
                .containsExactly(
                        new Drawn.Weights("x", Map.of("A", 0.75)),
                        new Drawn.Weights("x", Map.of("A", 1.0)),
                        new Drawn.Weights("x", Map.of("A", 1.125)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void weightsOfSeveralNodesAreIndependentAndUniform(long seed) {
        UniformWeights half = new UniformWeights("x", List.of("A", "B"), 0.5);
        double[][] drawn = drawn(half, seed, List.of("A", "B"));
        for (double[] weights : drawn) {
            assertThat(Arrays.stream(weights)).allMatch(weight -> weight >= 0.5 && weight < 1.5);
            // Of a uniform distribution of width 1: mean 1, variance 1/12.
            assertThat(Moments.of(weights).mean()).isCloseTo(1, within(0.02));
            assertThat(Moments.of(weights).variance()).isCloseTo(1 / 12.0, within(0.005));
        }
        assertThat(correlation(drawn[0], drawn[1])).isCloseTo(0, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dirichletWeightsHaveTheMeanAndVarianceTheySay(long seed) {
        DirichletWeights dirichlet = new DirichletWeights("x", List.of("Index"), 9);
        double[][] drawn = drawn(dirichlet, seed, List.of("A", "B"));
        // p = 1/2: variance 1/4 / 10.
        assertThat(Moments.of(drawn[0]).mean()).isCloseTo(0.5, within(0.01));
        assertThat(Moments.of(drawn[0]).variance()).isCloseTo(0.025, within(0.002));
        assertThat(correlation(drawn[0], drawn[1])).isCloseTo(-1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void errorsOfOneElementMoveItsIndicatorsTogether(long seed) {
        ValueErrors population =
                new ValueErrors("Population", Law.UNIFORM, Map.of("a1", Margin.absolute(2), "a2", Margin.absolute(-1)));
        double[] deviates = population.deviates(seed, 10_000);
        assertThat(Arrays.stream(deviates)).allMatch(deviate -> deviate >= -1 && deviate < 1);
        Study study = Small.study(new double[] {4, 6}, new double[] {4, 6}, new double[] {5, 5});
        // (2z − z)/2 of ten points a unit, of which the index sees half.
        double u = new Draws(seed, 1).point(0, 1)[0];
        double z = population.deviates(((Drawn.Errors) population.draw(u, tree)).seed(), 2)[0];
        Built built = (Built) Replications.replay(study, List.of(population), new double[][] {{u}})
                .outcome(0);
        assertThat(built.scores()[0]).isCloseTo(45 + 2.5 * z, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void normalErrorsHaveAStandardDeviationOfTheirMargin(long seed) {
        ValueErrors survey = new ValueErrors("Survey", Law.NORMAL, Map.of("a1", Margin.relative(0.1)));
        Moments moments = Moments.of(survey.deviates(seed, 20_000));
        assertThat(moments.mean()).isCloseTo(0, within(0.03));
        assertThat(moments.standardDeviation()).isCloseTo(1, within(0.02));
        assertThat(moments.kurtosis()).isCloseTo(0, within(0.15));
    }

    @Test
    void aTargetThatDoesNotExistIsRefusedWithTheOnesThatDo() {
        refused(
                "Uncertainty x: No node a9; the nodes are [Index, A, B, a1, a2, b1]",
                new UniformWeights("x", List.of("a9"), 0.1));
        refused(
                "Uncertainty x: A is no indicator; the indicators are [a1, a2, b1]",
                new Alternatives("x", List.of(Alternative.ofMethods("m", Map.of("A", Small.fiveIsAll())))));
        refused(
                "Uncertainty x: b1 is an indicator and puts nothing together; the branches are [Index, A, B]",
                new Alternatives("x", List.of(Alternative.ofAggregations("m", Map.of("b1", new ArithmeticMean())))));
        refused(
                "Uncertainty x: A is no indicator; the indicators are [a1, a2, b1]",
                new ValueErrors("x", Law.NORMAL, Map.of("A", Margin.relative(0.1))));
        refused(
                "Uncertainty x: The root Index has no siblings: it is not weighed and not left out",
                Uncertainty.leavingOut("x", List.of("Index")));
        refused(
                "Uncertainty x: a1 is an indicator and has no children; the branches are [Index, A, B]",
                new DirichletWeights("x", List.of("a1"), 5));
    }

    @Test
    void twoUncertaintiesMayNotChangeTheSame() {
        refused(
                "Both x and y change the weight of A",
                new UniformWeights("x", List.of("A"), 0.1),
                new DirichletWeights("y", List.of("Index"), 5));
        refused(
                "Two uncertainties are called x",
                Uncertainty.leavingOut("x", List.of("A")),
                new Alternatives("x", List.of(FIVE)));
    }

    private static void refused(String message, Uncertainty... uncertainties) {
        assertThatThrownBy(() -> Replications.draw(Small.study(), List.of(uncertainties), new Draws(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private double[][] drawn(Uncertainty uncertainty, long seed, List<String> nodes) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> drawn = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            Map<String, Double> weights = ((Drawn.Weights) uncertainty.draw(random.nextDouble(), tree)).weights();
            drawn.add(nodes.stream()
                    .mapToDouble(node -> weights.getOrDefault(node, Double.NaN))
                    .toArray());
        }
        return IntStream.range(0, nodes.size())
                .mapToObj(node ->
                        drawn.stream().mapToDouble(weights -> weights[node]).toArray())
                .toArray(double[][]::new);
    }

    private static double correlation(double[] x, double[] y) {
        Moments ofX = Moments.of(x);
        Moments ofY = Moments.of(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - ofX.mean()) * (y[i] - ofY.mean());
        }
        return sum / (x.length - 1) / ofX.standardDeviation() / ofY.standardDeviation();
    }
}
