package org.wenheng.api.score;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The grades that a scheme has given. */
@Repository
public class Grades {
    private final JdbcClient mart;

    Grades(JdbcClient mart) {
        this.mart = mart;
    }

    /** The Chinese names of the grades in all published periods of a scheme, best first. */
    public List<String> list(String scheme) {
        return mart.sql("""
                        SELECT x.grade_by_points_zh
                        FROM mart.publication p
                        JOIN mart.result x ON x.run_id = p.run_id
                        WHERE p.scheme_code = :scheme AND x.grade_by_points_zh IS NOT NULL
                        GROUP BY x.grade_by_points_zh
                        ORDER BY max(x.score) DESC
                        """).param("scheme", scheme).query(String.class).list();
    }
}
