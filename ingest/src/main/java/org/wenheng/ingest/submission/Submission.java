package org.wenheng.ingest.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.Finding;

/**
 * A file and what became of it.
 *
 * @param id first 16 digits of the SHA-256 of catalogue and content
 * @param mapping code of the source mapping, or {@code forms}
 * @param regionCode the one region that reports; null for a table of many regions
 * @param period the one period; null for a table of many periods
 * @param encoding how the bytes were read, and why
 * @param synthetic whether the file says that its values are generated
 * @param observations accepted values that were not known already, in the order of the cells
 * @param findings those about the file first, then in the order of the cells
 */
public record Submission(
        String id,
        SentFile file,
        String mapping,
        @Nullable String regionCode,
        @Nullable String period,
        String encoding,
        boolean synthetic,
        Verdict verdict,
        Ledger ledger,
        List<Observation> observations,
        List<Finding> findings) {}
