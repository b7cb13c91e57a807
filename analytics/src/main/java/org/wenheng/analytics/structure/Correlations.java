package org.wenheng.analytics.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Matrix;

/**
 * Correlations of the columns of one matrix (rows here) with those of another (columns here), each over the rows in which
 * both have a value. All three matrices have that shape.
 *
 * @param values −1 to 1; NaN where {@link Coefficient#value} is
 * @param pValues NaN where {@link Coefficient#pValue} is
 * @param pairs number of rows behind each
 */
public record Correlations(Matrix values, Matrix pValues, Matrix pairs) {

    /** Of one column with another, by their places. */
    public record Pair(int left, int right, Coefficient coefficient) {}

    /**
     * Of the columns among one another: symmetric, with 1 on the diagonal where a column is not constant.
     *
     * @throws IllegalArgumentException if a value is infinite
     */
    public static Correlations among(Matrix columns, Correlation method) {
        List<SortedColumn> sorted = sorted(columns);
        int size = sorted.size();
        Coefficient[][] found = new Coefficient[size][size];
        for (int left = 0; left < size; left++) {
            Coefficient self = method.of(sorted.get(left), sorted.get(left));
            // Rounding does not make a column differ from itself.
            found[left][left] = Double.isNaN(self.value())
                    ? self
                    : new Coefficient(1, Coefficient.studentProbability(1, self.pairs()), self.pairs());
            for (int right = 0; right < left; right++) {
                found[left][right] = method.of(sorted.get(left), sorted.get(right));
                found[right][left] = found[left][right];
            }
        }
        return of(found);
    }

    /**
     * Of the columns of two matrices, such as indicators with denominators.
     *
     * @throws IllegalArgumentException if the matrices differ in rows or a value is infinite
     */
    public static Correlations between(Matrix left, Matrix right, Correlation method) {
        if (left.rows() != right.rows()) {
            throw new IllegalArgumentException("Matrices of %d and %d rows".formatted(left.rows(), right.rows()));
        }
        List<SortedColumn> partners = sorted(right);
        return of(sorted(left).stream()
                .map(column -> partners.stream()
                        .map(partner -> method.of(column, partner))
                        .toArray(Coefficient[]::new))
                .toArray(Coefficient[][]::new));
    }

    private static List<SortedColumn> sorted(Matrix matrix) {
        Finite.matrix(matrix);
        return IntStream.range(0, matrix.columns())
                .mapToObj(column -> SortedColumn.of(matrix.column(column)))
                .toList();
    }

    private static Correlations of(Coefficient[][] found) {
        int height = found.length;
        double[][] values = new double[height][];
        double[][] pValues = new double[height][];
        double[][] pairs = new double[height][];
        for (int left = 0; left < height; left++) {
            int width = found[left].length;
            values[left] = new double[width];
            pValues[left] = new double[width];
            pairs[left] = new double[width];
            for (int right = 0; right < width; right++) {
                Coefficient coefficient = found[left][right];
                values[left][right] = coefficient.value();
                pValues[left][right] = coefficient.pValue();
                pairs[left][right] = coefficient.pairs();
            }
        }
        return new Correlations(Matrix.ofRows(values), Matrix.ofRows(pValues), Matrix.ofRows(pairs));
    }

    /** One of them. */
    public Coefficient at(int left, int right) {
        return new Coefficient(values.at(left, right), pValues.at(left, right), (int) pairs.at(left, right));
    }

    /** The values that are significant at a level, such as 0.05; NaN for the others and for those without a probability. */
    public Matrix significant(double level) {
        double[][] kept = new double[values.columns()][];
        for (int right = 0; right < kept.length; right++) {
            double[] column = values.column(right).clone();
            for (int left = 0; left < column.length; left++) {
                if (!(pValues.at(left, right) <= level)) {
                    column[left] = Double.NaN;
                }
            }
            kept[right] = column;
        }
        return Matrix.ofColumns(values.rows(), kept);
    }

    /**
     * Those whose absolute value is beyond a threshold, by left place and then right: an indicator that moves so with a
     * denominator measures size and asks to be divided by it.
     */
    public List<Pair> beyond(double threshold) {
        List<Pair> pairs = new ArrayList<>();
        for (int left = 0; left < values.rows(); left++) {
            for (int right = 0; right < values.columns(); right++) {
                if (Math.abs(values.at(left, right)) > threshold) {
                    pairs.add(new Pair(left, right, at(left, right)));
                }
            }
        }
        return pairs;
    }
}
