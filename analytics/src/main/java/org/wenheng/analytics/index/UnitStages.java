package org.wenheng.analytics.index;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeNode;
import org.wenheng.analytics.scheme.ScoringRules.MissingIndicator;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/**
 * How the units of a period come to their scores, stage by stage. Regions that are not scored are rows too, for others may
 * be compared with what they reported; their rules give them no points.
 *
 * @param regions the rows: all units in force
 * @param groups the peer group of each row; empty for none
 * @param scored the rows that are scored
 * @param tree of the indicators that count in the period, with the weights of the period
 * @param nodes the words of each node of the tree, in the same order
 * @param indicators the columns
 * @param values rows × columns, missing ones filled in where the scheme says so, not yet treated; NaN where there is none
 * @param rules by column
 * @param adjustments points added or (negative) taken beside the tree, by row; 0 in rows that are not scored
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record UnitStages(
        List<Region> regions,
        List<String> groups,
        Set<Integer> scored,
        NodeTree tree,
        List<SchemeNode> nodes,
        List<Indicator> indicators,
        Matrix values,
        List<IndicatorRule> rules,
        double[] adjustments) {

    public UnitStages {
        regions = List.copyOf(regions);
        groups = List.copyOf(groups);
        scored = Set.copyOf(scored);
        nodes = List.copyOf(nodes);
        indicators = List.copyOf(indicators);
        rules = List.copyOf(rules);
    }

    static UnitStages of(
            Scheme scheme,
            Period period,
            ElementTimes times,
            IndicatorMatrix matrix,
            PointsMatrix points,
            NodeWeights weights,
            Predicate<Region> isScored) {
        List<Region> regions = matrix.regions();
        Set<Integer> scored = IntStream.range(0, regions.size())
                .filter(row -> isScored.test(regions.get(row)))
                .boxed()
                .collect(Collectors.toSet());
        Set<Integer> others = IntStream.range(0, regions.size())
                .boxed()
                .filter(row -> !scored.contains(row))
                .collect(Collectors.toSet());
        double missing = scheme.rules().missingIndicator() == MissingIndicator.LEFT_OUT ? Double.NaN : 0;
        SchemeTree tree = SchemeTree.of(scheme, matrix.indicators());
        return new UnitStages(
                regions,
                matrix.groups(),
                scored,
                tree.tree().withWeights(weights.byPlace()),
                tree.nodes(),
                matrix.indicators(),
                points.valuesBeforeTreatment(),
                IntStream.range(0, matrix.indicators().size())
                        .mapToObj(column -> points.rule(column, missing, others))
                        .toList(),
                IntStream.range(0, regions.size())
                        .mapToDouble(
                                row -> scored.contains(row) ? adjustment(regions.get(row), scheme, period, times) : 0)
                        .toArray());
    }

    private static double adjustment(Region region, Scheme scheme, Period period, ElementTimes times) {
        return AdjustmentResults.of(region, scheme.rules().adjustments(), period, times).nodes().stream()
                .mapToDouble(NodeResult::contribution)
                .sum();
    }
}
