package org.wenheng.api.scheme;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wenheng.api.problem.RequestProblem;

/** The schemes in the mart. Of several versions the one published last is current. */
@Repository
public class Schemes {
    private final JdbcClient mart;

    Schemes(JdbcClient mart) {
        this.mart = mart;
    }

    /** The current version of every scheme, by code. */
    public List<Scheme> list() {
        return mart.sql("""
                        SELECT DISTINCT ON (s.scheme_code) s.*
                        FROM mart.scheme s
                        LEFT JOIN mart.run r ON r.scheme_code = s.scheme_code AND r.scheme_version = s.scheme_version
                        LEFT JOIN mart.publication p ON p.run_id = r.run_id
                        ORDER BY s.scheme_code, p.published_at DESC NULLS LAST, s.scheme_version DESC
                        """).query(Scheme.class).list();
    }

    /**
     * The current version of a scheme.
     *
     * @throws RequestProblem {@code SCHEME_UNKNOWN}, which names the known schemes
     */
    public Scheme load(String scheme) {
        List<Scheme> known = list();
        return known.stream()
                .filter(candidate -> candidate.schemeCode().equals(scheme))
                .findFirst()
                .orElseThrow(() -> unknown(scheme, known));
    }

    /** The nodes of a version, parents before children as the scheme orders them. */
    public List<SchemeNode> nodes(String scheme, String version) {
        return mart.sql("""
                        SELECT node_code, parent_code, kind, title_zh, title_en, question, unit, formula, method_zh,
                               method_en, direction, nature, weight, departments, frequency, target, target_source, sort
                        FROM mart.node
                        WHERE scheme_code = :scheme AND scheme_version = :version
                        ORDER BY sort, node_code
                        """)
                .param("scheme", scheme)
                .param("version", version)
                .query(SchemeNode.class)
                .list();
    }

    private static RequestProblem unknown(String scheme, List<Scheme> known) {
        List<String> codes = known.stream().map(Scheme::schemeCode).toList();
        return RequestProblem.notFound(
                "SCHEME_UNKNOWN",
                "没有考核方案“%s”，已有：%s".formatted(scheme, RequestProblem.named(codes, "、", "（尚无）")),
                "Unknown scheme: %s (known: %s)".formatted(scheme, RequestProblem.named(codes, ", ", "none yet")));
    }
}
