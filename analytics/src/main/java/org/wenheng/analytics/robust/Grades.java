package org.wenheng.analytics.robust;

import java.util.List;

/**
 * Bands of scores, half-open: a grade reaches from its bound up to the bound of the better one. A score is rounded half up
 * before it is graded, as a published one is.
 *
 * @param from the bounds, falling, the best grade first; whoever is below the last has the grade after it
 * @param decimals to which a score is rounded, from 0
 */
public record Grades(List<Double> from, int decimals) {

    /**
     * @throws IllegalArgumentException if the bounds do not fall or the decimals are below 0
     */
    public Grades {
        from = List.copyOf(from);
        double better = Double.POSITIVE_INFINITY;
        for (double bound : from) {
            // Written so that NaN is refused too.
            if (!(bound < better)) {
                throw new IllegalArgumentException("Bounds of grades do not fall: " + from);
            }
            better = bound;
        }
        if (decimals < 0) {
            throw new IllegalArgumentException("Scores cannot be rounded to %d decimals".formatted(decimals));
        }
    }

    /** How many grades there are: one more than bounds. */
    public int count() {
        return from.size() + 1;
    }

    /** The grade of a score, 0 for the best. */
    public int of(double score) {
        double rounded = Rounded.halfUp(score, decimals);
        for (int grade = 0; grade < from.size(); grade++) {
            if (rounded >= from.get(grade)) {
                return grade;
            }
        }
        return from.size();
    }
}
