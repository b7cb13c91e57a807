package org.wenheng.analytics.index;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Competition ranks (1, 1, 3): one more than the number of better scores. Scores are compared as published.
 *
 * @param rank null without a score
 * @param of number of scores ranked
 */
record Ranking(@Nullable Integer rank, int of) {

    /** The place of a score among scores; those without a score are not ranked. */
    static Ranking of(@Nullable BigDecimal score, List<BigDecimal> scores) {
        if (score == null) {
            return new Ranking(null, scores.size());
        }
        long better =
                scores.stream().filter(other -> other.compareTo(score) > 0).count();
        return new Ranking(Math.toIntExact(better + 1), scores.size());
    }
}
