package org.wenheng.api.submission;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wenheng.api.problem.RequestProblem;

/** The ledger of what was sent. */
@Repository
class Submissions {
    private final JdbcClient mart;

    Submissions(JdbcClient mart) {
        this.mart = mart;
    }

    /**
     * A file that was sent, and what became of it: read = accepted + refused + unchanged.
     *
     * @param verdict accepted, partly-accepted or refused
     * @param encoding how the bytes were read, and why
     * @param origin real or synthetic
     */
    record Submission(
            String catalogue,
            String submissionId,
            String fileName,
            String fileHash,
            String mapping,
            @Nullable String regionCode,
            @Nullable String regionNameZh,
            @Nullable String period,
            String verdict,
            String encoding,
            long cellsRead,
            long cellsAccepted,
            long cellsRefused,
            long cellsUnchanged,
            String origin,
            OffsetDateTime receivedAt) {}

    /** A submission by its number; throws {@code SUBMISSION_UNKNOWN}. */
    Submission load(String catalogue, String submission) {
        return mart.sql("""
                        SELECT s.catalogue, s.submission_id, s.file_name, s.file_hash, s.mapping, s.region_code,
                               g.name_zh AS region_name_zh, s.period, s.verdict, s.encoding, s.cells_read,
                               s.cells_accepted, s.cells_refused, s.cells_unchanged, s.origin, s.received_at
                        FROM mart.submission s
                        LEFT JOIN mart.region g ON g.catalogue = s.catalogue AND g.region_code = s.region_code
                        WHERE s.catalogue = :catalogue AND s.submission_id = :submission
                        """)
                .param("catalogue", catalogue)
                .param("submission", submission)
                .query(Submission.class)
                .optional()
                .orElseThrow(() -> RequestProblem.notFound(
                        "SUBMISSION_UNKNOWN",
                        "目录“%s”中没有报送“%s”".formatted(catalogue, submission),
                        "Catalogue %s has no submission %s".formatted(catalogue, submission)));
    }
}
