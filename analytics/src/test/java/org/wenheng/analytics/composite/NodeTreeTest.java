package org.wenheng.analytics.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.aggregate.Asem;
import org.wenheng.analytics.aggregate.Copeland;
import org.wenheng.analytics.aggregate.GeometricMean;
import org.wenheng.analytics.aggregate.GreyRelational;
import org.wenheng.analytics.aggregate.Minimum;
import org.wenheng.analytics.aggregate.Normalisation;
import org.wenheng.analytics.aggregate.Topsis;
import org.wenheng.analytics.aggregate.WhenNotPositive;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.composite.NodeTree.Node;
import org.wenheng.analytics.matrix.Matrix;

class NodeTreeTest {
    private static final double NONE = Double.NaN;

    /** Branches of different depth: a leaf beside a branch of three leaves. */
    private static NodeTree tree(Aggregation top, Aggregation below, double availability) {
        return new NodeTree(List.of(
                new Branch("index", -1, 1, top, 0),
                new Leaf("roads", 0, 1, 3),
                new Branch("culture", 0, 3, below, availability),
                new Leaf("libraries", 2, 1, 0),
                new Leaf("museums", 2, 1, 1),
                new Leaf("theatres", 2, 2, 2)));
    }

    @Test
    void branchesOfDifferentDepthAreAggregatedBottomUp() {
        NodeTree tree = tree(new ArithmeticMean(), new Minimum(), 0);
        Matrix scores = tree.aggregate(Matrix.ofRows(new double[] {60, 80, 90, 20}), tree.weights());
        // Minimum 60, then (1·20 + 3·60) / 4.
        assertThat(scores.row(0)).containsExactly(50, 20, 60, 60, 80, 90);
    }

    @Test
    void weightsThatArePutInTakeThePlaceOfTheTrees() {
        NodeTree tree = tree(new ArithmeticMean(), new ArithmeticMean(), 0);
        Matrix points = Matrix.ofRows(new double[] {60, 80, 90, 20});
        assertThat(tree.aggregate(points, new double[] {1, 1, 1, 1, 0, 0}).at(0, 0))
                .isEqualTo(40);
        assertThatThrownBy(() -> tree.aggregate(points, new double[] {1, 1, 1, 0, 0, 0}))
                .hasMessageContaining("the sum 0.0");
    }

    @Test
    void availabilityIsAShareOfTheChildrenByNumber() {
        Matrix points = Matrix.ofRows(
                new double[] {60, 80, NONE, 20}, new double[] {NONE, NONE, 90, 20}, new double[] {NONE, NONE, NONE, NONE
                });
        NodeTree half = tree(new ArithmeticMean(), new ArithmeticMean(), 0.5);
        assertThat(half.aggregate(points, half.weights()).column(2)).containsExactly(70, NONE, NONE);
        // Without the branch the index is its other child alone.
        assertThat(half.aggregate(points, half.weights()).column(0)).containsExactly(57.5, 20, NONE);
        NodeTree any = tree(new ArithmeticMean(), new ArithmeticMean(), 0);
        assertThat(any.aggregate(points, any.weights()).column(2)).containsExactly(70, 90, NONE);
    }

    @Test
    void availabilityThatIsJustReachedIsEnough() {
        NodeTree tree = tree(new ArithmeticMean(), new ArithmeticMean(), 2.0 / 3);
        Matrix points = Matrix.ofRows(new double[] {60, 80, NONE, 20});
        assertThat(tree.aggregate(points, tree.weights()).at(0, 2)).isEqualTo(70);
    }

    @Test
    void contributionsOfMeansAreEffectiveWeightTimesPoints() {
        NodeTree tree = tree(new ArithmeticMean(), new ArithmeticMean(), 0);
        Matrix scores = tree.aggregate(Matrix.ofRows(new double[] {60, 80, 90, 20}), tree.weights());
        // Culture is (60 + 80 + 180) / 4 = 80 and three quarters of the index.
        assertThat(tree.contributions(scores, tree.weights()).row(0)).containsExactly(65, 5, 60, 11.25, 15, 33.75);
        assertThat(tree.effectiveWeights(tree.weights())).containsExactly(1, 0.25, 0.75, 0.1875, 0.1875, 0.375);
    }

    @Test
    void effectiveWeightsAgreeWithThePublishedOnes() {
        NodeTree tree = Asem.tree(level -> new ArithmeticMean(), 0);
        Oracle oracle = Oracle.read("asem/04_weights/eff_weights_custom.csv");
        double[] weights = byNode(tree, oracle, "Weight");
        Asem.assertAgree(tree.effectiveWeights(weights), byNode(tree, oracle, "EffWeight"), 1e-12);
    }

    private static double[] byNode(NodeTree tree, Oracle oracle, String column) {
        double[] numbers = oracle.numbers(column);
        return tree.nodes().stream()
                .mapToDouble(node -> numbers[oracle.texts("iCode").indexOf(node.code())])
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void contributionsOfChildrenSumToTheirParentAtEveryNode(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        List<Aggregation> methods = List.of(
                new ArithmeticMean(),
                new GeometricMean(new WhenNotPositive.Floor(1)),
                new Topsis(Normalisation.MIN_MAX),
                new GreyRelational(0.5, Normalisation.NONE),
                new Copeland());
        for (Aggregation top : methods) {
            for (Aggregation below : methods.subList(0, 3)) {
                NodeTree tree = tree(top, below, 0.6);
                assertContributionsSum(tree, tree.aggregate(points, tree.weights()));
            }
        }
    }

    private static Matrix points(SplittableRandom random) {
        double[][] columns = new double[4][12];
        for (double[] column : columns) {
            for (int row = 0; row < column.length; row++) {
                column[row] = random.nextInt(4) == 0 ? NONE : random.nextDouble(5, 100);
            }
            column[7] = NONE;
        }
        return Matrix.ofColumns(12, columns);
    }

    private static void assertContributionsSum(NodeTree tree, Matrix scores) {
        Matrix parts = tree.contributions(scores, tree.weights());
        for (int row = 0; row < scores.rows(); row++) {
            for (int place = 0; place < tree.nodes().size(); place++) {
                int at = row;
                int[] children = tree.children(place);
                if (children.length > 0 && !Double.isNaN(scores.at(row, 0))) {
                    assertThat(Arrays.stream(children)
                                    .mapToDouble(child -> parts.at(at, child))
                                    .sum())
                            .as("%s of row %d", tree.nodes().get(place).code(), row)
                            .isEqualTo(parts.at(row, place), within(1e-9));
                }
            }
        }
    }

    @Test
    void whatANodeWithZeroPointsContributesIsSharedByWeight() {
        NodeTree tree = tree(new GreyRelational(0.5, Normalisation.NONE), new ArithmeticMean(), 0);
        Matrix points = Matrix.ofRows(new double[] {0, 0, 0, 0}, new double[] {90, 90, 90, 90});
        Matrix scores = tree.aggregate(points, tree.weights());
        // The worst has the coefficient 1/3 on both: a quarter of it from roads, three from culture, of which half
        // theatres.
        double[] parts = tree.contributions(scores, tree.weights()).row(0);
        assertThat(parts[2]).isEqualTo(0.25, within(1e-12));
        assertThat(parts[5]).isEqualTo(0.125, within(1e-12));
        assertContributionsSum(tree, scores);
    }

    @Test
    void rowWithoutAnIndexHasNoContributions() {
        NodeTree tree = new NodeTree(List.of(
                new Branch("index", -1, 1, new ArithmeticMean(), 1), new Leaf("a", 0, 1, 0), new Leaf("b", 0, 1, 1)));
        Matrix scores = tree.aggregate(Matrix.ofRows(new double[] {5, NONE}), tree.weights());
        assertThat(tree.contributions(scores, tree.weights()).row(0)).containsExactly(NONE, 0, 0);
    }

    @Test
    void nodeWithoutPointsContributesNothingNorDoWhatIsBelowIt() {
        NodeTree tree = tree(new ArithmeticMean(), new ArithmeticMean(), 1);
        Matrix scores = tree.aggregate(Matrix.ofRows(new double[] {60, 80, NONE, 20}), tree.weights());
        assertThat(tree.contributions(scores, tree.weights()).row(0)).containsExactly(20, 20, 0, 0, 0, 0);
    }

    @Test
    void treeThatIsNoneIsRefused() {
        Branch root = new Branch("index", -1, 1, new ArithmeticMean(), 0);
        assertRefused("index has no children with a weight", root);
        assertRefused("a stands before its parent", root, new Leaf("a", 1, 1, 0));
        assertRefused("a occurs twice", root, new Leaf("a", 0, 1, 0), new Leaf("a", 0, 1, 1));
        assertRefused("b hangs on a leaf", root, new Leaf("a", 0, 1, 0), new Leaf("b", 1, 1, 1));
        assertRefused("b has the column of another leaf", root, new Leaf("a", 0, 1, 0), new Leaf("b", 0, 1, 0));
        assertRefused("a has a column beyond the last", root, new Leaf("a", 0, 1, 1));
        assertRefused("a has a weight below 0", root, new Leaf("a", 0, -1, 0));
    }

    private static void assertRefused(String message, Node... nodes) {
        assertThatThrownBy(() -> new NodeTree(List.of(nodes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
