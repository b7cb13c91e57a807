package org.wenheng.analytics.explain;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.matrix.OrderStatistics;

/**
 * The regions a region stands beside, itself among them.
 *
 * @param grouped whether they are a peer group; otherwise they are all regions of its kind
 */
record Peers(List<RegionResult> results, boolean grouped) {

    static Peers of(RegionResult own, ScoreTable table) {
        boolean grouped = !own.peerGroup().isEmpty();
        List<RegionResult> results = table.results().stream()
                .filter(other -> other.kind().equals(own.kind()))
                .filter(other -> !grouped || other.peerGroup().equals(own.peerGroup()))
                .toList();
        return new Peers(results, grouped);
    }

    PeerComparison compared(NodeExplanation own) {
        List<NodeResult> there = results.stream()
                .flatMap(result -> result.nodes().stream())
                .filter(node -> node.node().equals(own.node()) && isReported(node))
                .toList();
        return new PeerComparison(
                own, grouped, there.size(), median(there, NodeResult::contribution), median(there, NodeResult::value));
    }

    private static boolean isReported(NodeResult node) {
        return !node.status().equals(NodeExplanation.MISSING) && !node.status().equals(NodeExplanation.NOT_APPLICABLE);
    }

    private static double median(List<NodeResult> nodes, ToDoubleFunction<NodeResult> what) {
        return OrderStatistics.of(nodes.stream().mapToDouble(what).toArray()).median();
    }
}
