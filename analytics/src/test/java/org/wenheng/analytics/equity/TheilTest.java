package org.wenheng.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.equity.Theil.Group;

class TheilTest {

    @Test
    void whereOneHasEverythingItIsTheLogarithmOfTheirNumber() {
        Theil theil = Theil.of(new double[] {0, 0, 0, 8}, PeerGroups.none(4));
        assertThat(theil.total()).isCloseTo(Math.log(4), within(1e-15));
        assertThat(theil.between()).isZero();
        assertThat(theil.within()).isCloseTo(Math.log(4), within(1e-15));
    }

    @Test
    void groupsByEye() {
        // a: 1 and 3, mean 2, a third of 12; b: 4 and 4, mean 4. T_a = ½·(½·ln ½ + 1½·ln 1½), T_b = 0.
        Theil theil = Theil.of(new double[] {1, 4, 3, 4}, new PeerGroups(List.of("a", "b", "a", "b")));
        double inA = 0.5 * (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5));
        double between = 1 / 3.0 * Math.log(2 / 3.0) + 2 / 3.0 * Math.log(4 / 3.0);
        assertThat(theil.within()).isCloseTo(inA / 3, within(1e-15));
        assertThat(theil.between()).isCloseTo(between, within(1e-15));
        assertThat(theil.total()).isCloseTo(inA / 3 + between, within(1e-15));
        Group b = theil.groups().get(1);
        assertThat(b.name()).isEqualTo("b");
        assertThat(b.mean()).isEqualTo(4);
        assertThat(b.share()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(b.theil()).isZero();
    }

    @Test
    void ofTheExampleOfIneqIsWhatItsFormulaGives() {
        double mean = Arrays.stream(LorenzCurveTest.INCOMES).average().orElseThrow();
        double expected = Arrays.stream(LorenzCurveTest.INCOMES)
                .map(income -> income / mean * Math.log(income / mean))
                .average()
                .orElseThrow();
        assertThat(Theil.of(LorenzCurveTest.INCOMES, PeerGroups.none(10)).total())
                .isCloseTo(expected, within(1e-14));
    }

    @Test
    void aGroupOfOneAndAGroupThatHasNothingAddNothingWithin() {
        Theil theil =
                Theil.of(new double[] {5, 0, 0, 2, 4}, new PeerGroups(List.of("one", "nil", "nil", "two", "two")));
        assertThat(theil.groups()).extracting(Group::regions).containsExactly(1, 2, 2);
        assertThat(theil.groups().get(0).theil()).isZero();
        assertThat(theil.groups().get(1)).isEqualTo(new Group("nil", 2, 0.4, 0, 0, 0));
        assertThat(theil.between() + theil.within()).isCloseTo(theil.total(), within(1e-15));
    }

    @Test
    void whereAllAreEqualOrHaveNothingThereIsNone() {
        for (double value : new double[] {0, 0.1, 7}) {
            double[] values = {value, value, value};
            Theil theil = Theil.of(values, new double[] {0.3, 0.2, 0.7}, new PeerGroups(List.of("a", "a", "b")));
            assertThat(theil.total()).isZero();
            assertThat(theil.between()).isZero();
            assertThat(theil.within()).isZero();
        }
    }

    @Test
    void nothingGivesNothing() {
        Theil theil = Theil.of(new double[] {Double.NaN}, PeerGroups.none(1));
        assertThat(theil.total()).isNaN();
        assertThat(theil.groups()).isEmpty();
    }

    @Test
    void valuesBelowZeroAreRefused() {
        assertThatThrownBy(() -> Theil.of(new double[] {1, -0.5}, PeerGroups.none(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 1 holds -0.5: inequality is of amounts of at least 0");
    }

    @Test
    void everyRowNeedsAGroup() {
        assertThatThrownBy(() -> Theil.of(new double[] {1, 2}, PeerGroups.none(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 rows and groups for 3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thePartsSumToTheWholeAndOnlyProportionsCount(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(41)
                .map(value -> random.nextInt(7) == 0 ? 0 : random.nextInt(9) == 0 ? Double.NaN : 1000 * value)
                .toArray();
        double[] weights = random.doubles(41).toArray();
        List<String> names = IntStream.range(0, 41)
                .mapToObj(i -> "group" + random.nextInt(5))
                .toList();
        Theil theil = Theil.of(values, weights, new PeerGroups(names));
        assertThat(theil.between() + theil.within()).isCloseTo(theil.total(), within(1e-12));
        assertThat(theil.total()).isGreaterThan(0);
        assertThat(theil.between()).isGreaterThanOrEqualTo(0);
        assertThat(theil.groups().stream().mapToDouble(Group::share).sum()).isCloseTo(1, within(1e-12));
        assertThat(theil.groups().stream().mapToDouble(Group::populationShare).sum())
                .isCloseTo(1, within(1e-12));
        int[] order = IntStream.range(0, 41).map(i -> (i * 6 + (int) seed) % 41).toArray();
        Theil again = Theil.of(
                Arrays.stream(order).mapToDouble(row -> values[row] / 365).toArray(),
                Arrays.stream(order).mapToDouble(row -> 12 * weights[row]).toArray(),
                new PeerGroups(Arrays.stream(order).mapToObj(names::get).toList()));
        assertThat(again.total()).isCloseTo(theil.total(), within(1e-12));
        assertThat(again.between()).isCloseTo(theil.between(), within(1e-12));
    }
}
