package org.wenheng.analytics.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.ScoringRules.Parents;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * Scores the regions of a catalogue by a scheme: element values in, explained scores out. The same input gives the same
 * result to the last bit, in whatever order the values were put in. Nothing is rounded but the published score, once,
 * half up.
 */
public final class Engine {
    private final Scheme scheme;
    private final Catalogue catalogue;

    /**
     * @param catalogue the catalogue that the scheme was read with
     */
    public Engine(Scheme scheme, Catalogue catalogue) {
        this.scheme = scheme;
        this.catalogue = catalogue;
    }

    /**
     * The scores of all regions of the scheme's unit level, and of the parents' levels if the scheme scores them, that are
     * in force on the last day of the period. A region that reports nothing in the period gets 0 with every indicator
     * flagged as missing; a region that does not occur in the panel at all, in any period, or lacks what the scheme wants
     * of a unit, is listed without a score.
     *
     * @throws InputRefusedException if the scheme does not score such a period
     */
    public ScoreTable score(ElementPanel panel, Period period) {
        return score(panel, period, Optional.empty());
    }

    /**
     * The scores that some regions would have if the others had stood still: the results of these regions alone. Their
     * ranks and grades compare what never stood side by side and mean nothing.
     *
     * @param others must be said for the same {@code period}
     * @throws InputRefusedException if the scheme does not score such a period
     */
    public ScoreTable score(ElementPanel panel, Period period, Others others) {
        ScoreTable all = score(panel, period, Optional.of(others));
        return new ScoreTable(
                period,
                all.results().stream()
                        .filter(result -> others.own().contains(result.region()))
                        .toList());
    }

    private ScoreTable score(ElementPanel panel, Period period, Optional<Others> others) {
        List<Indicator> counting = counting(period);
        ElementTimes times = new ElementTimes(panel, catalogue, scheme.rules().minimumShareOfParts(), others);
        RegionScorer scorer = new RegionScorer(scheme, period, times, counting);
        Units units = units(panel, period, times, scorer, counting);
        List<RegionScore> all = new ArrayList<>(units.scores());
        scheme.rules()
                .parents()
                .ifPresent(rule -> all.addAll(parents(rule, panel, period, times, scorer, counting, units)));
        return new ScoreTable(period, ranked(all));
    }

    private List<Indicator> counting(Period period) {
        List<Indicator> counting = scheme.indicatorsIn(period);
        if (!scheme.frequencies().contains(period.frequency()) || counting.isEmpty()) {
            throw notScored(period);
        }
        return counting;
    }

    /**
     * How the units come to their scores, as columns of numbers: for whoever asks what would have come of it otherwise.
     *
     * @throws InputRefusedException if the scheme does not score such a period
     */
    public UnitStages unitStages(ElementPanel panel, Period period) {
        List<Indicator> counting = counting(period);
        ElementTimes times = times(panel);
        UnitCells cells = unitCells(panel, period, times, counting);
        RegionScorer scorer = new RegionScorer(scheme, period, times, counting);
        PointsMatrix points = PointsMatrix.of(cells.matrix(), period, cells.others());
        return UnitStages.of(
                scheme,
                period,
                times,
                cells.matrix(),
                points,
                scorer.weights(cells.matrix(), points, cells.isScored()),
                cells.isScored());
    }

    /**
     * The values of the units' indicators before they are treated, missing ones filled in where the scheme says so: the
     * values of {@link #unitStages} alone.
     *
     * @return regions × indicators, in the order of the stages
     * @throws InputRefusedException if the scheme does not score such a period
     */
    public Matrix unitValues(ElementPanel panel, Period period) {
        UnitCells cells = unitCells(panel, period, times(panel), counting(period));
        return PreparedValues.of(cells.matrix(), period, cells.others()).beforeTreatment();
    }

    private ElementTimes times(ElementPanel panel) {
        return new ElementTimes(panel, catalogue, scheme.rules().minimumShareOfParts());
    }

    private InputRefusedException notScored(Period period) {
        String word = YamlNode.wordOf(period.frequency());
        return InputRefusedException.of(
                "PERIOD_NOT_SCORED",
                scheme.code() + " " + scheme.version(),
                "方案不对 %s(%s)计分,或没有在该期计分的指标;请换一个期或方案".formatted(period.code(), word),
                "The scheme does not score %s (%s), or no indicator counts in it; choose another period or scheme"
                        .formatted(period.code(), word));
    }

    /** The scores of the units, and the weights by which they came about: those of the parents' own level too. */
    private record Units(List<RegionScore> scores, NodeWeights weights) {}

    /** The values of the units, those of other periods, and which units are scored. */
    private record UnitCells(IndicatorMatrix matrix, OtherPeriods others, Predicate<Region> isScored) {}

    private Units units(
            ElementPanel panel, Period period, ElementTimes times, RegionScorer scorer, List<Indicator> counting) {
        UnitCells cells = unitCells(panel, period, times, counting);
        PointsMatrix points = PointsMatrix.of(cells.matrix(), period, cells.others());
        NodeWeights weights = scorer.weights(cells.matrix(), points, cells.isScored());
        return new Units(scorer.scores(cells.matrix(), points, weights, RegionScore.UNIT, cells.isScored()), weights);
    }

    private UnitCells unitCells(ElementPanel panel, Period period, ElementTimes times, List<Indicator> counting) {
        List<Region> regions = inForce(List.of(scheme.unitLevel()), period);
        List<String> groups = regions.stream()
                .map(region -> PeerGrouping.groupOf(region, scheme.rules().peerGroups(), period, times))
                .toList();
        IndicatorValues values = values(times, period, (region, indicator) -> true);
        IndicatorMatrix matrix = IndicatorMatrix.of(regions, groups, counting, values);
        OtherPeriods others =
                (indicator, other) -> column(regions, indicator, values(times, other, (region, any) -> true));
        return new UnitCells(
                matrix,
                others,
                region -> panel.regions().contains(region.code()) && reportsEnough(region, period, times));
    }

    private boolean reportsEnough(Region region, Period period, ElementTimes times) {
        return scheme.rules().unitsReport().stream()
                .allMatch(element -> times.read(region.code(), element, period, Reach.PERIOD)
                        .quantity()
                        .isValue());
    }

    private List<RegionScore> parents(
            Parents rule,
            ElementPanel panel,
            Period period,
            ElementTimes times,
            RegionScorer scorer,
            List<Indicator> counting,
            Units units) {
        List<Region> regions = inForce(rule.levels(), period);
        List<String> groups = regions.stream().map(region -> rule.group()).toList();
        IndicatorValues values = values(times, period, keptAtLevel(regions, period, times));
        IndicatorMatrix matrix = IndicatorMatrix.of(regions, groups, counting, values);
        OtherPeriods others = (indicator, other) ->
                column(regions, indicator, values(times, other, keptAtLevel(regions, other, times)));
        List<RegionScore> own = scorer.scores(
                matrix,
                PointsMatrix.of(matrix, period, others),
                units.weights(),
                RegionScore.PARENT,
                region -> panel.regions().contains(region.code()));
        return new ParentScores(rule, times, period, scorer, regions).scores(own, units.scores());
    }

    private static double[] column(List<Region> regions, Indicator indicator, IndicatorValues values) {
        return regions.stream()
                .map(region -> values.of(region, indicator))
                .mapToDouble(IndicatorValue::value)
                .toArray();
    }

    private IndicatorValues values(ElementTimes times, Period period, BiPredicate<Region, Indicator> asked) {
        return new IndicatorValues(times, catalogue, period, scheme.rules().minimumShareOfParts(), asked);
    }

    /** An indicator is kept at a level if some region of that level said something about each of its elements. */
    private static BiPredicate<Region, Indicator> keptAtLevel(List<Region> regions, Period period, ElementTimes times) {
        Map<String, Boolean> known = new HashMap<>();
        return (region, indicator) -> indicator.formula().elements().stream()
                .allMatch(element -> known.computeIfAbsent(
                        region.level() + " " + element,
                        key -> regions.stream()
                                .filter(other -> other.level().equals(region.level()))
                                .anyMatch(other -> times.read(other.code(), element, period, Reach.YEAR_TO_DATE)
                                        .isGiven())));
    }

    private List<Region> inForce(List<String> levels, Period period) {
        return catalogue.regions().values().stream()
                .filter(region -> levels.contains(region.level()))
                .filter(region ->
                        region.validFrom() == null || !region.validFrom().isAfter(period.lastDay()))
                .filter(region -> region.validTo() == null || !region.validTo().isBefore(period.lastDay()))
                .toList();
    }

    private List<RegionResult> ranked(List<RegionScore> scores) {
        Map<String, List<BigDecimal>> byKind = new HashMap<>();
        Map<String, List<BigDecimal>> byGroup = new HashMap<>();
        for (RegionScore score : scores) {
            BigDecimal rounded = rounded(score);
            if (rounded != null) {
                byKind.computeIfAbsent(score.kind(), kind -> new ArrayList<>()).add(rounded);
                byGroup.computeIfAbsent(groupKey(score), group -> new ArrayList<>())
                        .add(rounded);
            }
        }
        byKind.values().forEach(Collections::sort);
        byGroup.values().forEach(Collections::sort);
        Map<String, Integer> order = new HashMap<>();
        catalogue.regions().keySet().forEach(code -> order.put(code, order.size()));
        List<RegionResult> results = scores.stream()
                .sorted(Comparator.comparing(
                        (RegionScore score) -> order.getOrDefault(score.region().code(), order.size())))
                .map(score -> result(score, byKind, byGroup))
                .toList();
        return scheme.rules()
                .quota()
                .map(quota -> new TopGradeQuota(
                                quota,
                                scheme.rules().grades().get(0),
                                scheme.rules().grades().get(1))
                        .applied(results))
                .orElse(results);
    }

    private RegionResult result(
            RegionScore score, Map<String, List<BigDecimal>> byKind, Map<String, List<BigDecimal>> byGroup) {
        BigDecimal rounded = rounded(score);
        Grading grading = Grading.of(rounded, score.failing(), score.vetoes(), scheme.rules());
        Ranking all = Ranking.of(rounded, byKind.getOrDefault(score.kind(), List.of()));
        Ranking peers = score.group().equals(PeerGrouping.NO_GROUP)
                ? new Ranking(null, 0)
                : Ranking.of(rounded, byGroup.getOrDefault(groupKey(score), List.of()));
        return new RegionResult(
                score.region().code(),
                score.kind(),
                score.group(),
                rounded,
                score.exact(),
                score.covered(),
                grading.grade(),
                grading.byPoints(),
                grading.reasons(),
                all.rank(),
                all.of(),
                peers.rank(),
                peers.of(),
                score.nodes(),
                score.inputs());
    }

    private static String groupKey(RegionScore score) {
        return score.kind() + " " + score.group();
    }

    private @Nullable BigDecimal rounded(RegionScore score) {
        return score.isScored() ? Exact.rounded(score.exact(), scheme.rules().decimals()) : null;
    }
}
