package org.wenheng.analytics.aggregate;

import org.wenheng.ingest.reference.Title;

/**
 * What a mean of powers does with a value outside its domain. The domain is the numbers above 0 for a power up to 0
 * (geometric, harmonic) and the numbers from 0 for a power above 0; the power 1, the arithmetic mean, takes every number.
 */
public sealed interface WhenNotPositive {

    /**
     * The number that counts in place of a value.
     *
     * @param outside whether the value is outside the domain
     * @throws IllegalArgumentException if the value is refused
     */
    double counted(double value, boolean outside, int row, int child);

    /** The rule in a few words. */
    Title description();

    /** Such a value is an error: the points should have been scaled to start above 0. */
    record Refuse() implements WhenNotPositive {
        @Override
        public double counted(double value, boolean outside, int row, int child) {
            if (outside) {
                throw new IllegalArgumentException(
                        "Row %d has %s for child %d, outside the domain of the mean (expected: points above 0; or choose the rule CountAsZero or Floor)"
                                .formatted(row, value, child));
            }
            return value;
        }

        @Override
        public Title description() {
            return new Title("非正值报错", "values that are not positive are refused");
        }
    }

    /** Such a value counts as 0: with a power up to 0 the row then scores 0, the limit of the mean as a value nears 0. */
    record CountAsZero() implements WhenNotPositive {
        @Override
        public double counted(double value, boolean outside, int row, int child) {
            return outside ? 0 : value;
        }

        @Override
        public Title description() {
            return new Title("非正值按0计", "values that are not positive count as 0");
        }
    }

    /**
     * A value below a floor counts as the floor, also one inside the domain, so that a better value never counts less.
     *
     * @param least above 0, in points
     */
    record Floor(double least) implements WhenNotPositive {
        public Floor {
            if (!(least > 0 && least < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A floor of %s (expected: above 0)".formatted(least));
            }
        }

        @Override
        public double counted(double value, boolean outside, int row, int child) {
            return Math.max(value, least);
        }

        @Override
        public Title description() {
            return new Title("低于%s按%s计".formatted(least, least), "values below %s count as %s".formatted(least, least));
        }
    }
}
