package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * Share of the others left behind (百分位次): {@code low + (high − low)·(place − 1)/(N − 1)}, place from 1, the worst, to N,
 * the best. In a constant reference and with a single value all are tied: lowest, middle or highest points by the rule for
 * ties. A value that is not part of the reference gets the place it would take, kept within 1 to N.
 *
 * <p>The Social Vulnerability Index (CDC/ATSDR, SVI 2018 Documentation) takes ties as {@link Ties#LOWEST} and an inverse
 * variable as 1 − percentile: that is lower is better with {@link Ties#HIGHEST}, not a descending rank.
 */
public record PercentileRank(Ties ties, PointRange range, Direction direction) implements ComparingMethod {

    /**
     * @throws IllegalArgumentException without a direction
     */
    public PercentileRank {
        direction.ordering();
    }

    @Override
    public Scale settledOn(OrderStatistics reference) {
        int others = reference.size() - 1;
        return value -> range.at(
                others == 0
                        ? alone()
                        : (Standing.of(value, reference, direction).place(ties) - 1) / others,
                Beyond.CLIP);
    }

    /** The place of a single value, as in every constant reference. */
    private double alone() {
        return switch (ties) {
            case LOWEST -> 0;
            case MEAN -> 0.5;
            case HIGHEST -> 1;
        };
    }

    @Override
    public Title description() {
        return new Title(
                "百分位次:(位次−1)÷(N−1),%s,%s,得分%s;各地相同按并列计"
                        .formatted(direction.nameChinese(), ties.nameChinese(), range.written()),
                "Percentile rank: (place - 1) / (N - 1), %s, %s, points %s; if all are equal, all are tied"
                        .formatted(direction.nameEnglish(), ties.nameEnglish(), range.written()));
    }
}
