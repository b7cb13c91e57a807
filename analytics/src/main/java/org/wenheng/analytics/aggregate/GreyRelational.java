package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Grey relational grade: the weighted mean of the coefficients {@code (Δmin + ζ·Δmax)/(Δ + ζ·Δmax)}, with Δ the distance of
 * a value from the reference, the best of its column, and Δmin and Δmax the least and greatest distance in the whole matrix;
 * the best of a column is at distance 0, so Δmin is 0. Range {@code ζ/(1 + ζ)} to 1. Source: Deng, Introduction to grey
 * system theory, Journal of Grey System 1 (1989). If all rows are equal every coefficient is 1. The grade is a sum over
 * children, and so are its contributions.
 *
 * @param distinguishing ζ, above 0, at most 1; 0.5 is usual
 * @param normalisation of the columns, which must be comparable
 */
public record GreyRelational(double distinguishing, Normalisation normalisation) implements Aggregation {

    public GreyRelational {
        if (!(distinguishing > 0 && distinguishing <= 1)) {
            throw new IllegalArgumentException("ζ of %s (expected: above 0, at most 1)".formatted(distinguishing));
        }
    }

    @Override
    public double[] scores(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        return new ArithmeticMean().scores(coefficients(given), weights);
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        return new ArithmeticMean().contributions(coefficients(given), weights);
    }

    private Matrix coefficients(WeightedChildren given) {
        double[][] distances = new double[given.count()][given.rows()];
        double greatest = 0;
        for (int child = 0; child < distances.length; child++) {
            double[] column = normalisation.of(given.column(child));
            Ends ends = Ends.of(column);
            for (int row = 0; row < column.length; row++) {
                distances[child][row] = ends.greatest() - column[row];
            }
            // A child without a say is not part of the matrix.
            greatest = given.hasSay(child) && ends.span() > greatest ? ends.span() : greatest;
        }
        for (double[] column : distances) {
            for (int row = 0; row < column.length; row++) {
                // If all rows are equal, 1 for whoever is there.
                column[row] = greatest == 0
                        ? 1 + 0 * column[row]
                        : distinguishing * greatest / (column[row] + distinguishing * greatest);
            }
        }
        return Matrix.ofColumns(given.rows(), distances);
    }

    @Override
    public Title description() {
        return new Title(
                "灰色关联度:分辨系数%s,%s,参考列取各列最优"
                        .formatted(distinguishing, normalisation.description().chinese()),
                "Grey relational grade: ζ = %s, %s, reference is the best of each column"
                        .formatted(distinguishing, normalisation.description().english()));
    }
}
