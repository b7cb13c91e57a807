package org.wenheng.analytics.composite;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.PointMethod;
import org.wenheng.analytics.scheme.method.Scale;

/**
 * The points of a column.
 *
 * @param points by row; NaN where there is no value
 * @param tooSmall the peer groups that were too small and were measured against all regions, with the number of their values
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record ColumnPoints(double[] points, Map<String, Integer> tooSmall) {

    public ColumnPoints {
        tooSmall = Map.copyOf(tooSmall);
    }

    /**
     * Scores a column.
     *
     * @param values by row; NaN where there is none
     * @param reference looked at by comparing methods only
     */
    public static ColumnPoints of(double[] values, Method method, Reference reference, PeerGroups groups) {
        double[] points = new double[values.length];
        Map<String, Integer> tooSmall = new LinkedHashMap<>();
        if (method instanceof PointMethod own) {
            score(values, own, points);
        } else if (method instanceof ComparingMethod comparing) {
            if (reference instanceof Reference.PeerGroup peers) {
                scoreByGroup(values, comparing, peers.atLeast(), groups, points, tooSmall);
            } else {
                double[] against = reference instanceof Reference.Fixed fixed ? fixed.values() : values;
                score(values, comparing.fitted(against), points);
            }
        }
        return new ColumnPoints(points, tooSmall);
    }

    private static void score(double[] values, Scale scale, double[] points) {
        for (int row = 0; row < values.length; row++) {
            points[row] = Double.isNaN(values[row]) ? Double.NaN : scale.points(values[row]);
        }
    }

    private static void scoreByGroup(
            double[] values,
            ComparingMethod method,
            int atLeast,
            PeerGroups groups,
            double[] points,
            Map<String, Integer> tooSmall) {
        Scale whole = method.fitted(values);
        groups.rows().forEach((name, rows) -> {
            double[] own = new double[rows.length];
            int there = 0;
            for (int i = 0; i < rows.length; i++) {
                own[i] = values[rows[i]];
                there += Double.isNaN(own[i]) ? 0 : 1;
            }
            boolean enough = there >= atLeast;
            Scale scale = enough ? method.fitted(own) : whole;
            if (!enough) {
                tooSmall.put(name, there);
            }
            for (int row : rows) {
                points[row] = Double.isNaN(values[row]) ? Double.NaN : scale.points(values[row]);
            }
        });
    }
}
