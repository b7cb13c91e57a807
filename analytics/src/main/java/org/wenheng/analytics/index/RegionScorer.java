package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Indicator.Nature;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeNode;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** Adds the points of a row up the tree. */
final class RegionScorer {
    private final Scheme scheme;
    private final Period period;
    private final ElementTimes times;
    private final WeightTree tree;

    RegionScorer(Scheme scheme, Period period, ElementTimes times, List<Indicator> counting) {
        this.scheme = scheme;
        this.period = period;
        this.times = times;
        this.tree = new WeightTree(scheme, counting);
    }

    /** The scores of all rows that are to be scored; the other regions have none. */
    List<RegionScore> scores(IndicatorMatrix matrix, PointsMatrix points, String kind, Predicate<Region> isScored) {
        List<RegionScore> scores = new ArrayList<>();
        for (int row = 0; row < matrix.regions().size(); row++) {
            Region region = matrix.regions().get(row);
            String group = matrix.groups().get(row);
            scores.add(
                    isScored.test(region)
                            ? score(region, kind, group, leaves(matrix, points, row))
                            : RegionScore.nothing(region, kind, group));
        }
        return scores;
    }

    /** An indicator of one region: its value, its points and what there is to say. */
    private record Leaf(Indicator indicator, IndicatorValue value, double points, List<Title> notes) {}

    private static Map<String, Leaf> leaves(IndicatorMatrix matrix, PointsMatrix points, int row) {
        Map<String, Leaf> leaves = new HashMap<>();
        for (int column = 0; column < matrix.indicators().size(); column++) {
            Indicator indicator = matrix.indicators().get(column);
            IndicatorValue value = matrix.cells().get(row).get(column);
            List<Title> notes = Stream.concat(value.notes().stream(), points.findNote(row, column).stream())
                    .toList();
            leaves.put(indicator.code(), new Leaf(indicator, value, points.points(row, column), notes));
        }
        return leaves;
    }

    private RegionScore score(Region region, String kind, String group, Map<String, Leaf> leaves) {
        Map<String, Double> weights =
                tree.weights(code -> leaf(leaves, code).value().isApplicable());
        AdjustmentResults adjustments =
                AdjustmentResults.of(region, scheme.rules().adjustments(), period, times);
        Map<String, NodeResult> results = new HashMap<>();
        List<SchemeNode> nodes = tree.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            String code = nodes.get(i).code();
            double weight = weights.getOrDefault(code, 0.0);
            results.put(
                    code, leaves.containsKey(code) ? result(leaf(leaves, code), weight) : sum(code, weight, results));
        }
        NodeResult root = withAdjustments(
                Objects.requireNonNull(results.get(scheme.index().code())), adjustments);
        results.put(root.node(), root);
        boolean nothingApplies = root.status().equals(Status.NOT_APPLICABLE);
        List<NodeResult> all = Stream.concat(
                        nodes.stream().map(node -> Objects.requireNonNull(results.get(node.code()))),
                        adjustments.nodes().stream())
                .toList();
        return new RegionScore(
                region,
                kind,
                group,
                nothingApplies ? Double.NaN : root.contribution(),
                covered(leaves, weights),
                all,
                inputs(nodes, leaves, adjustments),
                failing(leaves),
                adjustments.vetoes());
    }

    private static Leaf leaf(Map<String, Leaf> leaves, String code) {
        return Objects.requireNonNull(leaves.get(code));
    }

    private static NodeResult result(Leaf leaf, double weight) {
        IndicatorValue value = leaf.value();
        double contribution = value.isApplicable() ? Exact.onGrid(leaf.points() * weight / 100) : 0;
        return new NodeResult(
                leaf.indicator().code(),
                Status.of(value),
                value.value(),
                leaf.points(),
                weight,
                contribution,
                leaf.notes());
    }

    private NodeResult sum(String code, double weight, Map<String, NodeResult> results) {
        List<NodeResult> below = tree.childrenOf(code).stream()
                .map(child -> Objects.requireNonNull(results.get(child)))
                .toList();
        double contribution =
                below.stream().mapToDouble(NodeResult::contribution).sum();
        double points = weight > 0 ? contribution / weight * 100 : Double.NaN;
        return new NodeResult(code, Status.ofChildren(below), points, points, weight, contribution, List.of());
    }

    private NodeResult withAdjustments(NodeResult root, AdjustmentResults adjustments) {
        double added = adjustments.nodes().stream()
                .mapToDouble(NodeResult::contribution)
                .sum();
        List<Title> notes =
                period.year() < scheme.validFrom() ? List.of(Notes.trial(scheme.validFrom())) : root.notes();
        return new NodeResult(
                root.node(),
                root.status(),
                root.value(),
                root.points(),
                root.weight(),
                root.contribution() + added,
                notes);
    }

    /** Code of the index. */
    String root() {
        return scheme.index().code();
    }

    /** Whether nothing stands below a node: an indicator, an adjustment, a unit of a parent. */
    boolean isLeaf(String node) {
        return tree.childrenOf(node).isEmpty();
    }

    /** The nodes of a region with weights and contributions as a share of a larger whole; points stay. */
    List<NodeResult> scaled(List<NodeResult> nodes, double share) {
        Map<String, Double> contributions = new HashMap<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            NodeResult node = nodes.get(i);
            double below = tree.childrenOf(node.node()).stream()
                    .mapToDouble(child -> contributions.getOrDefault(child, 0.0))
                    .sum();
            contributions.put(node.node(), isLeaf(node.node()) ? Exact.onGrid(node.contribution() * share) : below);
        }
        return nodes.stream()
                .map(node -> new NodeResult(
                        node.node(),
                        node.status(),
                        node.value(),
                        node.points(),
                        node.weight() * share,
                        contributions.getOrDefault(node.node(), 0.0),
                        node.notes()))
                .toList();
    }

    private static double covered(Map<String, Leaf> leaves, Map<String, Double> weights) {
        double reported = leaves.values().stream()
                .filter(leaf -> leaf.value().isReported())
                .map(leaf -> leaf.indicator().code())
                .sorted()
                .mapToDouble(code -> weights.getOrDefault(code, 0.0))
                .sum();
        return Math.min(1, Exact.onGrid(reported / 100));
    }

    private static List<ElementInput> inputs(
            List<SchemeNode> nodes, Map<String, Leaf> leaves, AdjustmentResults adjustments) {
        return Stream.concat(
                        nodes.stream()
                                .filter(node -> leaves.containsKey(node.code()))
                                .flatMap(node -> leaf(leaves, node.code()).value().inputs().stream()),
                        adjustments.inputs().stream())
                .toList();
    }

    /** Binding indicators that fail the floor in a kind of period in which floors stand; missing ones fail. */
    private List<Title> failing(Map<String, Leaf> leaves) {
        if (!scheme.rules().floors().periods().contains(period.frequency())) {
            return List.of();
        }
        double below = scheme.rules().floors().below();
        return scheme.indicators().stream()
                .filter(indicator -> indicator.nature() == Nature.BINDING && leaves.containsKey(indicator.code()))
                .filter(indicator -> leaf(leaves, indicator.code()).value().isApplicable())
                .filter(indicator -> leaf(leaves, indicator.code()).points() < below - 1e-9)
                .map(Indicator::title)
                .toList();
    }
}
