package org.wenheng.analytics.equity;

import java.util.List;
import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Panel;
import org.wenheng.analytics.structure.Finite;
import org.wenheng.analytics.structure.LinearFit;

/**
 * The course of one region's values through the years.
 *
 * @param change in the unit of the {@link Growth}; NaN unless measured
 * @param availability share of periods with a value of their own, before any are filled in
 * @param first year of the first value; NaN if there is none
 * @param latest year of the last value; NaN if there is none
 * @param outcome whether there is a change, and why not
 */
public record Trend(double change, double availability, double first, double latest, Outcome outcome) {

    /** Whether a change could be measured. */
    public enum Outcome {
        MEASURED,
        /** Fewer than two values. */
        TOO_FEW_VALUES,
        /** It starts at 0 or below, or a compound rate would end below 0: no ratio says how much it grew. */
        NO_RATIO
    }

    /** What happens to periods without a value between two with one. */
    public enum Between {
        LEFT_OPEN,
        /** They get a value on the straight line between their neighbours; nothing is added before the first or after the last. */
        LINEAR
    }

    /**
     * Of every region in one column.
     *
     * @return by row
     * @throws IllegalArgumentException if a value is infinite
     */
    public static List<Trend> of(Panel panel, int column, Growth growth, Between between) {
        double[] times = panel.times();
        Matrix through = panel.through(column);
        return IntStream.range(0, through.rows())
                .mapToObj(row -> of(times, through.row(row), growth, between))
                .toList();
    }

    /**
     * Of one series. Where it does not change at all, the change is 0, whatever its level.
     *
     * @param times in years, strictly rising
     * @param values by time; NaN where there is none
     * @throws IllegalArgumentException if a value is infinite or the lengths differ
     */
    public static Trend of(double[] times, double[] values, Growth growth, Between between) {
        if (times.length != values.length) {
            throw new IllegalArgumentException("%d times and %d values".formatted(times.length, values.length));
        }
        int[] there = IntStream.range(0, Finite.column(values).length)
                .filter(period -> !Double.isNaN(values[period]))
                .toArray();
        double availability = (double) there.length / values.length;
        if (there.length == 0) {
            return new Trend(Double.NaN, availability, Double.NaN, Double.NaN, Outcome.TOO_FEW_VALUES);
        }
        double first = times[there[0]];
        double latest = times[there[there.length - 1]];
        if (there.length == 1) {
            return new Trend(Double.NaN, availability, first, latest, Outcome.TOO_FEW_VALUES);
        }
        double change = switch (growth) {
            case COMPOUND_ANNUAL -> compound(values[there[0]], values[there[there.length - 1]], latest - first);
            case PERCENTAGE ->
                percentage(times, between == Between.LINEAR ? filled(times, values, there) : values, first, there);
        };
        return new Trend(
                change, availability, first, latest, Double.isNaN(change) ? Outcome.NO_RATIO : Outcome.MEASURED);
    }

    private static double compound(double first, double latest, double years) {
        if (first == latest) {
            return 0;
        }
        return first > 0 && latest >= 0 ? Math.pow(latest / first, 1 / years) - 1 : Double.NaN;
    }

    private static double percentage(double[] times, double[] values, double first, int[] there) {
        LinearFit line = LinearFit.of(times, values);
        if (line.slope() == 0) {
            return 0;
        }
        double start = line.points() == 2 ? values[there[0]] : line.at(first);
        double greatest = IntStream.of(there)
                .mapToDouble(period -> Math.abs(values[period]))
                .max()
                .orElse(0);
        // A line that starts at 0 misses it by rounding.
        return start > 1e-12 * greatest ? 100 * line.slope() / start : Double.NaN;
    }

    private static double[] filled(double[] times, double[] values, int[] there) {
        double[] filled = values.clone();
        for (int i = 1; i < there.length; i++) {
            int from = there[i - 1];
            int to = there[i];
            for (int period = from + 1; period < to; period++) {
                double part = (times[period] - times[from]) / (times[to] - times[from]);
                filled[period] = values[from] + part * (values[to] - values[from]);
            }
        }
        return filled;
    }
}
