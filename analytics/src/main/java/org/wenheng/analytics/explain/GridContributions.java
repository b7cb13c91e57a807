package org.wenheng.analytics.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.scheme.Dimension;
import org.wenheng.analytics.scheme.Scheme;

/**
 * What the leaves contribute to a score, in whole steps of the engine's grid (2<sup>-40</sup> points), so that adding,
 * taking off and dividing up lose nothing.
 *
 * @param steps by code of the leaf; empty if there is no score
 */
record GridContributions(Map<String, Long> steps) {
    private static final double GRID = 0x1p40;

    static GridContributions of(Optional<RegionResult> result, Scheme scheme) {
        Set<String> inner = scheme.dimensions().stream().map(Dimension::code).collect(Collectors.toSet());
        Map<String, Long> steps = new LinkedHashMap<>();
        if (result.isPresent() && !Double.isNaN(result.get().exact())) {
            for (NodeResult node : result.get().nodes()) {
                if (!inner.contains(node.node())) {
                    steps.put(node.node(), stepsOf(node.contribution()));
                }
            }
            requireSum(result.get(), steps);
        }
        return new GridContributions(steps);
    }

    private static void requireSum(RegionResult result, Map<String, Long> steps) {
        long sum = steps.values().stream().mapToLong(Long::longValue).sum();
        if (sum != stepsOf(result.exact())) {
            throw new IllegalStateException("The contributions of %s sum to %s and not to its score %s"
                    .formatted(result.region(), points(sum), result.exact()));
        }
    }

    private static long stepsOf(double points) {
        double steps = points * GRID;
        if (steps != Math.rint(steps)) {
            throw new IllegalStateException("%s is not on the grid of contributions".formatted(points));
        }
        return (long) steps;
    }

    /** The steps of a leaf; none if it is not there. */
    long at(String node) {
        return steps.getOrDefault(node, 0L);
    }

    /** Steps as points; exact, for a score has fewer than 2<sup>53</sup> steps. */
    static double points(long steps) {
        return steps / GRID;
    }
}
