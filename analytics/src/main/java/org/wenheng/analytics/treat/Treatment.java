package org.wenheng.analytics.treat;

import java.util.List;
import org.wenheng.ingest.reference.Title;

/**
 * How the values of a column are treated before they are scored. No treatment changes the order of two regions: who was
 * ahead stays ahead or becomes equal.
 */
public sealed interface Treatment permits Settled, Winsorise {

    /**
     * Treats a column.
     *
     * @param column values in the indicator's unit, in any order of the rows; NaN where there is none, which stays
     * @throws IllegalArgumentException if the treatment looks at the whole column and a value is infinite
     */
    Treated treat(double[] column);

    /** The method and its parameters in one sentence. */
    Title description();

    /**
     * A treated column.
     *
     * @param values as long as the column
     * @param touched what was changed, by row
     * @param note what was tested and found: skewness and kurtosis before and after
     */
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
    record Treated(double[] values, List<Touched> touched, Title note) {
        public Treated {
            touched = List.copyOf(touched);
        }
    }

    /**
     * A value that was changed.
     *
     * @param row from 0
     * @param how {@code winsorised-high}, {@code winsorised-low}, {@code log}, {@code log-mirrored} or {@code box-cox};
     *     two of them in turn are joined by a plus
     */
    record Touched(int row, String how, double before, double after) {}
}
