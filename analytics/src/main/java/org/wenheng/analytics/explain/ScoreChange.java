package org.wenheng.analytics.explain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Title;

/**
 * Finds out why the score of a region changed between two runs, by scoring the states between them: each step from one
 * state to the next lets one cause come about, and what the step adds is that cause's.
 *
 * <p>What a cause adds depends on what came about before it. {@link #overAllOrders} takes the mean over the orders, which
 * depends on none: the Shapley value (Shapley, A value for n-person games, 1953; for decompositions: Shorrocks,
 * Decomposition procedures for distributional analysis, 2013), among the orders in which corrections come before new data
 * (Faigle and Kern, The Shapley value for cooperative games under precedence constraints, 1992), because a correction is one
 * of what was known before the new data came. A cause of which there is nothing gets exactly 0. The mean is rounded to the
 * engine's grid so that each row still sums exactly, see {@link Parts#apportioned}.
 */
public final class ScoreChange {
    private static final Title MEAN =
            new Title("各原因取所有先后次序的平均(更正总在新数据之前)", "Mean over all orders of the causes, corrections before new data");

    private final RunInputs before;
    private final RunInputs after;
    private final String region;
    private final String kind;
    private final RegionResult first;
    private final RegionResult last;
    private final Counterfactuals counterfactuals;
    private final Set<Cause> present;
    private final Map<Set<Cause>, GridContributions> states = new HashMap<>();
    private final List<List<Cause>> unscored = new ArrayList<>();

    private ScoreChange(RunInputs before, RunInputs after, String region, String kind) {
        this.before = before;
        this.after = after;
        this.region = region;
        this.kind = kind;
        this.first = scored(before, region, kind);
        this.last = scored(after, region, kind);
        Set<String> own = new HashSet<>(Known.regionsOf(first));
        own.addAll(Known.regionsOf(last));
        this.counterfactuals = new Counterfactuals(before, after, own);
        this.present = counterfactuals.present();
        states.put(Set.of(), GridContributions.of(Optional.of(first), before.scheme()));
        states.put(Set.copyOf(present), GridContributions.of(Optional.of(last), after.scheme()));
    }

    /**
     * The parts of the causes as means over all orders; at most 24 states are scored.
     *
     * @param before the earlier run
     * @param after the later run, for a period of the same kind
     * @param kind {@code unit} or {@code parent}
     * @throws InputRefusedException if the region is unknown or without a score in a run, or the periods are of two kinds
     */
    public static ChangeDecomposition overAllOrders(RunInputs before, RunInputs after, String region, String kind) {
        refuseOtherKinds(before, after);
        ScoreChange change = new ScoreChange(before, after, region, kind);
        List<List<Cause>> orders = new ArrayList<>();
        addOrders(new ArrayList<>(), change.present, orders);
        return change.decomposed(orders, MEAN);
    }

    /**
     * The parts of the causes if they came about one after the other.
     *
     * @param order every cause once
     * @throws InputRefusedException as {@link #overAllOrders}
     */
    public static ChangeDecomposition inOrder(
            RunInputs before, RunInputs after, String region, String kind, List<Cause> order) {
        if (order.size() != Cause.values().length || !EnumSet.copyOf(order).equals(EnumSet.allOf(Cause.class))) {
            throw new IllegalArgumentException("An order has every cause once: " + order);
        }
        refuseOtherKinds(before, after);
        ScoreChange change = new ScoreChange(before, after, region, kind);
        List<Cause> there = order.stream().filter(change.present::contains).toList();
        List<String> chinese =
                there.stream().map(cause -> cause.title().chinese()).toList();
        List<String> english =
                there.stream().map(cause -> cause.title().english()).toList();
        return change.decomposed(
                List.of(there),
                new Title("依次:" + String.join("、", chinese), "One after the other: " + String.join(", ", english)));
    }

    /**
     * A step on a way of one's own.
     *
     * @param cause whose part the step is
     * @param inputs what the run is made of after it
     */
    public record Step(Cause cause, RunInputs inputs) {}

    /**
     * The parts of the causes on a way from run to run that the caller lays out.
     *
     * @param start the earlier run
     * @param steps in their order; the last one leads to the later run; a cause may occur several times
     * @throws InputRefusedException if the region is unknown in a run or without a score
     */
    public static ChangeDecomposition alongSteps(RunInputs start, List<Step> steps, String region, String kind) {
        RegionResult first = scored(start, region, kind);
        RegionResult last = first;
        GridContributions from = GridContributions.of(Optional.of(first), start.scheme());
        Parts parts = new Parts(from.steps().keySet());
        Map<String, Title> titles = titles(start);
        for (Step step : steps) {
            last = scored(step.inputs(), region, kind);
            GridContributions to =
                    GridContributions.of(Optional.of(last), step.inputs().scheme());
            parts.add(step.cause(), from, to);
            titles.putAll(titles(step.inputs()));
            from = to;
        }
        Title rule = new Title("按给定的步骤", "Along the steps given");
        return new ChangeDecomposition(region, kind, first.exact(), last.exact(), parts.rows(titles), List.of(), rule);
    }

    private static void refuseOtherKinds(RunInputs before, RunInputs after) {
        if (before.period().frequency() != after.period().frequency()) {
            throw InputRefusedException.of(
                    "CHANGE_PERIODS_OTHER",
                    before.period().code() + " – " + after.period().code(),
                    "两期长短不同,得分不可比;请选同一种期",
                    "The periods are of two kinds and their scores do not compare; choose periods of one kind");
        }
    }

    private static RegionResult scored(RunInputs run, String region, String kind) {
        RegionResult result = Known.result(run.score(), region, kind);
        if (Double.isNaN(result.exact())) {
            throw InputRefusedException.of(
                    "CHANGE_WITHOUT_SCORE",
                    region + " " + run.period().code(),
                    "该地区本期没有得分,谈不上变化",
                    "The region has no score in this run: there is no change to explain");
        }
        return result;
    }

    private static void addOrders(List<Cause> begun, Set<Cause> causes, List<List<Cause>> orders) {
        if (begun.size() == causes.size()) {
            orders.add(List.copyOf(begun));
        }
        for (Cause next : causes) {
            boolean tooEarly =
                    next == Cause.NEW_DATA && causes.contains(Cause.CORRECTION) && !begun.contains(Cause.CORRECTION);
            if (!begun.contains(next) && !tooEarly) {
                begun.add(next);
                addOrders(begun, causes, orders);
                begun.remove(begun.size() - 1);
            }
        }
    }

    private ChangeDecomposition decomposed(List<List<Cause>> orders, Title rule) {
        Set<String> nodes = new LinkedHashSet<>(state(present).steps().keySet());
        nodes.addAll(state(Set.of()).steps().keySet());
        Parts parts = new Parts(nodes);
        parts.meanOf(orders.size());
        for (List<Cause> order : orders) {
            Set<Cause> done = EnumSet.noneOf(Cause.class);
            for (Cause cause : order) {
                GridContributions from = state(done);
                done.add(cause);
                parts.add(cause, from, state(done));
            }
        }
        Map<String, Title> titles = titles(before);
        titles.putAll(titles(after));
        return new ChangeDecomposition(region, kind, first.exact(), last.exact(), parts.rows(titles), unscored, rule);
    }

    private GridContributions state(Set<Cause> done) {
        GridContributions known = states.get(done);
        if (known != null) {
            return known;
        }
        Optional<RegionResult> result = counterfactuals.score(done).flatMap(table -> Known.find(table, region, kind));
        if (result.isEmpty() || Double.isNaN(result.get().exact())) {
            unscored.add(List.copyOf(done));
        }
        GridContributions state = GridContributions.of(result, counterfactuals.scheme(done));
        states.put(Set.copyOf(done), state);
        return state;
    }

    private static Map<String, Title> titles(RunInputs run) {
        Map<String, Title> titles = new HashMap<>();
        run.catalogue().regions().values().forEach(each -> titles.put(NodeExplanation.UNIT + each.code(), each.name()));
        run.scheme().nodes().forEach(node -> titles.put(node.code(), node.title()));
        return titles;
    }
}
