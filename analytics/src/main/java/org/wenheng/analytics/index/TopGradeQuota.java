package org.wenheng.analytics.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.analytics.scheme.ScoringRules.Grade;
import org.wenheng.analytics.scheme.ScoringRules.Quota;
import org.wenheng.analytics.scheme.ScoringRules.QuotaOf;
import org.wenheng.ingest.reference.Title;

/**
 * Lets only so many regions have the best grade. The order is fixed by the scheme and never by the order of the data:
 * published score, points at the nodes that decide ties, code of the region.
 */
final class TopGradeQuota {
    private final Quota quota;
    private final Grade best;
    private final Grade next;

    /**
     * @param best the grade that is limited
     * @param next the grade below it
     */
    TopGradeQuota(Quota quota, Grade best, Grade next) {
        this.quota = quota;
        this.best = best;
        this.next = next;
    }

    /** The results, in the same order, with the best grade taken from those beyond the quota. */
    List<RegionResult> applied(List<RegionResult> results) {
        Map<String, List<RegionResult>> groups = new HashMap<>();
        for (RegionResult result : results) {
            if (result.score() != null) {
                groups.computeIfAbsent(group(result), key -> new ArrayList<>()).add(result);
            }
        }
        Map<String, Title> reasons = new HashMap<>();
        groups.values().forEach(group -> findBeyond(group, reasons));
        return results.stream()
                .map(result -> {
                    Title reason = reasons.get(key(result));
                    return reason == null ? result : result.lowered(next.title(), reason);
                })
                .toList();
    }

    private String group(RegionResult result) {
        return result.kind() + " " + (quota.of() == QuotaOf.PEER_GROUP ? result.peerGroup() : "");
    }

    private static String key(RegionResult result) {
        return result.kind() + " " + result.region();
    }

    private void findBeyond(List<RegionResult> group, Map<String, Title> reasons) {
        // A share such as 0.3 of 10 regions is 3, although 0.3 × 10 is a little less in binary.
        int places = (int) Math.floor(quota.atMost() * group.size() + 1e-9);
        List<RegionResult> graded = group.stream()
                .filter(result -> best.title().equals(result.grade()))
                .sorted(order())
                .toList();
        for (int i = places; i < graded.size(); i++) {
            reasons.put(
                    key(graded.get(i)),
                    new Title(
                            "%s名额%d个(参评%d个),按规定顺序列第%d,改评%s"
                                    .formatted(
                                            best.title().chinese(),
                                            places,
                                            group.size(),
                                            i + 1,
                                            next.title().chinese()),
                            "%s has %d places for %d regions; number %d in the fixed order gets %s"
                                    .formatted(
                                            best.title().english(),
                                            places,
                                            group.size(),
                                            i + 1,
                                            next.title().english())));
        }
    }

    private Comparator<RegionResult> order() {
        Comparator<RegionResult> order =
                Comparator.comparing(result -> result.score() == null ? BigDecimal.ZERO : result.score());
        for (String node : quota.ties()) {
            order = order.thenComparingDouble(result -> points(result, node));
        }
        return order.reversed().thenComparing(RegionResult::region);
    }

    /** Points at a node; those that have none there stand last. */
    private static double points(RegionResult result, String node) {
        return result.nodes().stream()
                .filter(each -> each.node().equals(node))
                .mapToDouble(NodeResult::points)
                .filter(points -> !Double.isNaN(points))
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
