package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.scheme.ScoringRules.Basis;
import org.wenheng.analytics.scheme.ScoringRules.Parents;
import org.wenheng.analytics.scheme.formula.Quantity;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * Scores of the regions above the units (policy rule 7): a share for the weighted mean of the units' exact scores, a share
 * for the own level, whose tree and adjustments are multiplied by that share. If one part is not there the other counts in
 * full. A unit that another region manages belongs to that region by management; if that region is not a parent here,
 * such as the province, the unit stands among the parents with its own score.
 */
final class ParentScores {
    private final Parents rule;
    private final ElementTimes times;
    private final Period period;
    private final RegionScorer scorer;
    private final Set<String> parentCodes;

    /**
     * @param scorer the scorer of the own level
     */
    ParentScores(Parents rule, ElementTimes times, Period period, RegionScorer scorer, List<Region> parents) {
        this.rule = rule;
        this.scorer = scorer;
        this.times = times;
        this.period = period;
        this.parentCodes = parents.stream().map(Region::code).collect(Collectors.toSet());
    }

    /** The parents' scores: first the regions of the parents' levels, then units that stand by themselves. */
    List<RegionScore> scores(List<RegionScore> own, List<RegionScore> units) {
        Map<String, List<RegionScore>> unitsByParent = new HashMap<>();
        List<RegionScore> alone = new ArrayList<>();
        for (RegionScore unit : units) {
            String above = above(unit.region());
            if (above != null && parentCodes.contains(above)) {
                unitsByParent.computeIfAbsent(above, code -> new ArrayList<>()).add(unit);
            } else if (isManagedElsewhere(unit.region())) {
                alone.add(noted(unit.as(RegionScore.PARENT, rule.group()), Notes.ITS_OWN_MANAGER));
            }
        }
        return Stream.concat(
                        own.stream()
                                .map(each -> score(
                                        each,
                                        unitsByParent.getOrDefault(each.region().code(), List.of()))),
                        alone.stream())
                .toList();
    }

    private @Nullable String above(Region unit) {
        return isManagedElsewhere(unit) ? unit.attribute(rule.managedBy()) : unit.parent();
    }

    private boolean isManagedElsewhere(Region unit) {
        String manager = rule.basis() == Basis.MANAGEMENT ? unit.attribute(rule.managedBy()) : null;
        return manager != null && !manager.equals(unit.parent());
    }

    private RegionScore score(RegionScore own, List<RegionScore> units) {
        List<Title> notes = new ArrayList<>();
        List<NodeResult> unitNodes = new ArrayList<>();
        List<Weighted> weighted = weighted(units, notes);
        boolean hasOwn = hasOwn(own);
        double unitsShare = weighted.isEmpty() ? 0 : hasOwn ? rule.unitsShare() : 1;
        if (!hasOwn && weighted.isEmpty()) {
            return RegionScore.nothing(own.region(), RegionScore.PARENT, rule.group());
        }
        if (weighted.isEmpty()) {
            notes.add(Notes.OWN_LEVEL_ALONE);
        }
        if (!hasOwn) {
            notes.add(Notes.UNITS_ALONE);
        }
        double sum = weighted.stream().mapToDouble(Weighted::weight).sum();
        double covered = hasOwn ? own.covered() * (1 - unitsShare) : 0;
        for (Weighted unit : weighted) {
            double share = unitsShare * unit.weight() / sum;
            unitNodes.add(node(unit.score(), share));
            covered += share * unit.score().covered();
        }
        return together(own, hasOwn ? 1 - unitsShare : 0, unitNodes, covered, notes);
    }

    /** A unit and what it weighs. */
    private record Weighted(RegionScore score, double weight) {}

    private List<Weighted> weighted(List<RegionScore> units, List<Title> notes) {
        List<RegionScore> scored = units.stream().filter(RegionScore::isScored).toList();
        if (scored.size() < units.size()) {
            notes.add(Notes.withoutScore(
                    names(units.stream().filter(unit -> !unit.isScored()).toList())));
        }
        List<Weighted> weighted = scored.stream()
                .map(unit -> new Weighted(unit, weightOf(unit)))
                .filter(unit -> unit.weight() > 0)
                .toList();
        if (weighted.isEmpty() && !scored.isEmpty()) {
            notes.add(Notes.UNITS_EQUAL);
            return scored.stream().map(unit -> new Weighted(unit, 1)).toList();
        }
        if (weighted.size() < scored.size()) {
            Set<String> there =
                    weighted.stream().map(unit -> unit.score().region().code()).collect(Collectors.toSet());
            notes.add(Notes.withoutWeight(names(scored.stream()
                    .filter(unit -> !there.contains(unit.region().code()))
                    .toList())));
        }
        return weighted;
    }

    private double weightOf(RegionScore unit) {
        Quantity weight = times.read(unit.region().code(), rule.weightedBy(), period, Reach.PERIOD)
                .quantity();
        return weight.isValue() ? weight.value() : 0;
    }

    private static String names(List<RegionScore> units) {
        return units.stream().map(unit -> unit.region().name().chinese()).collect(Collectors.joining("、"));
    }

    /** Whether the own level said anything about an indicator that it is asked for. */
    private static boolean hasOwn(RegionScore own) {
        Set<String> asked = own.nodes().stream()
                .filter(node -> !node.status().equals(Status.NOT_APPLICABLE))
                .map(NodeResult::node)
                .collect(Collectors.toSet());
        return own.isScored()
                && own.inputs().stream()
                        .anyMatch(input ->
                                asked.contains(input.indicator()) && input.status() != ValueStatus.NOT_REPORTED);
    }

    private static NodeResult node(RegionScore unit, double share) {
        double contribution = Exact.onGrid(unit.exact() * share);
        return new NodeResult(
                "unit:" + unit.region().code(),
                Status.SCORED,
                unit.exact(),
                unit.exact(),
                share * 100,
                contribution,
                List.of());
    }

    private RegionScore together(
            RegionScore own, double ownShare, List<NodeResult> unitNodes, double covered, List<Title> notes) {
        List<NodeResult> nodes = new ArrayList<>(ownShare > 0 ? scorer.scaled(own.nodes(), ownShare) : List.of());
        nodes.addAll(unitNodes);
        double exact = nodes.stream()
                .filter(node -> scorer.isLeaf(node.node()))
                .mapToDouble(NodeResult::contribution)
                .sum();
        List<Title> said = new ArrayList<>(ownShare > 0 ? nodes.remove(0).notes() : List.of());
        said.addAll(notes);
        nodes.add(0, new NodeResult(scorer.root(), Status.SCORED, exact, exact, 100, exact, said));
        return new RegionScore(
                own.region(),
                RegionScore.PARENT,
                rule.group(),
                exact,
                Math.min(1, Exact.onGrid(covered)),
                nodes,
                ownShare > 0 ? own.inputs() : List.of(),
                ownShare > 0 ? own.failing() : List.of(),
                own.vetoes());
    }

    private static RegionScore noted(RegionScore score, Title note) {
        if (!score.isScored()) {
            return score;
        }
        List<NodeResult> nodes = new ArrayList<>(score.nodes());
        NodeResult root = nodes.get(0);
        List<Title> notes = new ArrayList<>(root.notes());
        notes.add(note);
        nodes.set(
                0,
                new NodeResult(
                        root.node(),
                        root.status(),
                        root.value(),
                        root.points(),
                        root.weight(),
                        root.contribution(),
                        notes));
        return new RegionScore(
                score.region(),
                score.kind(),
                score.group(),
                score.exact(),
                score.covered(),
                nodes,
                score.inputs(),
                score.failing(),
                score.vetoes());
    }
}
