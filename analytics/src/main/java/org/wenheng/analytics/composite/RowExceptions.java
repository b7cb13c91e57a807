package org.wenheng.analytics.composite;

import java.util.Map;
import java.util.Set;
import org.wenheng.analytics.scheme.method.Scale;

/**
 * Where single rows of an indicator are scored otherwise than by its method.
 *
 * @param withoutValue points of a row that has no value, by row; NaN for none. Empty if no row without a value has points
 * @param methods a method of its own for some rows, by row
 * @param withoutPoints rows that have no points whatever their value is; others are still compared with it
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record RowExceptions(double[] withoutValue, Map<Integer, Scale> methods, Set<Integer> withoutPoints) {

    /** All rows are alike. */
    public static final RowExceptions NONE = new RowExceptions(new double[0], Map.of(), Set.of());

    public RowExceptions {
        methods = Map.copyOf(methods);
        withoutPoints = Set.copyOf(withoutPoints);
    }

    /** The same exceptions, but all rows with a value are scored by one method. */
    RowExceptions withoutMethods() {
        return new RowExceptions(withoutValue, Map.of(), withoutPoints);
    }

    /**
     * The points with the exceptions.
     *
     * @param values by row, treated; NaN where there is none
     * @param points by row, as the method of all gives them; left as they are
     */
    double[] applied(double[] values, double[] points) {
        double[] own = points.clone();
        methods.forEach((row, method) -> {
            if (!Double.isNaN(values[row])) {
                own[row] = method.points(values[row]);
            }
        });
        for (int row = 0; row < withoutValue.length; row++) {
            if (Double.isNaN(values[row])) {
                own[row] = withoutValue[row];
            }
        }
        withoutPoints.forEach(row -> own[row] = Double.NaN);
        return own;
    }
}
