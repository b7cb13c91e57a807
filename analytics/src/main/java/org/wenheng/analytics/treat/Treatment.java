package org.wenheng.analytics.treat;

import java.util.List;
import org.wenheng.ingest.reference.Title;

/** How the values of a column are treated before they are scored. */
public sealed interface Treatment permits NoTreatment {

    /**
     * Treats a column.
     *
     * @param column values in the indicator's unit; NaN where there is none, which stays
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
     * @param how such as {@code winsorised-high}, {@code winsorised-low}, {@code log}
     */
    record Touched(int row, String how, double before, double after) {}
}
