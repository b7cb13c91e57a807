package org.wenheng.analytics.explain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Indicator.Nature;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.ScoringRules.Adjustment;
import org.wenheng.analytics.scheme.ScoringRules.AdjustmentKind;
import org.wenheng.analytics.scheme.ScoringRules.Floors;
import org.wenheng.analytics.scheme.ScoringRules.Grade;
import org.wenheng.ingest.reference.Title;

/**
 * What a goal asks of a region.
 *
 * @param title what is to be reached
 * @param points the published score that it takes
 * @param failing binding indicators that may be below the floor
 * @param blocks what no change of values can take away
 */
record Aim(Title title, BigDecimal points, int failing, List<Title> blocks) {
    private static final double NOISE = 1e-9;
    private static final Title LEVEL = new Title("追上前一名", "Draw level with the region before it");

    /** The aim of a region that has a score and what the goal is about, a grade or a rank; empty if it has reached the top. */
    static Optional<Aim> of(Goal goal, RegionResult own, ScoreTable table, Scheme scheme) {
        if (goal instanceof Goal.NextRank rank) {
            return nextRank(rank, own, table);
        }
        List<Grade> grades = scheme.rules().grades();
        List<Title> titles = grades.stream().map(Grade::title).toList();
        int current = titles.indexOf(own.grade());
        if (current == 0) {
            return Optional.empty();
        }
        int wanted = current - 1;
        int failing = floors(scheme, table).blocks().stream()
                .filter(block -> wanted <= block.grade())
                .mapToInt(block -> block.count() - 1)
                .min()
                .orElse(Integer.MAX_VALUE);
        boolean vetoed = wanted < scheme.rules().adjustments().vetoGrade();
        return Optional.of(new Aim(
                titles.get(wanted),
                BigDecimal.valueOf(grades.get(wanted).from()),
                failing,
                vetoed ? vetoes(own, scheme) : List.of()));
    }

    private static Floors floors(Scheme scheme, ScoreTable table) {
        Floors floors = scheme.rules().floors();
        return floors.periods().contains(table.period().frequency())
                ? floors
                : new Floors(floors.below(), Set.of(), List.of());
    }

    private static List<Title> vetoes(RegionResult own, Scheme scheme) {
        Set<String> standing = own.nodes().stream()
                .filter(node -> node.value() > 0)
                .map(NodeResult::node)
                .collect(Collectors.toSet());
        return scheme.rules().adjustments().items().stream()
                .filter(item -> item.kind() == AdjustmentKind.VETO && standing.contains(item.code()))
                .map(Adjustment::title)
                .map(veto -> new Title(
                        "一票否决:%s,得分再高也不能升等".formatted(veto.chinese()),
                        "Veto: %s; no score lifts the grade".formatted(veto.english())))
                .toList();
    }

    /** What it takes when the others have moved: only a rank depends on them. */
    static Optional<Aim> again(Goal goal, RegionResult own, ScoreTable moved) {
        return goal instanceof Goal.NextRank rank ? nextRank(rank, own, moved) : Optional.empty();
    }

    /** Ranks count the better scores: to have one fewer, the region draws level with the last that was before it. */
    private static Optional<Aim> nextRank(Goal.NextRank goal, RegionResult own, ScoreTable table) {
        Integer rank = goal.amongPeers() ? own.peerRank() : own.rank();
        if (rank == null || rank == 1) {
            return Optional.empty();
        }
        return table.results().stream()
                .filter(other ->
                        other.kind().equals(own.kind()) && !other.region().equals(own.region()))
                .filter(other -> !goal.amongPeers() || other.peerGroup().equals(own.peerGroup()))
                .map(RegionResult::score)
                .flatMap(other -> Optional.ofNullable(other).stream())
                .sorted(Comparator.reverseOrder())
                .skip(rank - 2)
                .findFirst()
                .map(next -> new Aim(LEVEL, next, Integer.MAX_VALUE, List.of()));
    }

    /** Whether a result has the points and no more failing indicators than may be. */
    boolean isReached(RegionResult result, Scheme scheme) {
        BigDecimal score = result.score();
        return score != null
                && score.compareTo(points) >= 0
                && (failing == Integer.MAX_VALUE || failing(result, scheme).size() <= failing);
    }

    /** The binding indicators that earn less than the floor; missing ones earn nothing. */
    static List<Indicator> failing(RegionResult result, Scheme scheme) {
        double below = scheme.rules().floors().below();
        Set<String> low = new HashSet<>();
        for (NodeResult node : result.nodes()) {
            if (!node.status().equals(NodeExplanation.NOT_APPLICABLE) && node.points() < below - NOISE) {
                low.add(node.node());
            }
        }
        return scheme.indicators().stream()
                .filter(indicator -> indicator.nature() == Nature.BINDING && low.contains(indicator.code()))
                .toList();
    }
}
