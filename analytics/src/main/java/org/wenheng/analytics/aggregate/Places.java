package org.wenheng.analytics.aggregate;

import java.util.Arrays;
import org.wenheng.analytics.matrix.OrderStatistics;

/**
 * The places of the values of a column in rising order, from 1; equal values have the same place, and a missing one has 0.
 * Values are equal if they differ by less than rounding can: by 10⁻¹² of the column's largest number. Points that were
 * computed in two ways would otherwise win against each other.
 */
final class Places {
    private static final double ROUNDING = 1e-12;

    private Places() {}

    static int[] of(double[] column) {
        OrderStatistics rising = OrderStatistics.of(column);
        double near = ROUNDING * Math.max(Math.abs(rising.least()), Math.abs(rising.greatest()));
        double[] starts = new double[rising.size()];
        int count = 0;
        for (int i = 0; i < rising.size(); i++) {
            if (i == 0 || rising.at(i) - rising.at(i - 1) > near) {
                starts[count++] = rising.at(i);
            }
        }
        int[] places = new int[column.length];
        for (int row = 0; row < column.length; row++) {
            if (!Double.isNaN(column[row])) {
                int found = Arrays.binarySearch(starts, 0, count, column[row] + 0.0);
                places[row] = found >= 0 ? found + 1 : -found - 1;
            }
        }
        return places;
    }
}
