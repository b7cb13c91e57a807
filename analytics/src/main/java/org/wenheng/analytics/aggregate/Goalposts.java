package org.wenheng.analytics.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.matrix.Matrix;

/** What the adjusted Mazziotta–Pareto index rescales each child between. */
public sealed interface Goalposts {

    /** The least and the greatest value of each column, as they are now: not comparable with another period. */
    record OfColumns() implements Goalposts {}

    /**
     * Values that stay: scores of several periods made with the same goalposts can be compared.
     *
     * @param pairs by child
     */
    record Given(List<Pair> pairs) implements Goalposts {
        public Given {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Of one child.
     *
     * @param low earns 70, in points
     * @param high earns 130, above {@code low}
     */
    record Pair(double low, double high) {
        public Pair {
            if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
                throw new IllegalArgumentException(
                        "Goalposts %s and %s (expected: finite, the first below the second)".formatted(low, high));
            }
        }
    }

    /**
     * Goalposts around a reference, which then earns 100: {@code reference ± (greatest − least)/2} over all periods.
     *
     * @param allPeriods rows of every period × children
     * @param references by child, such as the means of the base year
     * @throws IllegalArgumentException if a column is constant or empty
     */
    static Given around(Matrix allPeriods, double[] references) {
        List<Pair> pairs = new ArrayList<>();
        for (int child = 0; child < references.length; child++) {
            Ends ends = Ends.of(allPeriods.column(child));
            pairs.add(new Pair(references[child] - ends.span() / 2, references[child] + ends.span() / 2));
        }
        return new Given(pairs);
    }
}
