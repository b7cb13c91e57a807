package org.wenheng.analytics.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.weigh.CombinedWeights.Rule;
import org.wenheng.analytics.weigh.EntropyWeights.Scaling;
import org.wenheng.analytics.weigh.PrincipalComponentWeights.Loadings;

class WeightingPropertyTest {
    private static final Offset<Double> ROUNDING = within(1e-8);

    private static final List<Weighting> AFFINE = List.of(
            new EntropyWeights(Scaling.MIN_MAX),
            new CriticWeights(),
            new PrincipalComponentWeights(Loadings.PROPORTIONAL),
            new PrincipalComponentWeights(Loadings.SQUARED));
    private static final List<Weighting> MULTIPLES = List.of(new EntropyWeights(Scaling.AS_GIVEN), new MerecWeights());
    private static final List<Weighting> OTHERS = List.of(
            new EqualWeights(),
            new StandardDeviationWeights(),
            new CorrelationBalancedWeights(0),
            new CorrelationBalancedWeights(0.04),
            new CombinedWeights(new CriticWeights(), new EntropyWeights(Scaling.MIN_MAX), new Rule.Additive(0.6)),
            new CombinedWeights(new StandardDeviationWeights(), new MerecWeights(), new Rule.Multiplicative()));

    private static List<Weighting> all() {
        List<Weighting> all = new ArrayList<>(AFFINE);
        all.addAll(MULTIPLES);
        all.addAll(OTHERS);
        return all;
    }

    private static Matrix points(SplittableRandom random) {
        int rows = random.nextInt(12, 50);
        Matrix points = MadeUpPoints.of(random, rows, random.nextInt(2, 9));
        return random.nextBoolean() ? points : withMissing(random, points);
    }

    /** One value in thirty is taken away. */
    private static Matrix withMissing(SplittableRandom random, Matrix points) {
        return mapped(points, value -> random.nextInt(30) == 0 ? Double.NaN : value);
    }

    private static Matrix mapped(Matrix points, DoubleUnaryOperator change) {
        return Matrix.ofColumns(
                points.rows(),
                IntStream.range(0, points.columns())
                        .mapToObj(column ->
                                Arrays.stream(points.column(column)).map(change).toArray())
                        .toArray(double[][]::new));
    }

    private static int[] shuffled(SplittableRandom random, int size) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        for (int i = size - 1; i > 0; i--) {
            Collections.swap(places, i, random.nextInt(i + 1));
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void assertSame(Weighting weighting, Matrix points, double[] expected) {
        assertThat(weighting.weigh(points).weights())
                .as(weighting.description().english())
                .containsExactly(expected, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void weightsAreAtLeastZeroAndSumToOne(long seed) {
        Matrix points = points(new SplittableRandom(seed));
        for (Weighting weighting : all()) {
            double[] weights = weighting.weigh(points).weights();
            assertThat(weights).hasSize(points.columns());
            assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
            assertThat(Arrays.stream(weights).sum()).isEqualTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theOrderOfRowsDoesNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        Matrix others = points.selectRows(shuffled(random, points.rows()));
        for (Weighting weighting : all()) {
            assertSame(weighting, others, weighting.weigh(points).weights());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theOrderOfSiblingsDoesNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        int[] order = shuffled(random, points.columns());
        for (Weighting weighting : all()) {
            double[] weights = weighting.weigh(points).weights();
            assertSame(
                    weighting,
                    points.select(order),
                    Arrays.stream(order).mapToDouble(place -> weights[place]).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void unitAndZeroPointOfAChildDoNotMatterWherePromised(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double unit = random.nextDouble(0.01, 100);
        double zero = random.nextDouble(-1000, 1000);
        Matrix moved = points.with(
                0, Arrays.stream(points.column(0)).map(v -> unit * v + zero).toArray());
        Matrix multiplied = points.with(
                0, Arrays.stream(points.column(0)).map(v -> unit * v).toArray());
        for (Weighting weighting : AFFINE) {
            assertSame(weighting, moved, weighting.weigh(points).weights());
        }
        for (Weighting weighting : MULTIPLES) {
            assertSame(weighting, multiplied, weighting.weigh(points).weights());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void aCommonUnitDoesNotMatterToAnyMethod(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double unit = random.nextDouble(0.01, 100);
        for (Weighting weighting : all()) {
            assertSame(
                    weighting,
                    mapped(points, value -> unit * value),
                    weighting.weigh(points).weights());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void aChildThatDoesNotDifferChangesNothingForTheOthersAndGetsNothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] constant = new double[points.rows()];
        Arrays.fill(constant, random.nextDouble(1, 100));
        constant[0] = Double.NaN;
        int children = points.columns();
        double[][] columns = IntStream.rangeClosed(0, children)
                .mapToObj(column -> column < children ? points.column(column) : constant)
                .toArray(double[][]::new);
        for (Weighting weighting : all()) {
            if (!(weighting instanceof EqualWeights)) {
                assertSame(
                        weighting,
                        Matrix.ofColumns(points.rows(), columns),
                        Arrays.copyOf(weighting.weigh(points).weights(), children + 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void childrenThatDoNotDifferWeighTheSame(int children) {
        double[] row = IntStream.rangeClosed(1, children).asDoubleStream().toArray();
        double[] equal = new double[children];
        Arrays.fill(equal, 1.0 / children);
        for (Weighting weighting : all()) {
            assertSame(weighting, Matrix.ofRows(row, row.clone(), row.clone()), equal);
            assertSame(weighting, Matrix.ofRows(row), equal);
            assertSame(weighting, mapped(Matrix.ofRows(row), value -> Double.NaN), equal);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void theOnlyChildHasAllTheWeight(long seed) {
        Matrix points = MadeUpPoints.of(new SplittableRandom(seed), 10, 1);
        for (Weighting weighting : all()) {
            assertThat(weighting.weigh(points).weights()).containsExactly(1);
        }
    }
}
