package org.wenheng.api.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.api.period.PublishedPeriod;

/**
 * A stretch of the ranking of a period, best first; regions without a score stand last.
 *
 * @param published the period and its run
 * @param previous the published period of the same frequency that changes are counted from; null for the first
 * @param total regions in the whole list
 * @param page number of this stretch, from 0
 * @param size most regions in a stretch
 */
public record Ranking(
        PublishedPeriod published,
        @Nullable PublishedPeriod previous,
        String kind,
        @Nullable String peerGroup,
        int total,
        int page,
        int size,
        List<Row> rows) {

    /**
     * A region in the ranking.
     *
     * @param score null if nothing could be scored
     * @param covered share of the weight that rests on reported values, 0 to 1
     * @param rank competition rank (1, 1, 3) among all regions of the kind
     * @param scoreChange score less the previous score; null without either
     * @param rankChange places won since the previous period, negative if lost; null without either
     */
    public record Row(
            String regionCode,
            String nameZh,
            String nameEn,
            @Nullable String parentCode,
            String parentNameZh,
            String parentNameEn,
            String peerGroup,
            @Nullable BigDecimal score,
            double covered,
            @Nullable String gradeZh,
            @Nullable String gradeEn,
            @Nullable String gradeByPointsZh,
            @Nullable Integer rank,
            int rankOf,
            @Nullable Integer peerRank,
            int peerRankOf,
            @Nullable BigDecimal scoreChange,
            @Nullable Integer rankChange,
            String origin) {}
}
