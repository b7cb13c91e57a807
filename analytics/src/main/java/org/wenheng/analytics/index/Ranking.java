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

    /**
     * The place of a score among scores; those without a score are not ranked.
     *
     * @param rising all scores that are ranked, from low to high
     */
    static Ranking of(@Nullable BigDecimal score, List<BigDecimal> rising) {
        if (score == null) {
            return new Ranking(null, rising.size());
        }
        int low = 0;
        int high = rising.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean better = rising.get(middle).compareTo(score) > 0;
            low = better ? low : middle + 1;
            high = better ? middle : high;
        }
        return new Ranking(rising.size() - low + 1, rising.size());
    }
}
