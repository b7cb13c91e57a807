package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.wenheng.ingest.reference.Title;

/**
 * A region that a reward is proposed for.
 *
 * @param grade empty if it was not graded
 * @param score as published; empty if it has none
 * @param previous score of the period before, as published; empty if there is none
 * @param covered share of the weight that rests on reported values, 0 to 1: the smaller of the two periods
 * @param population of the region
 * @param vetoes that were spoken; empty if none
 */
public record Candidate(
        String region,
        Title name,
        Optional<Title> grade,
        Optional<BigDecimal> score,
        Optional<BigDecimal> previous,
        BigDecimal covered,
        Figure population,
        List<Title> vetoes) {
    public Candidate {
        vetoes = List.copyOf(vetoes);
    }
}
