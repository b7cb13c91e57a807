package org.wenheng.analytics.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.aggregate.GeometricMean;
import org.wenheng.analytics.aggregate.WhenNotPositive;
import org.wenheng.analytics.robust.Outcome.Built;
import org.wenheng.analytics.robust.Outcome.Failed;
import org.wenheng.analytics.robust.Uncertainty.Alternatives;
import org.wenheng.analytics.robust.Uncertainty.UniformWeights;
import org.wenheng.analytics.robust.ValueErrors.Law;
import org.wenheng.analytics.robust.ValueErrors.Margin;

class ReplicationsTest {
    private static final Alternatives METHOD = new Alternatives(
            "Method", List.of(Alternative.nominal(), Alternative.ofMethods("five", Map.of("a1", Small.fiveIsAll()))));
    private static final Alternatives AGGREGATION = new Alternatives(
            "Aggregation",
            List.of(
                    Alternative.ofAggregations("arithmetic", Map.of("Index", new ArithmeticMean())),
                    Alternative.ofAggregations(
                            "geometric", Map.of("Index", new GeometricMean(new WhenNotPositive.Refuse())))));
    private static final List<Uncertainty> MANY = List.of(
            METHOD,
            new UniformWeights("Weights", List.of("A", "B", "a1"), 0.5),
            Uncertainty.leavingOut("Indicators", List.of("a1", "a2", "B")),
            new ValueErrors("Survey", Law.NORMAL, Map.of("a2", Margin.relative(0.1), "b1", Margin.absolute(-0.5))));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneAndTwoThreadsGiveTheSameToTheLastBit(long seed) {
        Study study = Small.random(seed, 50);
        Replications one = on(1, study, seed);
        Replications two = on(2, study, seed);
        for (int i = 0; i < one.count(); i++) {
            same(one.outcome(i), two.outcome(i));
        }
        assertThat(one.statistics(0.8)).isEqualTo(two.statistics(0.8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyReplicationCanBeMadeAgainByItself(long seed) {
        Study study = Small.random(seed, 50);
        Replications all = Replications.draw(study, MANY, new Draws(seed, 40));
        Replications again = Replications.replay(study, MANY, new double[][] {all.point(17)});
        same(again.outcome(0), all.outcome(17));
        assertThat(again.parameters(0)).isEqualTo(all.parameters(17));
        assertThat(new Draws(seed, 100).point(17, MANY.size())).isEqualTo(all.point(17));
    }

    @Test
    void neighbouringSeedsShareNoDraws() {
        double[][] first = new Draws(1, 100).points(1);
        double[][] second = new Draws(2, 100).points(1);
        assertThat(Arrays.stream(first).mapToDouble(point -> point[0]))
                .doesNotContainAnyElementsOf(
                        Arrays.stream(second).map(point -> point[0]).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void failuresAndSuccessesAddUpAndAReasonIsGiven(long seed) {
        Replications replications =
                Replications.draw(Small.study(), List.of(AGGREGATION, METHOD), new Draws(seed, 200));
        long built = IntStream.range(0, 200)
                .filter(i -> replications.outcome(i) instanceof Built)
                .count();
        assertThat(built + replications.failures().size()).isEqualTo(200);
        // Rows have 0 points in A or B, which a geometric mean refuses: every geometric replication fails, and no
        // other.
        long geometric = IntStream.range(0, 200)
                .filter(i -> ((Drawn.Chosen) replications.parameters(i).get(0)).place() == 1)
                .count();
        assertThat(replications.failures())
                .hasSize((int) geometric)
                .isNotEmpty()
                .allSatisfy(failure -> {
                    assertThat(failure.reason()).startsWith("Index: ").contains("0.0");
                    assertThat(replications.outcome(failure.replication())).isEqualTo(new Failed(failure.reason()));
                });
        assertThat(replications.statistics(0.9)).allMatch(row -> row.replications() == built);
    }

    @Test
    void statisticsOfARowAreThoseOfItsReplications() {
        // With A left out the ranks are 3, 1, 2; with B left out they are 1, 3, 2; nominally 2, 1, 1 … by score 45, 50,
        // 47.5.
        Alternatives sides = Uncertainty.leavingOut("Sides", List.of("A", "B"));
        double[][] points = {{sides.coordinate(0)}, {sides.coordinate(1)}, {sides.coordinate(1)}, {sides.coordinate(2)}
        };
        Replications replications = Replications.replay(Small.study(), List.of(sides), points);
        assertThat(replications.nominalScores()).containsExactly(45, 50, 47.5);
        assertThat(replications.ranksOf(0)).containsExactly(3, 3, 3, 1);
        RowStatistics first = replications.statistics(0.5).get(0);
        assertThat(first.nominalRank()).isEqualTo(3);
        assertThat(first.meanRank()).isEqualTo(2.5);
        assertThat(first.medianRank()).isEqualTo(3);
        assertThat(first.rank5()).isCloseTo(1.3, within(1e-12));
        assertThat(first.rank95()).isEqualTo(3);
        assertThat(first.rankInterval()).isEqualTo(new Range(2.5, 3));
        assertThat(first.scoreInterval()).isEqualTo(new Range(0, 56.25));
        assertThat(replications.acceptability(0)).containsExactly(0.25, 0, 0.75);
        assertThat(replications.amongFirst(0, 2)).isEqualTo(0.25);
        assertThat(replications.compare(0, 1)).isEqualTo(new PairComparison(0.25, 0, 0.75, 4));
        assertThat(replications.compare(0, 1).isSettled(0.75)).isTrue();
        assertThat(replications.compare(0, 1).isSettled(0.8)).isFalse();
    }

    @Test
    void gradesAreGivenOnRoundedScores() {
        Grades grades = new Grades(List.of(90.0, 80.0, 60.0), 2);
        assertThat(List.of(89.995, 89.99499999999999, 89.994, 80.0, 79.99, 59.994999, 12.0).stream()
                        .map(grades::of))
                .containsExactly(0, 0, 1, 1, 2, 3, 3);
        Replications replications = Replications.draw(Small.study(), MANY, new Draws(1, 100));
        assertThat(Arrays.stream(replications.grades(1, grades)).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void scoresThatArePublishedAsEqualShareARank() {
        Study study = Small.study(new double[] {5.0001, 5, 1}, new double[] {5, 5, 1}, new double[] {5, 5, 1});
        Study published = new Study(study.construction(), study.values(), study.groups(), "Index", OptionalInt.of(2));
        assertThat(Replications.draw(study, MANY, new Draws(1, 1)).nominalRanks())
                .containsExactly(1, 2, 3);
        assertThat(Replications.draw(published, MANY, new Draws(1, 1)).nominalRanks())
                .containsExactly(1, 1, 3);
    }

    @Test
    void anyNodeCanBeRankedAndOnlyWhatIsBelowItCounts() {
        Study study = Small.study();
        Study ofA = new Study(study.construction(), study.values(), study.groups(), "A", OptionalInt.empty());
        UniformWeights other = new UniformWeights("B", List.of("B"), 0.5);
        Replications replications = Replications.draw(ofA, List.of(other), new Draws(1, 5));
        assertThat(replications.nominalScores()).containsExactly(90, 0, 45);
        assertThat(((Built) replications.outcome(3)).scores()).isEqualTo(replications.nominalScores());
    }

    @Test
    void aRowWithoutAScoreHasNoRankAndIsCountedInNoStatistic() {
        Study study =
                Small.study(new double[] {10, Double.NaN, 5}, new double[] {8, Double.NaN, 4}, new double[] {0, 10, 5});
        Alternatives sides = Uncertainty.leavingOut("Sides", List.of("B"));
        Replications replications = Replications.replay(study, List.of(sides), new double[][] {{0}, {0.5}, {0.75}});
        RowStatistics second = replications.statistics(0.9).get(1);
        assertThat(second.replications()).isEqualTo(1);
        assertThat(second.meanRank()).isEqualTo(1);
        assertThat(replications.compare(0, 1).replications()).isEqualTo(1);
        assertThat(replications.ranksOf(0)).containsExactly(3, 1, 1);
    }

    private static Replications on(int threads, Study study, long seed) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Replications.draw(study, MANY, new Draws(seed, 60)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private static void same(Outcome one, Outcome other) {
        if (one instanceof Built built && other instanceof Built again) {
            assertThat(built.scores()).isEqualTo(again.scores());
            assertThat(built.ranks()).isEqualTo(again.ranks());
        } else {
            assertThat(one).isEqualTo(other);
        }
    }
}
