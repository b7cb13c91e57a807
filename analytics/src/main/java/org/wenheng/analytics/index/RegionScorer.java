package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.index.IndicatorValue.State;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Indicator.Nature;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.ScoringRules.MissingIndicator;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** Puts the points of regions together, up the tree, and says of every node what it contributed. */
final class RegionScorer {
    private final Scheme scheme;
    private final Period period;
    private final ElementTimes times;
    private final SchemeTree words;
    private final NodeTree tree;

    RegionScorer(Scheme scheme, Period period, ElementTimes times, List<Indicator> counting) {
        this.scheme = scheme;
        this.period = period;
        this.times = times;
        this.words = SchemeTree.of(scheme, counting);
        this.tree = words.tree();
    }

    /** The weights of the period, from the points of the rows that are scored. */
    NodeWeights weights(IndicatorMatrix matrix, PointsMatrix points, Predicate<Region> isScored) {
        return NodeWeights.of(words, leafPoints(matrix, points).selectRows(scored(matrix, isScored)));
    }

    /** The scores of all rows that are to be scored; the other regions have none. */
    List<RegionScore> scores(
            IndicatorMatrix matrix, PointsMatrix points, NodeWeights weights, String kind, Predicate<Region> isScored) {
        int[] scored = scored(matrix, isScored);
        Nodes nodes = Nodes.of(tree, leafPoints(matrix, points).selectRows(scored), weights);
        List<RegionScore> scores = new ArrayList<>();
        int place = 0;
        for (int row = 0; row < matrix.regions().size(); row++) {
            if (place < scored.length && scored[place] == row) {
                scores.add(score(new Cells(row, place++), kind, matrix, points, nodes));
            } else {
                scores.add(RegionScore.nothing(
                        matrix.regions().get(row), kind, matrix.groups().get(row)));
            }
        }
        return scores;
    }

    /** The rows that are scored, in order. Methods that compare regions never see the others. */
    private static int[] scored(IndicatorMatrix matrix, Predicate<Region> isScored) {
        return IntStream.range(0, matrix.regions().size())
                .filter(row -> isScored.test(matrix.regions().get(row)))
                .toArray();
    }

    /**
     * Where a region stands.
     *
     * @param region its row in the matrix of indicators
     * @param scored its row among the regions that are scored
     */
    private record Cells(int region, int scored) {}

    /** Points, weights and contributions of all nodes in all rows that are scored. */
    private record Nodes(Matrix points, Matrix weights, Matrix contributions, Map<Integer, Title> notes) {
        static Nodes of(NodeTree tree, Matrix leaves, NodeWeights weights) {
            Matrix points = tree.aggregate(leaves, weights.byPlace());
            return new Nodes(
                    points,
                    tree.weightsInRows(points, weights.byPlace()),
                    tree.contributions(points, weights.byPlace()),
                    weights.notes());
        }
    }

    /** What is not applicable has no points; what is missing has 0, or none if the scheme leaves it out. */
    private Matrix leafPoints(IndicatorMatrix matrix, PointsMatrix points) {
        boolean leftOut = scheme.rules().missingIndicator() == MissingIndicator.LEFT_OUT;
        double[][] columns =
                new double[matrix.indicators().size()][matrix.regions().size()];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < columns[column].length; row++) {
                boolean without = leftOut
                        && matrix.cells().get(row).get(column).state() == State.MISSING
                        && !points.isFilled(row, column);
                columns[column][row] = without ? Double.NaN : points.points(row, column);
            }
        }
        return Matrix.ofColumns(matrix.regions().size(), columns);
    }

    private RegionScore score(Cells at, String kind, IndicatorMatrix matrix, PointsMatrix points, Nodes all) {
        int row = at.scored();
        Region region = matrix.regions().get(at.region());
        List<IndicatorValue> values = matrix.cells().get(at.region());
        AdjustmentResults adjustments =
                AdjustmentResults.of(region, scheme.rules().adjustments(), period, times);
        NodeResult[] results = new NodeResult[tree.nodes().size()];
        for (int place = results.length - 1; place >= 0; place--) {
            results[place] = tree.nodes().get(place) instanceof Leaf leaf
                    ? leafResult(at, place, leaf.column(), values.get(leaf.column()), points, all)
                    : branchResult(row, place, results, all);
        }
        results[0] = withAdjustments(results[0], adjustments);
        boolean hasPoints = !Double.isNaN(all.points().at(row, 0));
        return new RegionScore(
                region,
                kind,
                matrix.groups().get(at.region()),
                hasPoints ? results[0].contribution() : Double.NaN,
                covered(row, values, all),
                Stream.concat(Stream.of(results), adjustments.nodes().stream()).toList(),
                inputs(values, adjustments),
                failing(row, matrix.indicators(), values, all),
                adjustments.vetoes());
    }

    private NodeResult leafResult(
            Cells at, int place, int column, IndicatorValue value, PointsMatrix points, Nodes all) {
        int row = at.scored();
        List<Title> notes = Stream.concat(value.notes().stream(), points.notes(at.region(), column).stream())
                .toList();
        return new NodeResult(
                code(place),
                points.isFilled(at.region(), column) ? Status.IMPUTED : Status.of(value),
                value.value(),
                all.points().at(row, place),
                all.weights().at(row, place) * 100,
                Exact.onGrid(all.contributions().at(row, place)),
                notes);
    }

    private NodeResult branchResult(int row, int place, NodeResult[] results, Nodes all) {
        List<NodeResult> below = new ArrayList<>();
        for (int child : tree.children(place)) {
            below.add(results[child]);
        }
        double points = all.points().at(row, place);
        return new NodeResult(
                code(place),
                Status.ofChildren(below),
                points,
                points,
                all.weights().at(row, place) * 100,
                below.stream().mapToDouble(NodeResult::contribution).sum(),
                Optional.ofNullable(all.notes().get(place)).stream().toList());
    }

    private String code(int place) {
        return tree.nodes().get(place).code();
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
        return words.nodes().stream().noneMatch(other -> node.equals(other.parent()));
    }

    /** The nodes of a region with weights and contributions as a share of a larger whole; points stay. */
    List<NodeResult> scaled(List<NodeResult> nodes, double share) {
        Map<String, Double> contributions = new HashMap<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            NodeResult node = nodes.get(i);
            double below = words.nodes().stream()
                    .filter(child -> node.node().equals(child.parent()))
                    .mapToDouble(child -> contributions.getOrDefault(child.code(), 0.0))
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

    /** The weight of the indicators that were reported. */
    private double covered(int row, List<IndicatorValue> values, Nodes all) {
        double reported = 0;
        for (int column = 0; column < values.size(); column++) {
            reported += values.get(column).isReported() ? all.weights().at(row, tree.leafOf(column)) : 0;
        }
        return Math.min(1, Exact.onGrid(reported));
    }

    private static List<ElementInput> inputs(List<IndicatorValue> values, AdjustmentResults adjustments) {
        return Stream.concat(values.stream().flatMap(value -> value.inputs().stream()), adjustments.inputs().stream())
                .toList();
    }

    /** Binding indicators that fail the floor in a kind of period in which floors stand; missing ones fail. */
    private List<Title> failing(int row, List<Indicator> indicators, List<IndicatorValue> values, Nodes all) {
        if (!scheme.rules().floors().periods().contains(period.frequency())) {
            return List.of();
        }
        double floor = scheme.rules().floors().below() - 1e-9;
        List<Title> failing = new ArrayList<>();
        for (int column = 0; column < indicators.size(); column++) {
            Indicator indicator = indicators.get(column);
            boolean reaches = all.points().at(row, tree.leafOf(column)) >= floor;
            boolean applies = values.get(column).isApplicable();
            if (indicator.nature() == Nature.BINDING && applies && !reaches) {
                failing.add(indicator.title());
            }
        }
        return failing;
    }
}
