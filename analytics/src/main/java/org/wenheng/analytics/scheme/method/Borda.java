package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * Borda count (博尔达计分): a point for each region that is worse, from 0 to N − 1 of N values. Equal values give each other
 * nothing: all get 0 in a constant reference, and so does a single value. A value that is not part of the reference gets at
 * most N − 1. Source: J.-C. de Borda, Mémoire sur les élections au scrutin (1781).
 */
public record Borda(Direction direction) implements ComparingMethod {

    /**
     * @throws IllegalArgumentException without a direction
     */
    public Borda {
        direction.ordering();
    }

    @Override
    public Scale settledOn(OrderStatistics reference) {
        return value -> Standing.of(value, reference, direction).place(Ties.LOWEST) - 1;
    }

    @Override
    public Title description() {
        return new Title(
                "博尔达计分:每有一个更差的地区得1分,得分0至N−1(N为有效地区数),%s;各地相同得0分".formatted(direction.nameChinese()),
                "Borda count: a point for each region that is worse, 0 to N - 1 of N, %s; 0 points if all are equal"
                        .formatted(direction.nameEnglish()));
    }
}
