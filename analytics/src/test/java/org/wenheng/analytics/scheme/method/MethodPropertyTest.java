package org.wenheng.analytics.scheme.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.scheme.method.Linear.Corner;

class MethodPropertyTest {
    private static List<PointMethod> rising(SplittableRandom random) {
        double low = random.nextDouble(-50, 50);
        double high = low + random.nextDouble(0.1, 100);
        List<Corner> corners = List.of(
                new Corner(low, 0), new Corner((low + high) / 2, random.nextDouble(0, 100)), new Corner(high, 100));
        return List.of(
                new Target(high + 101, 100, Direction.HIGHER_IS_BETTER),
                new Efficacy(low, high, 60, 40, 0, 100),
                new Linear(corners),
                new Step(corners, Direction.HIGHER_IS_BETTER));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void betterValueNeverEarnsLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (PointMethod method : rising(random)) {
            double worse = random.nextDouble(-200, 200);
            double better = worse + random.nextDouble(0, 50);
            assertThat(method.points(better)).isGreaterThanOrEqualTo(method.points(worse));
            assertThat(method.points(worse)).isBetween(0.0, 100.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void mirroredValuesWithMirroredDirectionEarnTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double low = random.nextDouble(-50, 50);
        double high = low + random.nextDouble(0.1, 100);
        double value = random.nextDouble(-100, 200);
        assertThat(new Efficacy(-low, -high, 60, 40, 0, 100).points(-value))
                .isEqualTo(new Efficacy(low, high, 60, 40, 0, 100).points(value), within(1e-9));
        MinMax up = new MinMax(MinMax.Scope.ALL, 0.05, 0.95, 5, Direction.HIGHER_IS_BETTER);
        MinMax down = new MinMax(MinMax.Scope.ALL, 0.05, 0.95, 5, Direction.LOWER_IS_BETTER);
        double[] column = random.doubles(20, -10, 10).toArray();
        double[] mirrored = java.util.Arrays.stream(column).map(x -> -x).toArray();
        assertThat(down.points(-column[0], down.endsOf(mirrored)))
                .isEqualTo(up.points(column[0], up.endsOf(column)), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void risingInOnesOwnColumnNeverEarnsLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MinMax method = new MinMax(MinMax.Scope.ALL, 0.05, 0.95, 5, Direction.HIGHER_IS_BETTER);
        double[] column = random.doubles(random.nextInt(2, 30), 0, 10).toArray();
        List<Double> points = new ArrayList<>();
        for (int rise = 0; rise < 10; rise++) {
            points.add(method.points(column[0], method.endsOf(column)));
            column[0] += 1;
        }
        assertThat(points).isSorted();
    }
}
