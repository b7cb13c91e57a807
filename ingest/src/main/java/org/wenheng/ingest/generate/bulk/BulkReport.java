package org.wenheng.ingest.generate.bulk;

import java.time.Instant;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.submission.SentFile;

/**
 * A report of a county for a month.
 *
 * @param file stands in for the bytes that were sent
 * @param correction whether it corrects an earlier one
 * @param facilities with a row each
 */
public record BulkReport(
        String region, Period period, SentFile file, Instant receivedAt, boolean correction, int facilities) {}
