package org.wenheng.analytics.structure;

import java.util.Arrays;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.matrix.OrderStatistics;

/** Places of the values of a column. A row without a value has no rank (NaN) and is not counted. */
public final class Ranks {
    private Ranks() {}

    /** Competition ranks (1, 1, 3): one more than the number of greater values. */
    public static double[] descending(double[] column) {
        OrderStatistics order = OrderStatistics.of(column);
        return Arrays.stream(column)
                .map(value -> Double.isNaN(value) ? Double.NaN : order.size() - order.atMost(value) + 1)
                .toArray();
    }

    /**
     * Competition ranks among the rows of the same group. The rows without a group are ranked among themselves, as everywhere
     * where groups are compared.
     *
     * @throws IllegalArgumentException if there is not a group for each row
     */
    public static double[] descending(double[] column, PeerGroups groups) {
        if (groups.names().size() != column.length) {
            throw new IllegalArgumentException("%d rows and groups for %d"
                    .formatted(column.length, groups.names().size()));
        }
        double[] ranks = new double[column.length];
        for (int[] rows : groups.rows().values()) {
            double[] own = descending(
                    Arrays.stream(rows).mapToDouble(row -> column[row]).toArray());
            for (int i = 0; i < rows.length; i++) {
                ranks[rows[i]] = own[i];
            }
        }
        return ranks;
    }
}
