package org.wenheng.api.score;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wenheng.api.period.PublishedPeriod;
import org.wenheng.api.period.PublishedPeriods;

/** Who stands where in a published period. */
@Repository
public class Rankings {
    private final JdbcClient mart;
    private final PublishedPeriods periods;

    Rankings(JdbcClient mart, PublishedPeriods periods) {
        this.mart = mart;
        this.periods = periods;
    }

    /**
     * What to list.
     *
     * @param kind unit or parent
     * @param peerGroup only this group; null for all
     * @param page number of the page, from 0
     * @param size regions on a page
     */
    public record Request(String kind, @Nullable String peerGroup, int page, int size) {}

    /**
     * What a run holds.
     *
     * @param kind unit or parent
     * @param peerGroup a group of that kind; empty if the scheme has none
     * @param regions number of regions in it
     */
    public record Group(String kind, String peerGroup, int regions, double covered) {}

    /** A stretch of the ranking of a published period. */
    public Ranking list(PublishedPeriod published, Request request) {
        PublishedPeriod previous = periods.findPrevious(published).orElse(null);
        return new Ranking(
                published,
                previous,
                request.kind(),
                request.peerGroup(),
                total(published, request),
                request.page(),
                request.size(),
                rows(published, previous, request));
    }

    /** The kinds and peer groups of a run, units first, each with the average share of weight that is covered. */
    public List<Group> groups(PublishedPeriod published) {
        return mart.sql("""
                        SELECT kind, peer_group, count(*)::integer AS regions, avg(covered) AS covered
                        FROM mart.result
                        WHERE run_id = :run
                        GROUP BY kind, peer_group
                        ORDER BY kind DESC, peer_group
                        """).param("run", published.runId()).query(Group.class).list();
    }

    private int total(PublishedPeriod published, Request request) {
        return mart.sql("""
                        SELECT count(*) FROM mart.result
                        WHERE run_id = :run AND kind = :kind
                          AND (CAST(:peerGroup AS text) IS NULL OR peer_group = :peerGroup)
                        """)
                .param("run", published.runId())
                .param("kind", request.kind())
                .param("peerGroup", request.peerGroup())
                .query(Integer.class)
                .single();
    }

    private List<Ranking.Row> rows(PublishedPeriod published, @Nullable PublishedPeriod previous, Request request) {
        return mart.sql("""
                        WITH stretch AS (
                            SELECT x.*, g.name_zh, g.name_en, g.parent_code, g.catalogue, g.sort
                            FROM mart.result x
                            JOIN mart.region g ON g.catalogue = :catalogue AND g.region_code = x.region_code
                            WHERE x.run_id = :run AND x.kind = :kind
                              AND (CAST(:peerGroup AS text) IS NULL OR x.peer_group = :peerGroup)
                            ORDER BY x.rank NULLS LAST, g.sort, x.region_code
                            LIMIT :size OFFSET :skipped
                        )
                        SELECT x.region_code, x.name_zh, x.name_en, x.parent_code,
                               coalesce(q.name_zh, '') AS parent_name_zh, coalesce(q.name_en, '') AS parent_name_en,
                               x.peer_group, x.score, x.covered, x.grade_zh, x.grade_en, x.grade_by_points_zh,
                               x.rank, x.rank_of, x.peer_rank, x.peer_rank_of,
                               x.score - b.score AS score_change, b.rank - x.rank AS rank_change, :origin AS origin
                        FROM stretch x
                        LEFT JOIN mart.region q ON q.catalogue = x.catalogue AND q.region_code = x.parent_code
                        LEFT JOIN mart.result b
                               ON b.run_id = :before AND b.kind = x.kind AND b.region_code = x.region_code
                        ORDER BY x.rank NULLS LAST, x.sort, x.region_code
                        """)
                .param("origin", published.origin())
                .param("catalogue", published.catalogue())
                .param("before", previous == null ? null : previous.runId())
                .param("run", published.runId())
                .param("kind", request.kind())
                .param("peerGroup", request.peerGroup())
                .param("size", request.size())
                .param("skipped", (long) request.page() * request.size())
                .query(Ranking.Row.class)
                .list();
    }
}
