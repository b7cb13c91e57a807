package org.wenheng.analytics.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The same regions and columns over several periods. A region that is not there in a period has a row of NaN in it.
 *
 * @param years when each period is, in years and strictly rising; the second quarter of 2026 is 2026.25
 * @param matrices by period, all of one shape
 */
public record Panel(List<Double> years, List<Matrix> matrices) {

    /**
     * @throws IllegalArgumentException if there is no period, the years do not rise or the matrices differ in shape
     */
    public Panel {
        years = List.copyOf(years);
        matrices = List.copyOf(matrices);
        if (years.isEmpty() || years.size() != matrices.size()) {
            throw new IllegalArgumentException(
                    "Expected a matrix for each period, found %d for %d".formatted(matrices.size(), years.size()));
        }
        Matrix first = matrices.get(0);
        for (int period = 0; period < years.size(); period++) {
            double year = years.get(period);
            if (!Double.isFinite(year) || (period > 0 && year <= years.get(period - 1))) {
                throw new IllegalArgumentException("Years must rise: " + years);
            }
            Matrix matrix = matrices.get(period);
            if (matrix.rows() != first.rows() || matrix.columns() != first.columns()) {
                throw new IllegalArgumentException("Period %s: expected %s, found %s".formatted(year, first, matrix));
            }
        }
    }

    public int periods() {
        return years.size();
    }

    public int rows() {
        return matrices.get(0).rows();
    }

    public int columns() {
        return matrices.get(0).columns();
    }

    /** One column through time: rows × periods. */
    public Matrix through(int column) {
        return Matrix.ofColumns(
                rows(), matrices.stream().map(matrix -> matrix.column(column)).toArray(double[][]::new));
    }

    /** What an analysis of one matrix gives in each period. */
    public <T> List<T> each(Function<Matrix, T> analysis) {
        return matrices.stream().map(analysis).toList();
    }

    /** All periods one below the other: what an analysis over all years at once looks at. */
    public Matrix pooled() {
        double[][] columns = new double[columns()][];
        for (int column = 0; column < columns.length; column++) {
            double[] all = new double[rows() * periods()];
            for (int period = 0; period < periods(); period++) {
                System.arraycopy(matrices.get(period).column(column), 0, all, period * rows(), rows());
            }
            columns[column] = all;
        }
        return Matrix.ofColumns(rows() * periods(), columns);
    }

    /**
     * The last periods only.
     *
     * @param count from 1 to the number of periods
     */
    public Panel latest(int count) {
        int from = periods() - count;
        return new Panel(years.subList(from, periods()), matrices.subList(from, periods()));
    }

    /** The years as numbers. */
    public double[] times() {
        return years.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String toString() {
        return "Panel of %s in %s".formatted(matrices.get(0), Arrays.toString(times()));
    }
}
