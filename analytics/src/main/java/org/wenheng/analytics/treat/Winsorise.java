package org.wenheng.analytics.treat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wenheng.analytics.matrix.Moments;
import org.wenheng.ingest.reference.Title;

/**
 * Draws in the outliers of a column that is too skewed. A column passes if |skewness| or kurtosis is below its limit
 * (Groeneveld and Meeden, Measuring Skewness and Kurtosis, 1984, as used by the JRC). If it fails, all values at the end to
 * which it is skewed are set to the next value, again and again, until it passes or enough values were drawn in. If it
 * still fails, a second step is taken. Source of the procedure: COINr 1.1, {@code Treat} and {@code winsorise}.
 *
 * <p>A column of fewer than four values or of equal values has no shape to judge and stays as it is; so does one of two
 * different values, whose shape nothing can change. Drawing in stops at the median, and before all values would be equal,
 * for such a column says nothing about anybody.
 *
 * @param skewness limit of |G1|, above 0
 * @param kurtosis limit of the excess kurtosis G2
 * @param atMost how many values may be drawn in; as tied values move together, the last step may go beyond it
 * @param forced draw in {@code atMost} values whatever the shape
 * @param otherwise the second step
 * @param combined whether the second step starts from the winsorised column; if not, from the original one
 */
public record Winsorise(
        double skewness, double kurtosis, int atMost, boolean forced, Transformation otherwise, boolean combined)
        implements Treatment {

    /** For {@code atMost}: as many as it takes. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /**
     * @throws IllegalArgumentException if a limit is out of its range, or drawing in is forced without a limit
     */
    public Winsorise {
        if (!(skewness > 0) || !Double.isFinite(skewness) || !Double.isFinite(kurtosis)) {
            throw new IllegalArgumentException(
                    "Expected finite limits, that of skewness above 0; found %s and %s".formatted(skewness, kurtosis));
        }
        if (atMost < 0) {
            throw new IllegalArgumentException("Expected a number of values to draw in from 0, found " + atMost);
        }
        if (forced && (atMost == 0 || atMost == NO_LIMIT)) {
            throw new IllegalArgumentException("What is forced needs a number of values from 1, found " + atMost);
        }
    }

    /** The usual limits of 2 and 3.5, at most five values, then the logarithm of the original column. */
    public static Winsorise usual() {
        return new Winsorise(2, 3.5, 5, false, new Transformation.LogOfRange(), false);
    }

    /**
     * What was found in a column and what is to be done about it, settled.
     *
     * @param treatment for this column, or for the columns of other periods
     * @param checks of the column as it was, after drawing in, and after the second step, as far as these were taken; none
     *     if the column has no shape
     * @param drawnIn how many values the first step drew in, also if the second took it back
     */
    public record Fit(Settled treatment, List<Check> checks, int drawnIn) {
        public Fit {
            checks = List.copyOf(checks);
        }
    }

    /**
     * The shape of a column.
     *
     * @param skewness G1 of {@link Moments#skewness}
     * @param kurtosis G2 of {@link Moments#kurtosis}
     * @param passes whether one of them is within its limit
     */
    public record Check(double skewness, double kurtosis, boolean passes) {}

    @Override
    public Treated treat(double[] column) {
        Fit fit = fitted(column);
        Treated treated = fit.treatment().treat(column);
        return new Treated(treated.values(), treated.touched(), FitNote.of(fit));
    }

    /**
     * The treatment settled on a column.
     *
     * @param base values in any order; NaN where there is none
     * @throws IllegalArgumentException if a value is infinite
     */
    public Fit fitted(double[] base) {
        double[] rising = rising(base);
        Optional<Ends> judged = Ends.of(rising);
        if (judged.isEmpty()) {
            return new Fit(new NoTreatment(), List.of(), 0);
        }
        Ends whole = judged.get();
        Check before = check(whole.moments());
        if (before.passes() && !forced) {
            return new Fit(new NoTreatment(), List.of(before), 0);
        }
        Ends ends = drawnIn(whole);
        Check after = check(ends.moments());
        List<Check> checks = new ArrayList<>(List.of(before, after));
        if (!after.passes()) {
            Optional<Settled> curve = curve(combined ? ends : whole);
            if (curve.isPresent()) {
                Check last = check(Ends.momentsAfter(curve.get(), rising));
                // A curve so flat that all values become one is none.
                if (!Double.isNaN(last.kurtosis())) {
                    checks.add(last);
                    return new Fit(curve.get(), checks, ends.drawnIn());
                }
            }
        }
        return new Fit(ends.bounds(), checks, ends.drawnIn());
    }

    private Ends drawnIn(Ends whole) {
        Ends ends = whole;
        Check now = check(ends.moments());
        while ((forced || !now.passes()) && ends.drawnIn() < atMost) {
            Optional<Ends> next = ends.next(now.skewness() >= 0);
            if (next.isEmpty()) {
                return ends;
            }
            ends = next.get();
            now = check(ends.moments());
        }
        return ends;
    }

    private Optional<Settled> curve(Ends start) {
        if (start.ofTwoValues()) {
            return Optional.empty();
        }
        return otherwise
                .fitted(start.lowest(), start.highest(), start.moments().skewness())
                .map(settled -> start.drawnIn() == 0 ? settled : new InTurn(start.bounds(), settled));
    }

    private Check check(Moments moments) {
        double g1 = moments.skewness();
        double g2 = moments.kurtosis();
        return new Check(g1, g2, Math.abs(g1) < skewness || g2 < kurtosis);
    }

    private static double[] rising(double[] column) {
        double[] there = new double[column.length];
        int size = 0;
        for (int row = 0; row < column.length; row++) {
            if (Double.isInfinite(column[row])) {
                throw new IllegalArgumentException(
                        "Row %d holds %s; treatment needs numbers".formatted(row, column[row]));
            }
            if (!Double.isNaN(column[row])) {
                there[size++] = column[row] + 0.0;
            }
        }
        double[] rising = Arrays.copyOf(there, size);
        Arrays.sort(rising);
        return rising;
    }

    @Override
    public Title description() {
        String limit = Written.number(skewness);
        String peak = Written.number(kurtosis);
        Title second = otherwise.description();
        String many = atMost == NO_LIMIT ? "" : Integer.toString(atMost);
        return new Title(
                "偏度绝对值不低于%s且峰度不低于%s时缩尾%s%s;仍不通过时%s%s"
                        .formatted(
                                limit,
                                peak,
                                many.isEmpty() ? "(不限个数)" : "至多" + many + "个值",
                                forced ? "(通过时也缩尾)" : "",
                                combined ? "在缩尾值上" : "",
                                second.chinese()),
                "Winsorised, %s, if |skewness| is not below %s nor kurtosis below %s%s; if it still fails, %s%s"
                        .formatted(
                                many.isEmpty() ? "without limit" : "at most " + many + " values",
                                limit,
                                peak,
                                forced ? " (and also if they are)" : "",
                                second.english(),
                                combined ? " of the winsorised values" : ""));
    }
}
