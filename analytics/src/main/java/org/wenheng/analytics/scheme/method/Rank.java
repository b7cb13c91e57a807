package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * Place as points (位次法): 1 for the worst, N for the best of N values. In a constant reference all are tied: 1, the mean
 * or N points by the rule for ties; a single value has 1. A value that is not part of the reference gets the place it would
 * take, kept within 1 to N. Points depend on N: where peer groups differ in size, {@link PercentileRank} compares. Source:
 * OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, ranking.
 */
public record Rank(Ties ties, Direction direction) implements ComparingMethod {

    /**
     * @throws IllegalArgumentException without a direction
     */
    public Rank {
        direction.ordering();
    }

    @Override
    public Scale settledOn(OrderStatistics reference) {
        return value -> Standing.of(value, reference, direction).place(ties);
    }

    @Override
    public Title description() {
        return new Title(
                "位次法:最差得1分,最好得N分(N为有效地区数),%s,%s;各地相同按并列计".formatted(direction.nameChinese(), ties.nameChinese()),
                "Rank: 1 point for the worst of N, N for the best, %s, %s; if all are equal, all are tied"
                        .formatted(direction.nameEnglish(), ties.nameEnglish()));
    }
}
