package org.wenheng.analytics.aggregate;

import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * Copeland's rule: every row meets every other, the one that is better on more weight wins, and a row's score is its wins
 * less its losses. Range −(n − 1) to n − 1 for n rows. Only the order of the values counts. Source: Copeland, A reasonable
 * social welfare function (1951); OECD/JRC, Handbook (2008), step 6 for the outranking matrix. Ties are exact: weights are
 * compared as whole numbers, values that differ by rounding only are equal.
 *
 * <p>A pair meets on the children that both have; a pair with none in common is a tie. A win is shared by weight among the
 * children on which the row is better, a loss among those on which it is worse, so contributions sum to the score.
 */
public record Copeland() implements Aggregation {

    @Override
    public double[] scores(Matrix children, double[] weights) {
        Meetings meetings = Meetings.of(new WeightedChildren(children, weights));
        // Each row is summed by itself in whole numbers: threads do not show.
        return IntStream.range(0, children.rows())
                .parallel()
                .mapToDouble(meetings::score)
                .toArray();
    }

    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        WeightedChildren given = new WeightedChildren(children, weights);
        Meetings meetings = Meetings.of(given);
        double[][] parts = IntStream.range(0, children.rows())
                .parallel()
                .mapToObj(meetings::contributions)
                .toArray(double[][]::new);
        return given.contributions((row, child) -> parts[row][child]);
    }

    /**
     * A row of the outranking matrix: the share of the weight on which it is better than each other row, ties counting half;
     * 0.5 against itself, NaN where the two have nothing in common.
     */
    public double[] outranking(Matrix children, double[] weights, int row) {
        Meetings meetings = Meetings.of(new WeightedChildren(children, weights));
        double[] shares = new double[children.rows()];
        for (int other = 0; other < shares.length; other++) {
            shares[other] = (1 + meetings.difference(row, other) / (double) meetings.inCommon(row, other)) / 2;
        }
        return shares;
    }

    /** All meetings of rows: by row the places of its values, 0 where there is none, and the weights in whole units. */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    private record Meetings(int[][] places, ExactWeights weights) {

        static Meetings of(WeightedChildren given) {
            int[][] places = new int[given.rows()][given.count()];
            for (int child = 0; child < given.count(); child++) {
                int[] column = Places.of(given.column(child));
                for (int row = 0; row < column.length; row++) {
                    places[row][child] = column[row];
                }
            }
            return new Meetings(places, ExactWeights.of(given.weights()));
        }

        /** The weight on which a row is better than another, less that on which it is worse. */
        long difference(int row, int other) {
            int[] own = places[row];
            int[] theirs = places[other];
            long[] units = weights.units();
            long difference = 0;
            for (int child = 0; child < own.length; child++) {
                if (own[child] != 0 && theirs[child] != 0) {
                    difference += units[child] * Integer.signum(own[child] - theirs[child]);
                }
            }
            return difference;
        }

        long inCommon(int row, int other) {
            long sum = 0;
            for (int child = 0; child < places[row].length; child++) {
                sum += places[row][child] != 0 && places[other][child] != 0 ? weights.units()[child] : 0;
            }
            return sum;
        }

        double score(int row) {
            if (inCommon(row, row) == 0) {
                return Double.NaN;
            }
            int score = 0;
            for (int other = 0; other < places.length; other++) {
                score += weights.sign(difference(row, other));
            }
            return score;
        }

        double[] contributions(int row) {
            double[] parts = new double[places[row].length];
            for (int other = 0; other < places.length; other++) {
                int outcome = weights.sign(difference(row, other));
                if (outcome != 0) {
                    share(outcome, places[row], places[other], parts);
                }
            }
            return parts;
        }

        private void share(int outcome, int[] own, int[] theirs, double[] parts) {
            long sharing = 0;
            for (int child = 0; child < own.length; child++) {
                sharing += decides(outcome, own[child], theirs[child]) ? weights.units()[child] : 0;
            }
            for (int child = 0; child < own.length; child++) {
                if (decides(outcome, own[child], theirs[child])) {
                    parts[child] += outcome * (double) weights.units()[child] / sharing;
                }
            }
        }

        private static boolean decides(int outcome, int own, int theirs) {
            return own != 0 && theirs != 0 && Integer.signum(own - theirs) == outcome;
        }
    }

    @Override
    public Title description() {
        return new Title("Copeland法:胜场减负场", "Copeland's rule: wins less losses");
    }
}
