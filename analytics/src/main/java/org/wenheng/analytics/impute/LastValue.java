package org.wenheng.analytics.impute;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * The region's last value before the gap, if it is not too old.
 *
 * @param within how many periods ago it may be, from 1
 */
public record LastValue(int within) implements Imputation {

    /** For {@code within}: however old. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final Title NONE = new Title("此前没有值", "no earlier value");

    /**
     * @throws IllegalArgumentException if {@code within} is below 1
     */
    public LastValue {
        if (within < 1) {
            throw new IllegalArgumentException("Expected an age of at least 1 period, found " + within);
        }
    }

    @Override
    public Imputed impute(Matrix values, int column, Surroundings surroundings) {
        Filling filling = new Filling(this, values, column, surroundings);
        for (int[] series : surroundings.panel().series()) {
            int last = -1;
            for (int row : series) {
                if (!filling.missing(row)) {
                    last = row;
                } else if (last < 0) {
                    filling.leave(row, NONE);
                } else {
                    fill(filling, row, last, surroundings.panel());
                }
            }
        }
        return filling.done();
    }

    private void fill(Filling filling, int row, int last, Panel panel) {
        int from = panel.period(last);
        long age = (long) panel.period(row) - from;
        if (age <= within) {
            filling.fill(row, filling.known()[last], new Source.Periods(from, from), 1);
        } else {
            filling.leave(
                    row,
                    new Title(
                            "最近的值在%d期,早于%d期之前".formatted(from, within),
                            "the last value is of period %d, more than %d periods ago".formatted(from, within)));
        }
    }

    @Override
    public Title description() {
        return within == NO_LIMIT
                ? new Title("以最近一期的值填补", "Filled in with the last value")
                : new Title(
                        "以%d期以内最近的值填补".formatted(within),
                        "Filled in with the last value of at most %d periods ago".formatted(within));
    }
}
