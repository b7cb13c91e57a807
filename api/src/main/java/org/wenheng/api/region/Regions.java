package org.wenheng.api.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wenheng.api.problem.RequestProblem;

/** The regions of the catalogues. */
@Repository
public class Regions {
    private static final String SELECT = """
            SELECT g.region_code, g.name_zh, g.name_en, g.level, g.parent_code,
                   coalesce(q.name_zh, '') AS parent_name_zh, coalesce(q.name_en, '') AS parent_name_en
            FROM mart.region g
            LEFT JOIN mart.region q ON q.catalogue = g.catalogue AND q.region_code = g.parent_code
            """;

    private final JdbcClient mart;

    Regions(JdbcClient mart) {
        this.mart = mart;
    }

    /** A stretch of a list and the length of the whole. */
    public record RegionPage(List<Region> regions, int total, int page, int size) {}

    /**
     * Regions in the order of the catalogue.
     *
     * @param level only this level; null for all
     * @param parent only the direct children of this region; null for all
     * @param page number of the page, from 0
     * @throws RequestProblem {@code CATALOGUE_UNKNOWN}, which names the known ones
     */
    public RegionPage list(String catalogue, @Nullable String level, @Nullable String parent, int page, int size) {
        requireCatalogue(catalogue);
        String where = """
                WHERE g.catalogue = :catalogue AND (CAST(:level AS text) IS NULL OR g.level = :level)
                  AND (CAST(:parent AS text) IS NULL OR g.parent_code = :parent)
                """;
        int total = mart.sql("SELECT count(*) FROM mart.region g " + where)
                .param("catalogue", catalogue)
                .param("level", level)
                .param("parent", parent)
                .query(Integer.class)
                .single();
        List<Region> regions = mart.sql(SELECT + where + "ORDER BY g.sort LIMIT :size OFFSET :skipped")
                .param("catalogue", catalogue)
                .param("level", level)
                .param("parent", parent)
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(Region.class)
                .list();
        return new RegionPage(regions, total, page, size);
    }

    /**
     * A region by its code.
     *
     * @throws RequestProblem {@code REGION_UNKNOWN}
     */
    public Region load(String catalogue, String region) {
        return mart.sql(SELECT + "WHERE g.catalogue = :catalogue AND g.region_code = :region")
                .param("catalogue", catalogue)
                .param("region", region)
                .query(Region.class)
                .optional()
                .orElseThrow(() -> RequestProblem.notFound(
                        "REGION_UNKNOWN",
                        "目录“%s”中没有行政区“%s”，可查 /api/catalogues/%s/regions".formatted(catalogue, region, catalogue),
                        "Catalogue %s has no region %s; see /api/catalogues/%s/regions"
                                .formatted(catalogue, region, catalogue)));
    }

    private void requireCatalogue(String catalogue) {
        List<String> known = mart.sql("SELECT catalogue FROM mart.catalogue ORDER BY catalogue")
                .query(String.class)
                .list();
        if (!known.contains(catalogue)) {
            throw RequestProblem.notFound(
                    "CATALOGUE_UNKNOWN",
                    "没有目录“%s”，已有：%s".formatted(catalogue, RequestProblem.named(known, "、", "（尚无）")),
                    "Unknown catalogue: %s (known: %s)"
                            .formatted(catalogue, RequestProblem.named(known, ", ", "none yet")));
        }
    }
}
