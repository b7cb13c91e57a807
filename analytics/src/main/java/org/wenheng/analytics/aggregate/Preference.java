package org.wenheng.analytics.aggregate;

import java.util.Arrays;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/** How much PROMETHEE prefers a row that is better by some points, from 0 to 1. */
public sealed interface Preference {

    /** By row the preference over all other rows, added up; NaN where there is no value. */
    double[] overOthers(double[] column);

    /** The function and its thresholds in a few words. */
    Title description();

    /** Any difference counts fully (type 1). Values that differ by rounding only are equal. */
    record Usual() implements Preference {
        @Override
        public double[] overOthers(double[] column) {
            int[] places = Places.of(column);
            int[] below = new int[column.length + 2];
            for (int place : places) {
                below[place + 1] += place == 0 ? 0 : 1;
            }
            Arrays.parallelPrefix(below, Integer::sum);
            double[] sums = new double[column.length];
            for (int row = 0; row < sums.length; row++) {
                sums[row] = places[row] == 0 ? Double.NaN : below[places[row]];
            }
            return sums;
        }

        @Override
        public Title description() {
            return new Title("常用偏好函数", "usual preference");
        }
    }

    /**
     * Nothing up to one difference, fully from another, in a straight line between (type 5; type 3 with an indifference
     * of 0).
     *
     * @param indifference q, in points, from 0
     * @param full p, in points, above q
     */
    record Linear(double indifference, double full) implements Preference {
        public Linear {
            if (!(indifference >= 0 && indifference < full && full < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Thresholds q = %s and p = %s (expected: 0 ≤ q < p)".formatted(indifference, full));
            }
        }

        @Override
        public double[] overOthers(double[] column) {
            OrderStatistics rising = OrderStatistics.of(column);
            // Sums of distances from the least value: small numbers, and no row meets any other by itself.
            double[] sumOfFirst = new double[rising.size() + 1];
            for (int i = 0; i < rising.size(); i++) {
                sumOfFirst[i + 1] = sumOfFirst[i] + (rising.at(i) - rising.least());
            }
            double[] sums = new double[column.length];
            for (int row = 0; row < sums.length; row++) {
                int fully = rising.atMost(column[row] - full);
                int atAll = rising.atMost(column[row] - indifference);
                double between = (atAll - fully) * (column[row] - rising.least() - indifference)
                        - (sumOfFirst[atAll] - sumOfFirst[fully]);
                sums[row] = Double.isNaN(column[row]) ? Double.NaN : fully + between / (full - indifference);
            }
            return sums;
        }

        @Override
        public Title description() {
            return new Title(
                    "线性偏好函数(q=%s,p=%s)".formatted(indifference, full),
                    "linear preference (q = %s, p = %s)".formatted(indifference, full));
        }
    }
}
