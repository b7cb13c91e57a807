package org.wenheng.analytics.equity;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.Panel;
import org.wenheng.analytics.structure.LinearFit;

/**
 * Whether regions become more alike: the coefficient of variation in each period and the line through it (Barro and
 * Sala-i-Martin, Convergence, 1992; Sala-i-Martin, The classical approach to convergence analysis, 1996). A negative slope is
 * convergence.
 *
 * @param years of the periods
 * @param variation by period, of the population
 * @param regions that have a value in every period; the others are left out of all, so that coming and going does not look
 *     like convergence
 * @param line of variation on years: slope per year, and its probability if there were none
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record SigmaConvergence(List<Double> years, double[] variation, int regions, LinearFit line) {

    public SigmaConvergence {
        years = List.copyOf(years);
    }

    /**
     * Every region counts the same.
     *
     * @param panel at least two periods
     * @throws IllegalArgumentException if no region has a value in every period, there is only one period, or a value is below
     *     0 or infinite
     */
    public static SigmaConvergence of(Panel panel, int column) {
        return of(panel, column, CoefficientOfVariation::ofPopulation, row -> true);
    }

    /**
     * Regions count by population.
     *
     * @param weights by row, the same in every period; a region of weight 0 is left out
     * @throws IllegalArgumentException as without weights, and if a row with values has a weight that is missing, below 0 or
     *     infinite
     */
    public static SigmaConvergence of(Panel panel, int column, double[] weights) {
        if (weights.length != panel.rows()) {
            throw new IllegalArgumentException("%d rows and %d weights".formatted(panel.rows(), weights.length));
        }
        return of(panel, column, values -> CoefficientOfVariation.weighted(values, weights), row -> weights[row] != 0);
    }

    private static SigmaConvergence of(
            Panel panel, int column, ToDoubleFunction<double[]> variation, IntPredicate counts) {
        Matrix through = panel.through(column);
        boolean[] complete = new boolean[through.rows()];
        for (int row = 0; row < complete.length; row++) {
            complete[row] = counts.test(row) && Arrays.stream(through.row(row)).noneMatch(Double::isNaN);
        }
        int regions = (int)
                IntStream.range(0, complete.length).filter(row -> complete[row]).count();
        if (regions == 0) {
            throw new IllegalArgumentException("No region has a value in every period");
        }
        double[] variations = IntStream.range(0, panel.periods())
                .mapToDouble(period -> variation.applyAsDouble(only(complete, through.column(period))))
                .toArray();
        return new SigmaConvergence(panel.years(), variations, regions, LinearFit.of(panel.times(), variations));
    }

    private static double[] only(boolean[] complete, double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(row -> complete[row] ? values[row] : Double.NaN)
                .toArray();
    }
}
