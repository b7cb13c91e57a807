package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;

/**
 * Where a value stands among others.
 *
 * @param worse how many of them are worse
 * @param equal how many are equal to it, itself included if it is one of them
 * @param better how many are better
 */
record Standing(int worse, int equal, int better) {

    static Standing of(double value, OrderStatistics others, Direction direction) {
        int below = others.below(value);
        int equal = others.atMost(value) - below;
        int above = others.size() - below - equal;
        return direction == Direction.LOWER_IS_BETTER
                ? new Standing(above, equal, below)
                : new Standing(below, equal, above);
    }

    /** The place from 1, the worst, to the number of the others, the best. A value beyond them has the place of the end. */
    double place(Ties ties) {
        double place = switch (ties) {
            case LOWEST -> worse + 1;
            case MEAN -> worse + (equal + 1) / 2.0;
            case HIGHEST -> worse + equal;
        };
        return Written.between(1, worse + equal + better, place);
    }
}
