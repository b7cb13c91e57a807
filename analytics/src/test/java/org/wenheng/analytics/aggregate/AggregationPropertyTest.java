package org.wenheng.analytics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.aggregate.WhenNotPositive.Floor;
import org.wenheng.analytics.matrix.Matrix;

class AggregationPropertyTest {
    private static final List<Aggregation> MEANS = List.of(
            new ArithmeticMean(),
            new GeometricMean(new Floor(0.5)),
            new HarmonicMean(new Floor(0.5)),
            new GeneralisedMean(2.5, new Floor(0.5)),
            new GeneralisedMean(-3, new Floor(0.5)),
            new WeightedMedian(),
            new Minimum());
    private static final List<Aggregation> BY_ORDER = List.of(new Copeland(), new Promethee(new Preference.Usual()));
    private static final List<Aggregation> BY_DISTANCE = List.of(
            new Topsis(Normalisation.NONE),
            new Topsis(Normalisation.MIN_MAX),
            new Topsis(Normalisation.VECTOR),
            new Vikor(0.3),
            new Promethee(new Preference.Linear(2, 20)),
            new GreyRelational(0.5, Normalisation.MIN_MAX),
            new GreyRelational(0.5, Normalisation.NONE));
    private static final List<Aggregation> OTHERS = List.of(
            new MazziottaPareto(Penalty.LOWERS),
            new MazziottaPareto(Penalty.RAISES),
            new AdjustedMazziottaPareto(Penalty.LOWERS, new Goalposts.OfColumns()),
            new BenefitOfTheDoubt(),
            new BenefitOfTheDoubt(0.05, 0.6));

    private static List<Aggregation> all() {
        return Stream.of(MEANS, BY_ORDER, BY_DISTANCE, OTHERS)
                .flatMap(List::stream)
                .toList();
    }

    /** Points from 1 to 100, some in whole numbers so that there are ties, some missing, one row without anything. */
    private static Matrix points(SplittableRandom random) {
        int rows = random.nextInt(8, 25);
        double[][] columns = new double[5][rows];
        for (double[] column : columns) {
            boolean whole = random.nextBoolean();
            for (int row = 0; row < rows; row++) {
                double value = random.nextDouble(1, 100);
                column[row] = random.nextInt(8) == 0 ? Double.NaN : whole ? Math.rint(value / 10) * 10 + 1 : value;
            }
            column[3] = Double.NaN;
        }
        return Matrix.ofColumns(rows, columns);
    }

    private static double[] weights(SplittableRandom random) {
        return random.doubles(5, 0.1, 3).toArray();
    }

    private static void assertSame(Aggregation aggregation, double[] found, double[] expected) {
        for (int row = 0; row < expected.length; row++) {
            if (Double.isNaN(expected[row])) {
                assertThat(found[row]).as("%s, row %d", aggregation, row).isNaN();
            } else {
                assertThat(found[row])
                        .as("%s, row %d", aggregation, row)
                        .isEqualTo(expected[row], within(1e-9 * (1 + Math.abs(expected[row]))));
            }
        }
    }

    private static Matrix each(Matrix points, DoubleUnaryOperator change) {
        return Matrix.ofColumns(
                points.rows(),
                IntStream.range(0, points.columns())
                        .mapToObj(child ->
                                Arrays.stream(points.column(child)).map(change).toArray())
                        .toArray(double[][]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void contributionsSumToTheScore(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        weights[2] = 0;
        for (Aggregation aggregation : all()) {
            double[] scores = aggregation.scores(points, weights);
            Matrix parts = aggregation.contributions(points, weights);
            double[] sums = new double[points.rows()];
            for (int row = 0; row < sums.length; row++) {
                boolean any = false;
                for (int child = 0; child < points.columns(); child++) {
                    double part = parts.at(row, child);
                    boolean there = !Double.isNaN(points.at(row, child)) && !Double.isNaN(scores[row]);
                    assertThat(Double.isNaN(part)).as("%s", aggregation).isEqualTo(!there);
                    sums[row] += there ? part : 0;
                    any |= there;
                }
                sums[row] = any ? sums[row] : Double.NaN;
            }
            assertSame(aggregation, sums, scores);
            assertThat(scores[3]).isNaN();
            assertThat(Arrays.stream(scores).filter(Double::isFinite).count()).isGreaterThan(4);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void orderOfRowsAndOfChildrenDoesNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        int[] rows = shuffled(points.rows(), seed);
        int[] children = shuffled(5, seed);
        Matrix mixed = points.selectRows(rows).select(children);
        double[] mixedWeights =
                Arrays.stream(children).mapToDouble(child -> weights[child]).toArray();
        for (Aggregation aggregation : all()) {
            double[] scores = aggregation.scores(points, weights);
            double[] expected =
                    Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
            assertSame(aggregation, aggregation.scores(mixed, mixedWeights), expected);
        }
    }

    private static int[] shuffled(int size, long seed) {
        List<Integer> order = IntStream.range(0, size).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void onlyProportionsOfWeightsCountAndWithoutWeightIsWithoutSay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        weights[1] = 0;
        double factor = random.nextDouble(0.001, 1000);
        double[] scaled = Arrays.stream(weights).map(weight -> weight * factor).toArray();
        double[] left = {weights[0], weights[2], weights[3], weights[4]};
        for (Aggregation aggregation : all()) {
            double[] scores = aggregation.scores(points, weights);
            assertSame(aggregation, aggregation.scores(points, scaled), scores);
            assertSame(aggregation, aggregation.scores(points.select(0, 2, 3, 4), left), scores);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void betterValueNeverScoresLessExceptWithAPenaltyForUnevenness(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        int child = random.nextInt(5);
        int row = IntStream.range(4, points.rows())
                .filter(candidate -> !Double.isNaN(points.at(candidate, child)))
                .findFirst()
                .orElseThrow();
        double[] better = points.column(child).clone();
        better[row] = Math.min(Ends.of(better).greatest(), better[row] + random.nextDouble(0, 60));
        for (Aggregation aggregation : all()) {
            if (!OTHERS.subList(0, 3).contains(aggregation)) {
                assertThat(aggregation.scores(points.with(child, better), weights)[row])
                        .as("%s", aggregation)
                        .isGreaterThanOrEqualTo(aggregation.scores(points, weights)[row] - 1e-10);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void meansStayBetweenTheWorstAndTheBestChildAndScaleWithThem(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        Matrix doubled = each(points, x -> 2 * x);
        for (Aggregation mean : MEANS) {
            double[] scores = mean.scores(points, weights);
            for (int row = 0; row < scores.length; row++) {
                Ends ends = Ends.of(points.row(row));
                assertThat(Double.isNaN(scores[row])).isEqualTo(Double.isNaN(ends.least()));
                assertThat(scores[row] < ends.least() - 1e-9 || scores[row] > ends.greatest() + 1e-9)
                        .as("%s", mean)
                        .isFalse();
            }
            assertSame(
                    mean,
                    mean.scores(doubled, weights),
                    Arrays.stream(scores).map(x -> 2 * x).toArray());
        }
        for (Penalty penalty : Penalty.values()) {
            Aggregation index = new MazziottaPareto(penalty);
            double[] scores = index.scores(points, weights);
            assertSame(
                    index,
                    index.scores(doubled, weights),
                    Arrays.stream(scores).map(x -> 2 * x).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void meansRiseWithThePower(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        double[] before = new Minimum().scores(points, weights);
        for (double power : new double[] {-20, -1, -1e-7, 0, 1e-7, 1, 3, 20}) {
            double[] scores = new GeneralisedMean(power, new Floor(0.5)).scores(points, weights);
            for (int row = 0; row < scores.length; row++) {
                assertThat(scores[row] < before[row] - 1e-9)
                        .as("power %s", power)
                        .isFalse();
            }
            before = scores;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void onlyTheOrderCountsForOutranking(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        Matrix bent = each(points, x -> x * x * x - 7);
        for (Aggregation aggregation : BY_ORDER) {
            double[] scores = aggregation.scores(points, weights);
            assertSame(aggregation, aggregation.scores(bent, weights), scores);
            assertThat(Arrays.stream(scores).filter(Double::isFinite).sum())
                    .isBetween(-points.rows() * 1.0, points.rows() * 1.0);
        }
        double[] copeland = new Copeland().scores(points, weights);
        assertThat(Arrays.stream(copeland).filter(Double::isFinite).sum()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void unitAndOriginOfAColumnDoNotMatterWherePromised(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        double factor = random.nextDouble(0.01, 100);
        double[] inAnotherUnit =
                Arrays.stream(points.column(2)).map(x -> factor * x).toArray();
        double[] moved =
                Arrays.stream(points.column(2)).map(x -> factor * x + 17).toArray();
        for (Aggregation aggregation :
                List.of(new BenefitOfTheDoubt(), new BenefitOfTheDoubt(0.05, 0.6), new Topsis(Normalisation.VECTOR))) {
            assertSame(
                    aggregation,
                    aggregation.scores(points.with(2, inAnotherUnit), weights),
                    aggregation.scores(points, weights));
        }
        for (Aggregation aggregation : List.of(
                new Topsis(Normalisation.MIN_MAX),
                new Vikor(0.5),
                new GreyRelational(0.5, Normalisation.MIN_MAX),
                new AdjustedMazziottaPareto(Penalty.RAISES, new Goalposts.OfColumns()))) {
            assertSame(
                    aggregation,
                    aggregation.scores(points.with(2, moved), weights),
                    aggregation.scores(points, weights));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void rowsWithTheSameValuesScoreTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix points = points(random);
        double[] weights = weights(random);
        int[] twice = IntStream.concat(IntStream.range(0, points.rows()), IntStream.of(0))
                .toArray();
        for (Aggregation aggregation : all()) {
            double[] scores = aggregation.scores(points.selectRows(twice), weights);
            assertThat(scores[points.rows()]).as("%s", aggregation).isEqualTo(scores[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void sortedPreferenceIsThatOfAllPairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] column = points(random).column(0);
        double[] found = new Preference.Linear(2, 20).overOthers(column);
        double[] expected = Arrays.stream(column)
                .map(own -> Double.isNaN(own)
                        ? Double.NaN
                        : Arrays.stream(column)
                                .filter(other -> !Double.isNaN(other))
                                .map(other -> Math.max(0, Math.min(1, (own - other - 2) / 18)))
                                .sum())
                .toArray();
        assertSame(new Promethee(new Preference.Linear(2, 20)), found, expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void programmeOfFewRivalsGivesTheScoreOfTheProgrammeOfAll(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[4][15];
        for (double[] column : columns) {
            // From hundredths to hundreds.
            Arrays.setAll(column, row -> Math.pow(10, random.nextDouble(-2, 2)));
        }
        Matrix points = Matrix.ofColumns(15, columns);
        double low = random.nextDouble(0, 0.25);
        double high = random.nextDouble(0.25, 1);
        double[] scores = new BenefitOfTheDoubt(low, high).scores(points, new double[] {1, 1, 1, 1});
        for (int row = 0; row < 15; row++) {
            assertThat(scores[row]).isEqualTo(wholeProgramme(points, row, low, high), within(1e-8));
        }
    }

    /** Cherchye et al. (2007) as it is written: weights, a constraint for every row, two limits for every child. */
    private static double wholeProgramme(Matrix points, int row, double low, double high) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int rival = 0; rival < points.rows(); rival++) {
            constraints.add(new LinearConstraint(points.row(rival), Relationship.LEQ, 1));
        }
        double[] own = points.row(row);
        for (int child = 0; child < own.length; child++) {
            double[] atLeast = Arrays.stream(own).map(x -> -low * x).toArray();
            double[] atMost = Arrays.stream(own).map(x -> -high * x).toArray();
            atLeast[child] += own[child];
            atMost[child] += own[child];
            constraints.add(new LinearConstraint(atLeast, Relationship.GEQ, 0));
            constraints.add(new LinearConstraint(atMost, Relationship.LEQ, 0));
        }
        return new SimplexSolver(1e-12, 10, 1e-13)
                .optimize(
                        new LinearObjectiveFunction(own, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }
}
