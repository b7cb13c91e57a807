package org.wenheng.analytics.equity;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.wenheng.analytics.matrix.Panel;
import org.wenheng.analytics.structure.Finite;
import org.wenheng.analytics.structure.LinearFit;

/**
 * Whether those that are behind grow faster: {@code ln(y_T/y_0)/T = a + b·ln y_0} by least squares (Barro and Sala-i-Martin,
 * Convergence, 1992). A negative b is convergence.
 *
 * @param regions with a value at both ends
 * @param span years between the ends, T
 * @param line its slope is b, with R² and the probability if there were none
 */
public record BetaConvergence(int regions, double span, LinearFit line) {

    /**
     * Between the first period and the last.
     *
     * @param panel at least two periods
     * @throws IllegalArgumentException as {@link #of(double[], double[], double)}
     */
    public static BetaConvergence of(Panel panel, int column) {
        double[] times = panel.times();
        int last = panel.periods() - 1;
        return of(
                panel.matrices().get(0).column(column),
                panel.matrices().get(last).column(column),
                times[last] - times[0]);
    }

    /**
     * Between two ends.
     *
     * @param initial by row; a region that lacks a value at either end is left out
     * @param latest by row
     * @param span years between them, above 0
     * @throws IllegalArgumentException if a value is not above 0 and so has no logarithm, fewer than three regions are there,
     *     all start alike, or the span is not above 0
     */
    public static BetaConvergence of(double[] initial, double[] latest, double span) {
        if (!(span > 0) || initial.length != latest.length) {
            throw new IllegalArgumentException(
                    "Expected a span above 0 and as many values at both ends, found %s, %d, %d"
                            .formatted(span, initial.length, latest.length));
        }
        double[] level = new double[initial.length];
        double[] growth = new double[initial.length];
        Arrays.fill(level, Double.NaN);
        Arrays.fill(growth, Double.NaN);
        int regions = 0;
        Finite.column(initial);
        Finite.column(latest);
        for (int row = 0; row < initial.length; row++) {
            if (initial[row] <= 0 || latest[row] <= 0) {
                throw new IllegalArgumentException("Row %d goes from %s to %s: a logarithm needs values above 0"
                        .formatted(row, initial[row], latest[row]));
            }
            if (!Double.isNaN(initial[row]) && !Double.isNaN(latest[row])) {
                regions++;
                level[row] = Math.log(initial[row]);
                growth[row] = Math.log(latest[row] / initial[row]) / span;
            }
        }
        if (regions < 3) {
            throw new IllegalArgumentException("Convergence needs three regions, found " + regions);
        }
        return new BetaConvergence(regions, span, LinearFit.of(level, growth));
    }

    /**
     * Speed at which the distance to the common level closes, per year: {@code β = −ln(1 + b·T)/T}; negative where it widens.
     * Empty where {@code 1 + b·T} is not above 0: those behind have overtaken those ahead.
     */
    public OptionalDouble speed() {
        double left = 1 + line.slope() * span;
        // Nothing grows or shrinks by less than rounding.
        return left > 1e-12 ? OptionalDouble.of(-Math.log(left) / span) : OptionalDouble.empty();
    }

    /** Years until half of the distance is closed, {@code ln 2 / β}; empty without a speed above 0. */
    public OptionalDouble halfLife() {
        OptionalDouble speed = speed();
        return speed.isPresent() && speed.getAsDouble() > 0
                ? OptionalDouble.of(Math.log(2) / speed.getAsDouble())
                : OptionalDouble.empty();
    }
}
