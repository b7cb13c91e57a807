package org.wenheng.analytics.aggregate;

import java.util.Arrays;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * TOPSIS, closeness to the ideal: {@code C = D⁻ / (D⁺ + D⁻)}, with D⁺ and D⁻ the Euclidean distances of the weighted row
 * {@code w·r} from the best and from the worst value of every column. Range 0 to 1, 1 is best. Source: Hwang and Yoon,
 * Multiple Attribute Decision Making (1981). Scores depend on which rows are compared. A row at the ideal has 1, also when
 * all rows are equal; a child without a value is left out of both distances.
 *
 * <p>A child contributes in proportion to its part of the squared distance from the worst, by weight if the row is best and
 * worst at once.
 *
 * @param normalisation of the columns before they are weighed
 */
public record Topsis(Normalisation normalisation) implements Aggregation {

    /** Squared distances of every row, by child and in all. */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    private record Distances(double[][] fromWorst, double[] allFromWorst, double[] allFromBest) {
        double closeness(int row) {
            double worst = Math.sqrt(allFromWorst[row]);
            return allFromBest[row] == 0 ? 1 : worst / (Math.sqrt(allFromBest[row]) + worst);
        }
    }

    @Override
    public double[] scores(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        double[] there = given.weightThere();
        Distances distances = distances(given);
        double[] scores = new double[given.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = there[row] == 0 ? Double.NaN : distances.closeness(row);
        }
        return scores;
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        double[] there = given.weightThere();
        Distances distances = distances(given);
        return given.contributions((row, child) -> {
            double all = distances.allFromWorst()[row];
            double share = all == 0 ? weights[child] / there[row] : distances.fromWorst()[child][row] / all;
            return distances.closeness(row) * share;
        });
    }

    private Distances distances(WeightedChildren given) {
        Distances distances = new Distances(
                new double[given.count()][given.rows()], new double[given.rows()], new double[given.rows()]);
        double sum = Arrays.stream(given.weights()).sum();
        for (int child = 0; child < given.count(); child++) {
            double[] column = normalisation.of(given.column(child));
            Ends ends = Ends.of(column);
            double weight = given.weights()[child] / sum;
            for (int row = 0; row < column.length; row++) {
                if (!Double.isNaN(column[row])) {
                    double fromWorst = weight * (column[row] - ends.least());
                    double fromBest = weight * (ends.greatest() - column[row]);
                    distances.fromWorst()[child][row] = fromWorst * fromWorst;
                    distances.allFromWorst()[row] += fromWorst * fromWorst;
                    distances.allFromBest()[row] += fromBest * fromBest;
                }
            }
        }
        return distances;
    }

    @Override
    public Title description() {
        return new Title(
                "TOPSIS:" + normalisation.description().chinese(),
                "TOPSIS: " + normalisation.description().english());
    }
}
