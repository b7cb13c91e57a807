package org.wenheng.analytics.index;

import java.util.List;
import org.wenheng.ingest.reference.Period;

/**
 * What a scheme gives the regions for a period.
 *
 * @param period the period scored
 * @param results one for each region scored, in the order of the catalogue
 */
public record ScoreTable(Period period, List<RegionResult> results) {
    public ScoreTable {
        results = List.copyOf(results);
    }
}
