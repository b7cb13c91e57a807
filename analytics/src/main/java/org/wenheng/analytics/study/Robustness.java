package org.wenheng.analytics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wenheng.analytics.aggregate.Aggregation;
import org.wenheng.analytics.aggregate.GeneralisedMean;
import org.wenheng.analytics.aggregate.WhenNotPositive;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.robust.Alternative;
import org.wenheng.analytics.robust.Draws;
import org.wenheng.analytics.robust.Grades;
import org.wenheng.analytics.robust.LeaveOneOut;
import org.wenheng.analytics.robust.LeaveOneOut.Removal;
import org.wenheng.analytics.robust.Outcome;
import org.wenheng.analytics.robust.Ranks;
import org.wenheng.analytics.robust.Replications;
import org.wenheng.analytics.robust.RowStatistics;
import org.wenheng.analytics.robust.Sensitivity;
import org.wenheng.analytics.robust.SobolDesign;
import org.wenheng.analytics.robust.SobolIndices;
import org.wenheng.analytics.robust.SobolIndices.Bootstrap;
import org.wenheng.analytics.robust.SobolIndices.Effect;
import org.wenheng.analytics.robust.Uncertainty;
import org.wenheng.analytics.robust.Uncertainty.Alternatives;
import org.wenheng.analytics.robust.Uncertainty.UniformWeights;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.PercentileRank;
import org.wenheng.analytics.scheme.method.PointRange;
import org.wenheng.analytics.scheme.method.Ties;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/**
 * How far ranks and grades hold if weights, methods and data had been otherwise. The groups of assumptions are the factors:
 * {@code weights}, {@code normalisation}, {@code aggregation} and {@code data}.
 */
public final class Robustness {
    /** Share of the replications that the intervals hold. */
    private static final double INTERVAL = 0.9;

    private static final int BOOTSTRAP = 200;

    private final SchemeStudy study;
    private final Assumptions assumptions;
    private final List<Uncertainty> uncertainties;

    /**
     * What may have been otherwise.
     *
     * @param draws how many times the index is built at random, and about as many times again for the effects; at least 1
     * @param weights every weight is multiplied by a number within 1 ± this share; 0 leaves them
     * @param methods whether the points may have been those of min-max or percentile rank, and the dimensions put together by
     *     a generalised mean of power 0.5, which lets good children make up less for poor ones
     * @param margins of elements, as in {@link ElementErrors}
     * @param top places from the top whose probability is told, from 1
     */
    public record Assumptions(
            int draws, long seed, double weights, boolean methods, Map<String, Double> margins, int top) {
        public Assumptions {
            margins = Map.copyOf(margins);
        }
    }

    /**
     * Declares what varies.
     *
     * @throws IllegalArgumentException if a share or a margin is outside its range, or nothing varies
     */
    public Robustness(SchemeStudy study, Assumptions assumptions) {
        this.study = study;
        this.assumptions = assumptions;
        this.uncertainties = new ArrayList<>();
        if (assumptions.weights() > 0) {
            uncertainties.add(new UniformWeights("weights", codes().subList(1, codes().size()), assumptions.weights()));
        }
        if (assumptions.methods()) {
            uncertainties.add(normalisation());
            uncertainties.add(aggregation());
        }
        if (assumptions.margins().values().stream().anyMatch(margin -> margin > 0)) {
            uncertainties.add(new ElementErrors(study, assumptions.margins()).uncertainty("data"));
        }
        if (uncertainties.isEmpty()) {
            throw new IllegalArgumentException(
                    "没有任何假设可变;请给出权重幅度、方法或误差 / Nothing varies: give a share of weights, methods or an error");
        }
    }

    private List<String> codes() {
        return study.stages().tree().nodes().stream().map(NodeTree.Node::code).toList();
    }

    /** Indicators for which more is not simply better or worse keep their method. */
    private Alternatives normalisation() {
        Map<String, Method> minMax = new HashMap<>();
        Map<String, Method> percentile = new HashMap<>();
        for (Indicator indicator : study.stages().indicators()) {
            Direction direction = indicator.direction();
            if (direction != Direction.WITHIN_RANGE) {
                minMax.put(indicator.code(), new MinMax(PointRange.HUNDRED, direction));
                percentile.put(indicator.code(), new PercentileRank(Ties.MEAN, PointRange.HUNDRED, direction));
            }
        }
        return new Alternatives(
                "normalisation",
                List.of(
                        Alternative.nominal(),
                        Alternative.ofMethods("min-max", minMax),
                        Alternative.ofMethods("percentile-rank", percentile)));
    }

    private Alternatives aggregation() {
        Map<String, Aggregation> means = new HashMap<>();
        study.stages()
                .tree()
                .branchCodes()
                .forEach(branch -> means.put(branch, new GeneralisedMean(0.5, new WhenNotPositive.CountAsZero())));
        return new Alternatives(
                "aggregation",
                List.of(Alternative.nominal(), Alternative.ofAggregations("generalised-mean-0.5", means)));
    }

    /**
     * All results: ranks, failures, effects and what leaving out does.
     *
     * @throws IllegalArgumentException if the nominal index cannot be built
     */
    public List<Sheet> sheets() {
        Replications replications =
                Replications.draw(study.study(), uncertainties, new Draws(assumptions.seed(), assumptions.draws()));
        return List.of(ranks(replications), failures(replications), effects(), withoutEach());
    }

    private Sheet ranks(Replications replications) {
        Optional<Grades> grades = study.grades();
        List<String> columns = new ArrayList<>(List.of(
                "region",
                "name",
                "peer_group",
                "score",
                "rank",
                "rank_5",
                "rank_95",
                "median_rank",
                "mean_score",
                "p_top_" + assumptions.top()));
        grades.ifPresent(bounds -> study.scheme()
                .rules()
                .grades()
                .forEach(grade -> columns.add("p_" + grade.title().english().toLowerCase(Locale.ROOT))));
        columns.add("draws");
        List<RowStatistics> statistics = replications.statistics(INTERVAL);
        List<List<Object>> rows = new ArrayList<>();
        for (int row : study.scored()) {
            RowStatistics own = statistics.get(row);
            Region region = study.stages().regions().get(row);
            List<Object> cells = new ArrayList<>(List.of(
                    region.code(),
                    region.name().chinese(),
                    study.stages().groups().get(row),
                    own.nominalScore(),
                    own.nominalRank() == Ranks.NONE ? Double.NaN : own.nominalRank(),
                    own.rank5(),
                    own.rank95(),
                    own.medianRank(),
                    own.meanScore(),
                    replications.amongFirst(row, assumptions.top())));
            grades.ifPresent(
                    bounds -> Arrays.stream(replications.grades(row, bounds)).forEach(cells::add));
            cells.add(own.replications());
            rows.add(cells);
        }
        return new Sheet("ranks", new Title("位次区间与概率", "Ranks and probabilities"), columns, rows);
    }

    private static Sheet failures(Replications replications) {
        return new Sheet(
                "failures",
                new Title("未能计算的抽样", "Draws that failed"),
                List.of("draw", "reason"),
                replications.failures().stream()
                        .map(failure -> List.<Object>of(failure.replication(), failure.reason()))
                        .toList());
    }

    private Sheet effects() {
        int factors = uncertainties.size();
        int samples = Integer.highestOneBit(Math.max(8, assumptions.draws() / (factors + 2)));
        Sensitivity sensitivity = Sensitivity.of(
                study.study(),
                uncertainties,
                SobolDesign.of(samples, factors, assumptions.seed()),
                new Bootstrap(assumptions.seed(), BOOTSTRAP, INTERVAL));
        List<List<Object>> rows = new ArrayList<>();
        if (complete(sensitivity.replications(), samples) >= 2) {
            addEffects(rows, "ranking", sensitivity, sensitivity.ofRanking());
            for (int row : study.scored()) {
                if (!Double.isNaN(sensitivity.replications().nominalScores()[row])) {
                    String region = study.stages().regions().get(row).code();
                    addEffects(rows, region, sensitivity, sensitivity.ofScore(row));
                }
            }
        }
        return new Sheet(
                "effects",
                new Title("各类假设的影响(Sobol)", "Effects of the assumptions (Sobol)"),
                List.of(
                        "of",
                        "factor",
                        "first",
                        "first_low",
                        "first_high",
                        "total",
                        "total_low",
                        "total_high",
                        "samples"),
                rows);
    }

    /** The samples of a design at none of whose points the index failed. */
    private static long complete(Replications replications, int samples) {
        return IntStream.range(0, samples)
                .filter(sample -> IntStream.range(0, replications.count() / samples)
                        .allMatch(block -> replications.outcome(block * samples + sample) instanceof Outcome.Built))
                .count();
    }

    private static void addEffects(List<List<Object>> rows, String of, Sensitivity sensitivity, SobolIndices indices) {
        for (int factor = 0; factor < indices.effects().size(); factor++) {
            Effect effect = indices.effects().get(factor);
            rows.add(List.of(
                    of,
                    sensitivity.factors().get(factor),
                    effect.first(),
                    effect.firstInterval().low(),
                    effect.firstInterval().high(),
                    effect.total(),
                    effect.totalInterval().low(),
                    effect.totalInterval().high(),
                    indices.samples()));
        }
    }

    private Sheet withoutEach() {
        Map<String, String> titles = study.titles();
        List<List<Object>> rows = new ArrayList<>();
        LeaveOneOut.ofNodes(study.study()).removals().forEach(removal -> rows.add(cells("node", removal, titles)));
        LeaveOneOut.of(study.study(), study.elements())
                .removals()
                .forEach(removal -> rows.add(cells("element", removal, titles)));
        return new Sheet(
                "without-each",
                new Title("逐一剔除", "Without each part"),
                List.of("kind", "code", "title", "mean_rank_change", "ranks_lost", "failure"),
                rows);
    }

    private static List<Object> cells(String kind, Removal removal, Map<String, String> titles) {
        return List.of(
                kind,
                removal.part().name(),
                titles.getOrDefault(removal.part().name(), ""),
                removal.meanRankChange().orElse(Double.NaN),
                removal.ranksLost(),
                removal.outcome() instanceof Outcome.Failed failed ? failed.reason() : "");
    }
}
