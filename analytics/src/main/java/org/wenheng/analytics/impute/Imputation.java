package org.wenheng.analytics.impute;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * How the missing values of a column are filled in. It only ever draws from values that were there, never from values
 * filled in before, so that neither the order of the columns nor that of the rows shows; and filling in what was filled in
 * changes nothing.
 */
public sealed interface Imputation
        permits NoImputation, ColumnCentre, GroupCentre, RowCentre, LastValue, Interpolation, FixedValue {

    /**
     * Fills in a column.
     *
     * @param values rows × columns, NaN where there is none
     * @param column which of them
     * @param surroundings of the same rows and columns
     * @throws IllegalArgumentException if a value that is looked at is infinite, or the surroundings are of other rows or
     *     columns
     */
    Imputed impute(Matrix values, int column, Surroundings surroundings);

    /** The method and its parameters in one sentence. */
    Title description();

    /**
     * Fills in every column by its own rule.
     *
     * @param rules by column
     * @return by column
     * @throws IllegalArgumentException as {@link #impute}, or if there is not one rule for each column
     */
    static List<Imputed> imputeAll(Matrix values, List<Imputation> rules, Surroundings surroundings) {
        if (rules.size() != values.columns()) {
            throw new IllegalArgumentException("%d rules for %d columns".formatted(rules.size(), values.columns()));
        }
        List<Imputed> imputed = new ArrayList<>();
        for (int column = 0; column < rules.size(); column++) {
            imputed.add(rules.get(column).impute(values, column, surroundings));
        }
        return imputed;
    }
}
