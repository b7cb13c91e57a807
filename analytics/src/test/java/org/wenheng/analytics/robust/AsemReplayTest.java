package org.wenheng.analytics.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.aggregate.GeometricMean;
import org.wenheng.analytics.aggregate.WhenNotPositive;
import org.wenheng.analytics.robust.Outcome.Built;
import org.wenheng.analytics.robust.SobolIndices.Bootstrap;
import org.wenheng.analytics.robust.Uncertainty.Alternatives;
import org.wenheng.analytics.scheme.method.Clip;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.PercentileRank;
import org.wenheng.analytics.scheme.method.PointRange;
import org.wenheng.analytics.scheme.method.Ties;
import org.wenheng.analytics.scheme.method.ZScore;

/** Published analyses of uncertainty and sensitivity, drawn again from their parameters. */
class AsemReplayTest {
    private static final String FOLDER = Asem.FOLDER + "10_uasa/";
    private static final List<String> METHODS = List.of("n_minmax", "n_zscore");
    private static final List<String> AGGREGATIONS = List.of("a_amean", "a_gmean");

    private final Asem asem = new Asem();
    private final List<Alternatives> uncertainties = List.of(
            new Alternatives(
                    "Winmax",
                    IntStream.rangeClosed(1, 5).mapToObj(asem::treatments).toList()),
            new Alternatives(
                    "Normalisation",
                    List.of(
                            asem.methods("min-max", direction -> new MinMax(new PointRange(1, 100), direction)),
                            asem.methods("z-score", direction -> new ZScore(10, 2, Clip.KEEP, direction)))),
            new Alternatives("Weights", asem.weightSets()),
            new Alternatives(
                    "Aggregation",
                    List.of(
                            asem.aggregations("arithmetic", new ArithmeticMean()),
                            asem.aggregations("geometric", new GeometricMean(new WhenNotPositive.Refuse())))));

    @Test
    void fiveHundredReplicationsHaveThePublishedScoresAndRanks() {
        agrees(replayed("ua"), "ua");
    }

    @Test
    void theReplicationsOfTheSensitivityHaveThePublishedScoresAndRanks() {
        agrees(replayed("sa"), "sa");
    }

    @Test
    void rankStatisticsOfBothSamplesAreThePublishedOnes() {
        List<RowStatistics> statistics = replayed("sa").first(400).statistics(0.9);
        Oracle published = Oracle.read(FOLDER + "sa_rankstats.csv");
        for (RowStatistics row : statistics) {
            assertThat((double) row.nominalRank()).isEqualTo(published.numbers("Nominal")[row.row()]);
            assertThat(row.meanRank()).isCloseTo(published.numbers("Mean")[row.row()], within(1e-12));
            assertThat(row.medianRank()).isEqualTo(published.numbers("Median")[row.row()]);
            assertThat(row.rank5()).isCloseTo(published.numbers("Q5")[row.row()], within(1e-12));
            assertThat(row.rank95()).isCloseTo(published.numbers("Q95")[row.row()], within(1e-12));
            assertThat(row.rankInterval().low()).isCloseTo(row.rank5(), within(1e-12));
        }
    }

    @Test
    void sensitivityIndicesAreThePublishedOnes() {
        double[][] points = points("sa");
        SobolDesign design = new SobolDesign(Arrays.copyOfRange(points, 0, 200), Arrays.copyOfRange(points, 200, 400));
        assertThat(design.points()).isDeepEqualTo(points);
        Sensitivity sensitivity =
                Sensitivity.of(asem.study(), List.copyOf(uncertainties), design, new Bootstrap(1, 500, 0.9));
        SobolIndices indices = sensitivity.ofRanking();
        assertThat(sensitivity.sample().count()).isEqualTo(400);
        Oracle published = Oracle.read(FOLDER + "sa_sensitivity.csv");
        assertThat(published.texts("Variable")).isEqualTo(sensitivity.factors());
        for (int factor = 0; factor < 4; factor++) {
            SobolIndices.Effect effect = indices.effects().get(factor);
            assertThat(effect.first()).isCloseTo(published.numbers("Si")[factor], within(1e-12));
            assertThat(effect.total()).isCloseTo(published.numbers("STi")[factor], within(1e-12));
            // The published intervals come from another generator; they can only be met roughly.
            assertThat(effect.totalInterval().low()).isCloseTo(published.numbers("STi_q5")[factor], within(0.03));
            assertThat(effect.totalInterval().high()).isCloseTo(published.numbers("STi_q95")[factor], within(0.03));
        }
    }

    @Test
    void uniformNoiseOfAQuarterCoversEveryPublishedSetOfWeights() {
        Uncertainty.UniformWeights noise = Uncertainty.weightsOfLevel("Weights", asem.tree(), 2, 0.25);
        assertThat(noise.nodes()).containsExactlyInAnyOrderElementsOf(asem.ofLevel("2"));
        Map<String, Double> low = ((Drawn.Weights)
                        new Uncertainty.UniformWeights("Weights", List.of("Conn"), 0.25).draw(0, asem.tree()))
                .weights();
        assertThat(low).containsEntry("Conn", 0.75);
        Oracle sets = Oracle.read(FOLDER + "noisy_weight_sets.csv");
        for (int set = 1; set <= 100; set++) {
            assertThat(Arrays.stream(sets.numbers("w" + set))).allMatch(weight -> weight >= 0.75 && weight <= 1.25);
        }
    }

    @Test
    void percentileRanksInPlaceOfMinMaxGiveThePublishedIndex() {
        Alternatives method = new Alternatives(
                "Method",
                List.of(asem.methods(
                        "percentile rank",
                        direction -> new PercentileRank(Ties.LOWEST, new PointRange(0, 1), direction))));
        Built built = (Built) Replications.replay(asem.study(), List.of(method), new double[][] {{0}})
                .outcome(0);
        close(
                built.scores(),
                Oracle.read(Asem.FOLDER + "09_whatif/regen_prank_aggregated.csv")
                        .numbers("Index"));
    }

    private void agrees(Replications replications, String analysis) {
        Oracle scores = Oracle.read(FOLDER + analysis + "_scores.csv");
        Oracle ranks = Oracle.read(FOLDER + analysis + "_ranks.csv");
        assertThat(replications.failures()).isEmpty();
        close(replications.nominalScores(), scores.numbers("Nominal"));
        for (int i = 0; i < replications.count(); i++) {
            Built built = (Built) replications.outcome(i);
            close(built.scores(), scores.numbers("r_" + (i + 1)));
            double[] published = ranks.numbers("r_" + (i + 1));
            assertThat(IntStream.of(built.ranks()).asDoubleStream().toArray()).isEqualTo(published);
        }
    }

    private static void close(double[] found, double[] published) {
        assertThat(found).hasSameSizeAs(published);
        for (int row = 0; row < found.length; row++) {
            assertThat(found[row]).isCloseTo(published[row], Percentage.withPercentage(1e-11));
        }
    }

    private Replications replayed(String analysis) {
        return Replications.replay(asem.study(), List.copyOf(uncertainties), points(analysis));
    }

    private double[][] points(String analysis) {
        return Oracle.read(FOLDER + analysis + "_parameters.csv").rows().stream()
                .map(row -> new double[] {
                    uncertainties.get(0).coordinate(Integer.parseInt(row.get(1)) - 1),
                    uncertainties.get(1).coordinate(METHODS.indexOf(row.get(2))),
                    uncertainties.get(2).coordinate(Integer.parseInt(row.get(3)) - 1),
                    uncertainties.get(3).coordinate(AGGREGATIONS.indexOf(row.get(4)))
                })
                .toArray(double[][]::new);
    }
}
