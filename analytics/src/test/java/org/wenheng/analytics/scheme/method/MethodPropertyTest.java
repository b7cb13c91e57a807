package org.wenheng.analytics.scheme.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.method.Direction.HIGHER_IS_BETTER;
import static org.wenheng.analytics.scheme.method.Direction.LOWER_IS_BETTER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.scheme.method.BandedEfficacy.Band;
import org.wenheng.analytics.scheme.method.Increments.Counting;
import org.wenheng.analytics.scheme.method.Linear.Corner;

/** What holds for every method, whatever the numbers. */
class MethodPropertyTest {
    private static final Clip HUNDRED = new Clip(0, 100);

    /** Every method that looks at its own value, higher or lower better, thresholds somewhere in −50 to 150. */
    private static List<PointMethod> own(SplittableRandom random, Direction direction) {
        double low = random.nextDouble(-50, 50);
        double high = low + random.nextDouble(0.1, 100);
        double middle = (low + high) / 2;
        double between = random.nextDouble(0, 100);
        boolean lower = direction == LOWER_IS_BETTER;
        double worst = lower ? high : low;
        double best = lower ? low : high;
        List<Corner> corners = List.of(
                new Corner(low, lower ? 100 : 0), new Corner(middle, between), new Corner(high, lower ? 0 : 100));
        double above = low + 51;
        return List.of(
                new Target(high + 101, 100, direction),
                new Efficacy(worst, best, 60, 40, Efficacy.Below.STRAIGHT_LINE, HUNDRED),
                new Efficacy(
                        lower ? above + 10 : above,
                        lower ? above : above + 10,
                        60,
                        40,
                        Efficacy.Below.PROPORTIONAL,
                        HUNDRED),
                new BandedEfficacy(List.of(new Band(best, 1), new Band(middle, 0.6), new Band(worst, 0.2))),
                new Linear(corners),
                new Step(corners, direction),
                new Increments(middle, 80, 3, 0.5, Counting.PROPORTIONAL, HUNDRED, direction),
                new Increments(middle, 80, 3, 0.5, Counting.WHOLE_STEPS, HUNDRED, direction),
                new Goalposts(low, high, Goalposts.Spacing.LINEAR, PointRange.HUNDRED, Beyond.CLIP, direction),
                new Goalposts(
                        above, above + 9, Goalposts.Spacing.LOGARITHMIC, PointRange.HUNDRED, Beyond.CLIP, direction));
    }

    /** The methods that compare and treat both ends of a column alike. */
    private static List<ComparingMethod> symmetric(SplittableRandom random, Direction direction) {
        PointRange range = new PointRange(random.nextDouble(-10, 10), random.nextDouble(11, 200));
        List<ComparingMethod> methods = new ArrayList<>(List.of(
                new MinMax(range, direction),
                new ZScore(50, 10, Clip.KEEP, direction),
                new Borda(direction),
                new Distance(new Distance.Best(), range, Beyond.CLIP, direction)));
        for (Ties ties : Ties.values()) {
            methods.add(new Rank(ties, direction));
            methods.add(new PercentileRank(ties, range, direction));
        }
        return methods;
    }

    /** Every method that compares. */
    private static List<ComparingMethod> comparing(SplittableRandom random, Direction direction) {
        List<ComparingMethod> methods = symmetric(random, direction);
        PointRange range = PointRange.HUNDRED;
        methods.add(new MinMax(0.05, 0.9, range, Beyond.CLIP, direction));
        methods.add(new MinMax(0.05, 0.9, range, Beyond.KEEP, direction));
        methods.add(new Distance(new Distance.Quantile(0.5), range, Beyond.KEEP, direction));
        methods.add(new Distance(new Distance.Given(random.nextDouble(-10, 10)), range, Beyond.KEEP, direction));
        methods.add(new FractionOfBest(120, direction));
        return methods;
    }

    private static Direction oneOf(SplittableRandom random) {
        return random.nextBoolean() ? HIGHER_IS_BETTER : LOWER_IS_BETTER;
    }

    /** Numbers with ties, and constant ones now and then. */
    private static double[] column(SplittableRandom random) {
        int kinds = random.nextInt(1, 12);
        return random.ints(random.nextInt(1, 30), 0, kinds)
                .mapToDouble(kind -> kind * 1.7 - 8)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void betterValueNeverEarnsLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Direction direction = oneOf(random);
        double[] column = column(random);
        List<Scale> scales = Stream.concat(
                        own(random, direction).stream(),
                        comparing(random, direction).stream().map(method -> method.fitted(column)))
                .toList();
        for (Scale scale : scales) {
            for (int i = 0; i < 50; i++) {
                double value = random.nextBoolean() ? random.nextDouble(-200, 200) : column[i % column.length];
                double further = value + random.nextDouble(0, i % 2 == 0 ? 50 : 2);
                double better = direction == HIGHER_IS_BETTER ? further : value;
                double worse = direction == HIGHER_IS_BETTER ? value : further;
                assertThat(scale.points(better)).as("%s", scale).isGreaterThanOrEqualTo(scale.points(worse) - 1e-9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void ownMethodsStayWithinZeroToHundred(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (PointMethod method : own(random, oneOf(random))) {
            for (int i = 0; i < 50; i++) {
                assertThat(method.points(random.nextDouble(-300, 300)))
                        .as("%s", method)
                        .isBetween(0.0, 100.0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void comparingMethodsStayWithinTheirRange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Direction direction = oneOf(random);
        double[] column = column(random);
        PointRange range = new PointRange(0.1, 0.3);
        List<ComparingMethod> clipped = List.of(
                new MinMax(0.1, 0.9, range, Beyond.CLIP, direction),
                new Distance(new Distance.Quantile(0.4), range, Beyond.CLIP, direction),
                new PercentileRank(Ties.MEAN, range, direction),
                new ZScore(0.2, 0.1, new Clip(0.1, 0.3), direction));
        for (int i = 0; i < 50; i++) {
            double value = random.nextDouble(-20, 30);
            for (ComparingMethod method : clipped) {
                assertThat(method.fitted(column).points(value)).as("%s", method).isBetween(0.1, 0.3);
            }
            assertThat(new Rank(Ties.HIGHEST, direction).fitted(column).points(value))
                    .isBetween(1.0, (double) column.length);
            assertThat(new Borda(direction).fitted(column).points(value)).isBetween(0.0, column.length - 1.0);
            assertThat(new FractionOfBest(100, direction).fitted(column).points(value))
                    .isBetween(0.0, 100.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void mirroredValuesWithMirroredDirectionEarnTheSame(long seed) {
        double[] column = column(new SplittableRandom(seed));
        double[] mirrored = Arrays.stream(column).map(value -> -value).toArray();
        List<ComparingMethod> up = symmetric(new SplittableRandom(seed), HIGHER_IS_BETTER);
        List<ComparingMethod> down = symmetric(new SplittableRandom(seed), LOWER_IS_BETTER);
        for (int i = 0; i < up.size(); i++) {
            for (int row = 0; row < column.length; row++) {
                assertThat(down.get(i).fitted(mirrored).points(-column[row]))
                        .as("%s", up.get(i))
                        .isEqualTo(up.get(i).fitted(column).points(column[row]), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void orderOfTheRegionsDoesNotMatterToTheLastBit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] column = random.doubles(40, -1e6, 1e6).toArray();
        double[] otherwise = column.clone();
        for (int i = otherwise.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double swapped = otherwise[i];
            otherwise[i] = otherwise[other];
            otherwise[other] = swapped;
        }
        for (ComparingMethod method : comparing(random, oneOf(random))) {
            for (double value : column) {
                assertThat(method.fitted(otherwise).points(value))
                        .isEqualTo(method.fitted(column).points(value));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void risingInOnesOwnColumnNeverEarnsLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] column = random.doubles(random.nextInt(2, 30), 0, 10).toArray();
        List<ComparingMethod> methods = symmetric(random, HIGHER_IS_BETTER);
        methods.add(new MinMax(0.05, 0.95, PointRange.HUNDRED, Beyond.CLIP, HIGHER_IS_BETTER));
        methods.add(new FractionOfBest(100, HIGHER_IS_BETTER));
        double[] last = new double[methods.size()];
        Arrays.fill(last, Double.NEGATIVE_INFINITY);
        for (int rise = 0; rise < 10; rise++) {
            for (int i = 0; i < last.length; i++) {
                double points = methods.get(i).fitted(column).points(column[0]);
                assertThat(points).as("%s", methods.get(i)).isGreaterThanOrEqualTo(last[i] - 1e-9);
                last[i] = points;
            }
            column[0] += 1;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void partOfTheYearWithPartOfTheValueEarnsTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double share = random.nextInt(1, 13) / 12.0;
        for (PointMethod method : own(random, oneOf(random))) {
            double value = random.nextDouble(1, 150);
            assertThat(method.scaled(share).points(value * share))
                    .as("%s", method)
                    .isEqualTo(method.points(value), within(1e-6));
        }
    }
}
