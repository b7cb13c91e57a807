package org.wenheng.api.period;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A period of a scheme that readers see, with the run behind it.
 *
 * @param periodStart first day
 * @param frequency month, quarter or year
 * @param knownAt the data are those known at this time
 * @param origin real, synthetic or mixed
 * @param regions number of regions scored
 * @param finishedAt when the scores were computed
 */
public record PublishedPeriod(
        String schemeCode,
        String schemeVersion,
        String catalogue,
        String schemeTitleZh,
        String schemeTitleEn,
        String unitLevel,
        String period,
        String periodNameZh,
        LocalDate periodStart,
        String frequency,
        String runId,
        OffsetDateTime knownAt,
        OffsetDateTime finishedAt,
        OffsetDateTime publishedAt,
        String origin,
        String engineVersion,
        int regions) {

    /** Whether any of the data behind it were generated. */
    public boolean synthetic() {
        return !origin.equals("real");
    }
}
