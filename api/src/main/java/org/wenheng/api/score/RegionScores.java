package org.wenheng.api.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.period.PublishedPeriods;
import org.wenheng.api.problem.RequestProblem;
import org.wenheng.api.region.Region;
import org.wenheng.api.region.Regions;

/** What single regions got. */
@Repository
public class RegionScores {
    private static final String RESULT = """
            SELECT kind, peer_group, score, score_exact, covered, grade_zh, grade_en, grade_by_points_zh,
                   grade_by_points_en, grade_reasons_zh, grade_reasons_en, rank, rank_of, peer_rank, peer_rank_of
            FROM mart.result
            WHERE run_id = :run AND region_code = :region AND (CAST(:kind AS text) IS NULL OR kind = :kind)
            ORDER BY kind DESC
            LIMIT 1
            """;

    private final JdbcClient mart;
    private final PublishedPeriods periods;
    private final Regions regions;

    RegionScores(JdbcClient mart, PublishedPeriods periods, Regions regions) {
        this.mart = mart;
        this.periods = periods;
        this.regions = regions;
    }

    /** The score of a region in one published period. */
    public record HistoryEntry(
            String period,
            String periodNameZh,
            String schemeVersion,
            String runId,
            String origin,
            @Nullable BigDecimal score,
            double covered,
            @Nullable String gradeZh,
            @Nullable String gradeEn,
            @Nullable Integer rank,
            int rankOf) {}

    /**
     * The result of a region with its tree.
     *
     * @param kind unit or parent; null for the one it has, unit first
     * @throws RequestProblem {@code REGION_UNKNOWN} or {@code REGION_NOT_SCORED}
     */
    public RegionScore load(PublishedPeriod published, String regionCode, @Nullable String kind) {
        Region region = regions.load(published.catalogue(), regionCode);
        RegionScore.Result result = findResult(published, regionCode, kind)
                .orElseThrow(() -> RequestProblem.notFound(
                        "REGION_NOT_SCORED",
                        "“%s”（%s）在 %s 期没有得分，可能不是该方案的参评单位".formatted(region.nameZh(), regionCode, published.period()),
                        "%s (%s) has no result in period %s; the scheme may not assess it"
                                .formatted(region.nameEn(), regionCode, published.period())));
        List<RegionScore.Node> nodes = nodes(published, regionCode, result.kind());
        RegionScore.Previous previous = periods.findPrevious(published)
                .flatMap(
                        before -> findResult(before, regionCode, result.kind()).map(was -> change(before, was, result)))
                .orElse(null);
        return new RegionScore(published, region, result, previous, sumOfLeaves(nodes), nodes);
    }

    /** The scores of a region in all published periods of the same frequency, oldest first. */
    public List<HistoryEntry> history(PublishedPeriod published, String region, String kind) {
        return mart.sql("""
                        SELECT p.period, r.period_name_zh, r.scheme_version, r.run_id, r.origin, x.score, x.covered,
                               x.grade_zh, x.grade_en, x.rank, x.rank_of
                        FROM mart.publication p
                        JOIN mart.run r ON r.run_id = p.run_id
                        JOIN mart.result x ON x.run_id = r.run_id AND x.region_code = :region AND x.kind = :kind
                        WHERE p.scheme_code = :scheme AND r.frequency = :frequency
                        ORDER BY r.period_start
                        """)
                .param("region", region)
                .param("kind", kind)
                .param("scheme", published.schemeCode())
                .param("frequency", published.frequency())
                .query(HistoryEntry.class)
                .list();
    }

    private Optional<RegionScore.Result> findResult(PublishedPeriod published, String region, @Nullable String kind) {
        return mart.sql(RESULT)
                .param("run", published.runId())
                .param("region", region)
                .param("kind", kind)
                .query(RegionScore.Result.class)
                .optional();
    }

    /** The tree in the order of the scheme; a parent's units hang below the root, in the order of the catalogue. */
    private List<RegionScore.Node> nodes(PublishedPeriod published, String region, String kind) {
        return mart.sql("""
                        WITH RECURSIVE root AS (
                            SELECT node_code FROM mart.node
                            WHERE scheme_code = :scheme AND scheme_version = :version AND parent_code IS NULL
                            ORDER BY sort LIMIT 1
                        ), got AS (
                            SELECT c.*, n.kind, n.title_zh, n.title_en, coalesce(n.unit, '') AS unit,
                                   CASE WHEN c.node_code LIKE 'unit:%' THEN (SELECT node_code FROM root)
                                        ELSE n.parent_code END AS parent_code,
                                   coalesce(n.sort, 1000000 + g.sort, 2000000) AS sort,
                                   g.name_zh AS region_zh, g.name_en AS region_en
                            FROM mart.score c
                            LEFT JOIN mart.node n ON n.scheme_code = :scheme AND n.scheme_version = :version
                                                 AND n.node_code = c.node_code
                            LEFT JOIN mart.region g ON g.catalogue = :catalogue AND c.node_code LIKE 'unit:%'
                                                   AND g.region_code = substr(c.node_code, 6)
                            WHERE c.run_id = :run AND c.region_code = :region
                              AND (:kind = 'parent' OR c.node_code NOT LIKE 'unit:%')
                        ), tree AS (
                            SELECT got.*, 0 AS depth, ARRAY[sort] AS path
                            FROM got WHERE parent_code IS NULL OR parent_code NOT IN (SELECT node_code FROM got)
                            UNION ALL
                            SELECT got.*, tree.depth + 1, tree.path || got.sort
                            FROM got JOIN tree ON got.parent_code = tree.node_code
                        )
                        SELECT node_code, parent_code, coalesce(kind, 'unit') AS kind,
                               coalesce(title_zh, region_zh, node_code) AS title_zh,
                               coalesce(title_en, region_en, node_code) AS title_en,
                               unit, status, value, points, weight, contribution, notes_zh, notes_en, depth
                        FROM tree
                        ORDER BY path, node_code
                        """)
                .param("scheme", published.schemeCode())
                .param("version", published.schemeVersion())
                .param("catalogue", published.catalogue())
                .param("run", published.runId())
                .param("region", region)
                .param("kind", kind)
                .query(RegionScore.Node.class)
                .list();
    }

    private static double sumOfLeaves(List<RegionScore.Node> nodes) {
        return nodes.stream()
                .filter(node ->
                        nodes.stream().noneMatch(child -> node.nodeCode().equals(child.parentCode())))
                .mapToDouble(RegionScore.Node::contribution)
                .sum();
    }

    private static RegionScore.Previous change(PublishedPeriod before, RegionScore.Result was, RegionScore.Result now) {
        BigDecimal score = now.score();
        BigDecimal scoreBefore = was.score();
        Integer rank = now.rank();
        Integer rankBefore = was.rank();
        return new RegionScore.Previous(
                before.period(),
                before.periodNameZh(),
                before.schemeVersion(),
                scoreBefore,
                rankBefore,
                score == null || scoreBefore == null ? null : score.subtract(scoreBefore),
                rank == null || rankBefore == null ? null : rankBefore - rank);
    }
}
