package org.wenheng.api.period;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wenheng.api.problem.RequestProblem;
import org.wenheng.api.scheme.Schemes;

/** What has been published. */
@Repository
public class PublishedPeriods {
    private static final String SELECT = """
            SELECT p.scheme_code, r.scheme_version, s.catalogue, s.title_zh AS scheme_title_zh,
                   s.title_en AS scheme_title_en, s.unit_level, p.period, r.period_name_zh,
                   r.period_start::date AS period_start, r.frequency, p.run_id, r.known_at, r.finished_at,
                   p.published_at, r.origin, r.engine_version, r.regions
            FROM mart.publication p
            JOIN mart.run r ON r.run_id = p.run_id
            JOIN mart.scheme s ON s.scheme_code = r.scheme_code AND s.scheme_version = r.scheme_version
            """;

    private final JdbcClient mart;
    private final Schemes schemes;

    PublishedPeriods(JdbcClient mart, Schemes schemes) {
        this.mart = mart;
        this.schemes = schemes;
    }

    /**
     * The published periods of a scheme, newest first; of those that begin together the coarsest first.
     *
     * @param frequency month, quarter or year; null for all
     */
    public List<PublishedPeriod> list(String scheme, @Nullable String frequency) {
        return mart.sql(SELECT + """
                        WHERE p.scheme_code = :scheme AND (CAST(:frequency AS text) IS NULL OR r.frequency = :frequency)
                        ORDER BY r.period_start DESC, length(p.period), p.period
                        """)
                .param("scheme", scheme)
                .param("frequency", frequency)
                .query(PublishedPeriod.class)
                .list();
    }

    /**
     * A published period.
     *
     * @throws RequestProblem {@code SCHEME_UNKNOWN}, or {@code PERIOD_NOT_PUBLISHED}, which names the published ones
     */
    public PublishedPeriod load(String scheme, String period) {
        return mart.sql(SELECT + "WHERE p.scheme_code = :scheme AND p.period = :period")
                .param("scheme", scheme)
                .param("period", period)
                .query(PublishedPeriod.class)
                .optional()
                .orElseThrow(() -> unknown(schemes.load(scheme).schemeCode(), period));
    }

    /** The published period of the same frequency before this one, if there is one. */
    public Optional<PublishedPeriod> findPrevious(PublishedPeriod current) {
        return mart.sql(SELECT + """
                        WHERE p.scheme_code = :scheme AND r.frequency = :frequency AND r.period_start < :start
                        ORDER BY r.period_start DESC
                        LIMIT 1
                        """)
                .param("scheme", current.schemeCode())
                .param("frequency", current.frequency())
                .param("start", current.periodStart().atStartOfDay())
                .query(PublishedPeriod.class)
                .optional();
    }

    private RequestProblem unknown(String scheme, String period) {
        List<String> published =
                list(scheme, null).stream().map(PublishedPeriod::period).toList();
        return RequestProblem.notFound(
                "PERIOD_NOT_PUBLISHED",
                "方案“%s”没有发布“%s”期的结果，已发布：%s".formatted(scheme, period, RequestProblem.named(published, "、", "（尚无）")),
                "Scheme %s has nothing published for period %s (published: %s)"
                        .formatted(scheme, period, RequestProblem.named(published, ", ", "nothing yet")));
    }
}
