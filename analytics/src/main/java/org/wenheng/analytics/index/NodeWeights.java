package org.wenheng.analytics.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.WeightRule;
import org.wenheng.analytics.weigh.CombinedWeights;
import org.wenheng.analytics.weigh.GivenWeights;
import org.wenheng.analytics.weigh.Weighed;
import org.wenheng.analytics.weigh.Weighting;
import org.wenheng.ingest.reference.Title;

/**
 * The weights of a period by the rules of the scheme.
 *
 * @param byPlace of every node among its siblings
 * @param notes how the weights below a node came about, by the place of the node; nothing for weights as written
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by place, compared by nobody
record NodeWeights(double[] byPlace, Map<Integer, Title> notes) {

    NodeWeights {
        notes = Map.copyOf(notes);
    }

    /**
     * @param leaves points of the regions that are scored, rows × indicators; weights that rest on points rest on these
     */
    static NodeWeights of(SchemeTree scheme, Matrix leaves) {
        NodeTree tree = scheme.tree();
        Map<Integer, Title> notes = new HashMap<>();
        double[] byPlace = tree.weights(leaves, (branch, children) -> {
            int[] places = tree.children(branch);
            List<String> codes = Arrays.stream(places)
                    .mapToObj(place -> tree.nodes().get(place).code())
                    .toList();
            List<Double> written = Arrays.stream(places)
                    .mapToObj(place -> tree.nodes().get(place).weight())
                    .toList();
            WeightRule rule = scheme.weightRules().get(branch);
            if (rule instanceof WeightRule.AsWritten) {
                return written.stream().mapToDouble(Double::doubleValue).toArray();
            }
            Weighed weighed = weighting(rule, codes, written).weigh(children);
            notes.put(branch, weighed.note());
            return weighed.weights();
        });
        return new NodeWeights(byPlace, notes);
    }

    private static Weighting weighting(WeightRule rule, List<String> children, List<Double> written) {
        if (rule instanceof WeightRule.FromPoints fromPoints) {
            return fromPoints.weighting();
        }
        if (rule instanceof WeightRule.Judged judged) {
            return new GivenWeights(children.stream()
                    .map(child -> judged.weights().get(judged.children().indexOf(child)))
                    .toList());
        }
        if (rule instanceof WeightRule.Together together) {
            return new CombinedWeights(
                    weighting(together.first(), children, written),
                    weighting(together.second(), children, written),
                    together.rule());
        }
        return new GivenWeights(written);
    }
}
