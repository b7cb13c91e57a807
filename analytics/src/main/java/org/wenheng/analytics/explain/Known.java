package org.wenheng.analytics.explain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.yaml.Nearest;

/** Looks codes up, and refuses unknown ones with the known one that was probably meant. */
final class Known {
    private Known() {}

    /** The result of a region that is scored as this kind. */
    static RegionResult result(ScoreTable table, String region, String kind) {
        return find(table, region, kind).orElseThrow(() -> {
            List<String> codes = table.results().stream()
                    .filter(result -> result.kind().equals(kind))
                    .map(RegionResult::region)
                    .toList();
            Problem problem = unknown("REGION_NOT_SCORED", "计分的地区", "scored region", region, codes);
            return new InputRefusedException(kind, List.of(problem));
        });
    }

    static Optional<RegionResult> find(ScoreTable table, String region, String kind) {
        return table.results().stream()
                .filter(result ->
                        result.region().equals(region) && result.kind().equals(kind))
                .findFirst();
    }

    /** The region of a result, and the units whose scores stand in it if it is a parent. */
    static Set<String> regionsOf(RegionResult result) {
        Set<String> regions = result.nodes().stream()
                .map(NodeResult::node)
                .filter(node -> node.startsWith(NodeExplanation.UNIT))
                .map(node -> node.substring(NodeExplanation.UNIT.length()))
                .collect(Collectors.toCollection(HashSet::new));
        regions.add(result.region());
        return regions;
    }

    /** What to say of a code that is not known. */
    static Problem unknown(String problem, String chinese, String english, String code, Collection<String> known) {
        Optional<String> nearest = Nearest.to(code, known);
        return new Problem(
                problem,
                code,
                "没有%s \"%s\"%s"
                        .formatted(
                                chinese,
                                code,
                                nearest.map(";是否指 \"%s\"?"::formatted).orElse("")),
                "No %s \"%s\"%s"
                        .formatted(
                                english,
                                code,
                                nearest.map("; did you mean \"%s\"?"::formatted).orElse("")));
    }
}
