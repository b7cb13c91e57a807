package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.List;
import org.wenheng.ingest.reference.Title;

/**
 * What is proposed for a region. Amounts are fen.
 *
 * @param gradeFen amount of its grade
 * @param bonusFen for its improvement
 * @param factor of its population; 0 if it claims nothing
 * @param claim by the rule
 * @param floor what it gets before the rest is divided
 * @param fen proposed under the budget; from 0 to the claim
 * @param reasons step by step, each with its clause and numbers
 */
public record Award(
        Candidate candidate,
        long gradeFen,
        long bonusFen,
        BigDecimal factor,
        long claim,
        long floor,
        long fen,
        List<Title> reasons) {
    public Award {
        reasons = List.copyOf(reasons);
    }
}
