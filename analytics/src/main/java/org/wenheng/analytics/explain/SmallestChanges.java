package org.wenheng.analytics.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenheng.analytics.explain.Attainment.Moved;
import org.wenheng.analytics.explain.Attainment.State;
import org.wenheng.analytics.explain.Attainment.Turn;
import org.wenheng.analytics.explain.Search.Turned;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.ScoringRules.Grade;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;

/**
 * Finds the smallest changes that bring a region to the next grade or rank.
 *
 * <p>For each indicator alone: the smallest share by which all elements that its formula acts on must change, found by
 * halving. Together: binding indicators that are in the way are lifted above their floor; then elements are changed, those
 * first that gain most points for their share of change ({@link GainCurve}), until the aim is reached; then everything is
 * taken back as far as it can be. The set is small and not proven to be the smallest: no single change of it can be left out
 * or made smaller. What is found is scored again in the whole table, where the others may move and a grade may depend on
 * them; if the rank is missed there, the search goes on with what it takes there.
 */
public final class SmallestChanges {
    /** How often the search goes on after the others have moved. */
    private static final int ROUNDS = 3;

    private final RunInputs run;
    private final Goal goal;
    private final RegionResult own;
    private final Search search;

    private SmallestChanges(RunInputs run, Goal goal, RegionResult own, Bounds bounds) {
        this.run = run;
        this.goal = goal;
        this.own = own;
        List<Indicator> counting = run.scheme().indicatorsIn(run.period());
        this.search = new Search(run.scheme(), counting, new RegionScoring(run, own), new Levers(run, own, bounds));
    }

    /**
     * The smallest changes toward a goal.
     *
     * @param kind {@code unit} or {@code parent}; of a parent the values of its own level are changed
     * @throws InputRefusedException if the region is unknown or has no score, the goal is a grade and the scheme has none, it
     *     is a place among peers and the region has none, or bounds are given for unknown elements
     */
    public static Attainment toward(RunInputs run, String region, String kind, Goal goal, Bounds bounds) {
        bounds.check(run.catalogue());
        ScoreTable table = run.score();
        RegionResult own = Known.result(table, region, kind);
        if (own.score() == null) {
            throw refused(run, region, "该地区本期没有得分", "The region has no score in this period");
        }
        if (goal instanceof Goal.NextGrade && own.grade() == null) {
            throw refused(run, region, "方案不评等次", "The scheme grades nobody");
        }
        if (goal instanceof Goal.NextRank rank && rank.amongPeers() && own.peerRank() == null) {
            throw refused(run, region, "该地区不在任何同类组", "The region is in no peer group");
        }
        Optional<Aim> aim = Aim.of(goal, own, table, run.scheme());
        if (aim.isEmpty()) {
            Title top = new Title("最前", "The top");
            return new Attainment(
                    State.AT_THE_TOP, top, own.score().doubleValue(), own, own, List.of(), List.of(), List.of());
        }
        if (!aim.get().blocks().isEmpty()) {
            return notReached(aim.get(), own, own, List.of(), aim.get().blocks());
        }
        return new SmallestChanges(run, goal, own, bounds).toward(aim.get());
    }

    private static InputRefusedException refused(RunInputs run, String region, String chinese, String english) {
        return InputRefusedException.of(
                "GOAL_WITHOUT_MEANING", region + " " + run.period().code(), chinese, english);
    }

    private static Attainment notReached(
            Aim aim, RegionResult own, RegionResult after, List<Turn> changes, List<Title> blocks) {
        return new Attainment(
                State.NOT_REACHED, aim.title(), aim.points().doubleValue(), own, after, changes, List.of(), blocks);
    }

    private Attainment toward(Aim first) {
        Aim aim = first;
        for (int round = 1; ; round++) {
            Turned turned = search.together(aim);
            ScoreTable table = table(turned);
            RegionResult after = Known.result(table, own.region(), own.kind());
            if (isMet(after)) {
                return new Attainment(
                        State.REACHED,
                        aim.title(),
                        aim.points().doubleValue(),
                        own,
                        after,
                        turns(turned),
                        alone(aim),
                        List.of());
            }
            Optional<Aim> further = Aim.again(goal, own, table);
            boolean enough = aim.isReached(search.score(turned), run.scheme());
            if (!enough || further.isEmpty() || round == ROUNDS) {
                return notReached(aim, own, after, turns(turned), blocks(aim, after));
            }
            aim = further.get();
        }
    }

    private ScoreTable table(Turned turned) {
        return run.with(run.panel().with(turned.cells())).score();
    }

    private RegionResult scored(Turned turned) {
        return Known.result(table(turned), own.region(), own.kind());
    }

    private boolean isMet(RegionResult after) {
        if (goal instanceof Goal.NextRank rank) {
            Integer before = rank.amongPeers() ? own.peerRank() : own.rank();
            Integer now = rank.amongPeers() ? after.peerRank() : after.rank();
            return before != null && now != null && now < before;
        }
        List<Title> grades =
                run.scheme().rules().grades().stream().map(Grade::title).toList();
        return grades.indexOf(after.grade()) < grades.indexOf(own.grade());
    }

    private List<Title> blocks(Aim aim, RegionResult after) {
        if (goal instanceof Goal.NextRank) {
            return List.of();
        }
        List<Indicator> failing = Aim.failing(after, run.scheme());
        return Stream.concat(
                        after.gradeReasons().stream(),
                        failing.size() > aim.failing() && after.gradeReasons().isEmpty()
                                ? Stream.of(floor(failing))
                                : Stream.of())
                .toList();
    }

    private Title floor(List<Indicator> failing) {
        String below = Figures.points(run.scheme().rules().floors().below());
        List<String> chinese =
                failing.stream().map(each -> each.title().chinese()).toList();
        List<String> english =
                failing.stream().map(each -> each.title().english()).toList();
        return new Title(
                "约束性指标在给定范围内仍低于%s分:%s".formatted(below, String.join("、", chinese)),
                "Binding indicators stay below %s points within the bounds: %s"
                        .formatted(below, String.join(", ", english)));
    }

    private List<Turn> alone(Aim aim) {
        return search.alone(aim).stream()
                .flatMap(turned -> proven(turned).stream())
                .sorted(Comparator.comparingDouble(turn -> Math.abs(turn.share())))
                .toList();
    }

    /** An indicator that was found with the others standing still, if it reaches the goal in the whole table too. */
    private Optional<Turn> proven(Turned turned) {
        Map.Entry<Lever, Double> only = turned.shares().entrySet().iterator().next();
        String code = only.getKey().code();
        RegionResult after = scored(turned);
        return isMet(after)
                ? Optional.of(turn(only.getKey(), only.getValue(), value(own, code), value(after, code)))
                : Optional.empty();
    }

    private static double value(RegionResult result, String node) {
        return result.nodes().stream()
                .filter(each -> each.node().equals(node))
                .mapToDouble(NodeResult::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private List<Turn> turns(Turned turned) {
        List<Turn> turns = new ArrayList<>();
        turned.shares()
                .forEach((lever, share) ->
                        turns.add(turn(lever, share, accumulated(lever, 0), accumulated(lever, share))));
        return turns;
    }

    private static Turn turn(Lever lever, double share, double before, double after) {
        List<Moved> moved = lever.values().stream()
                .filter(value -> value.turned(share) != value.cell().value())
                .map(value -> new Moved(value.place(), value.cell().value(), value.turned(share)))
                .toList();
        return new Turn(lever.code(), lever.title(), share, before, after, moved);
    }

    private double accumulated(Lever lever, double share) {
        Element element = Objects.requireNonNull(run.catalogue().elements().get(lever.code()));
        List<Double> values =
                lever.values().stream().map(value -> value.turned(share)).toList();
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        return switch (element.overTime()) {
            case SUM -> sum;
            case LAST -> values.get(values.size() - 1);
            case MEAN -> sum / values.size();
        };
    }
}
