package org.wenheng.analytics.supervise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.robust.Draws;
import org.wenheng.analytics.robust.Range;
import org.wenheng.analytics.robust.Replications;
import org.wenheng.analytics.robust.RowStatistics;
import org.wenheng.analytics.robust.Uncertainty.UniformWeights;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.study.SchemeStudy;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/**
 * Where the units of a scheme would stand if its weights had been somewhat otherwise: the interval that holds nine tenths of
 * the draws, by region.
 */
record RankIntervals(int draws, Map<String, Range> byRegion) {
    private static final double SHARE = 0.9;

    RankIntervals {
        byRegion = Map.copyOf(byRegion);
    }

    /** Intervals of a period; none where no index can be built, such as in a period without a single score. */
    static RankIntervals of(
            Scheme scheme, Catalogue catalogue, ElementPanel panel, Period period, long seed, Settings settings) {
        int draws = (int) settings.value(Setting.RANK_DRAWS);
        Map<String, Range> intervals = new HashMap<>();
        try {
            SchemeStudy study = SchemeStudy.of(scheme, catalogue, panel, period);
            List<NodeTree.Node> nodes = study.stages().tree().nodes();
            UniformWeights weights = new UniformWeights(
                    "weights",
                    nodes.subList(1, nodes.size()).stream()
                            .map(NodeTree.Node::code)
                            .toList(),
                    settings.value(Setting.RANK_WEIGHTS));
            List<RowStatistics> statistics = Replications.draw(study.study(), List.of(weights), new Draws(seed, draws))
                    .statistics(SHARE);
            for (int row : study.scored()) {
                Range interval = statistics.get(row).rankInterval();
                if (!Double.isNaN(interval.low())) {
                    intervals.put(study.stages().regions().get(row).code(), interval);
                }
            }
        } catch (InputRefusedException | IllegalArgumentException nothingToRank) {
            // Of a period whose index cannot be built no interval is known, and the light says so.
            intervals.clear();
        }
        return new RankIntervals(draws, intervals);
    }
}
