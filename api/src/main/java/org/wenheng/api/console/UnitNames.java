package org.wenheng.api.console;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wenheng.api.period.PublishedPeriod;

/** What the regions of a ranking are called: by their level if they share one. */
@Component
class UnitNames {
    private final JdbcClient mart;
    private final Words words;

    UnitNames(JdbcClient mart, Words words) {
        this.mart = mart;
        this.words = words;
    }

    /**
     * A name such as 县市区.
     *
     * @param kind unit or parent
     */
    public String of(PublishedPeriod published, String kind) {
        return mart.sql("""
                        SELECT CASE WHEN count(DISTINCT g.level) = 1 THEN max(g.level) END
                        FROM mart.result x
                        JOIN mart.region g ON g.catalogue = :catalogue AND g.region_code = x.region_code
                        WHERE x.run_id = :run AND x.kind = :kind
                        """)
                .param("catalogue", published.catalogue())
                .param("run", published.runId())
                .param("kind", kind)
                .query((row, number) -> row.getString(1) == null ? "" : row.getString(1))
                .optional()
                .filter(level -> !level.isEmpty())
                .map(level -> words.of("level", level))
                .orElseGet(() -> words.of("kind", kind));
    }
}
