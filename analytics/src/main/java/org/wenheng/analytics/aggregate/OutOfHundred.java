package org.wenheng.analytics.aggregate;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.ingest.reference.Title;

/**
 * The result of a method with a scale of its own, brought to 0 to 100 in a straight line, so that it can stand beside other
 * points and be graded: {@code 100·(s − least)/(greatest − least)}. The ends are those of the method, not of the data: 0 and
 * 1 for TOPSIS, VIKOR, grey relations and the benefit of the doubt, −1 and 1 for PROMETHEE, and for Copeland all meetings
 * lost and all won.
 *
 * @param of the method; one whose results are points already is left as it is
 */
public record OutOfHundred(Aggregation of) implements Aggregation {

    /**
     * @throws IllegalArgumentException for a method brought to 0 to 100 already
     */
    public OutOfHundred {
        if (of instanceof OutOfHundred) {
            throw new IllegalArgumentException("The method is out of a hundred already");
        }
    }

    @Override
    public double[] scores(Matrix children, double[] weights) {
        double[] scores = of.scores(children, weights);
        double least = least(scores);
        double width = greatest(scores) - least;
        for (int row = 0; row < scores.length; row++) {
            scores[row] = (scores[row] - least) / width * 100;
        }
        return scores;
    }

    /** Those of the method on the new scale; what the scale adds, for it does not begin at 0, is shared by weight. */
    @Override
    public Matrix contributions(Matrix children, double[] weights) {
        double[] scores = of.scores(children, weights);
        Matrix own = of.contributions(children, weights);
        double least = least(scores);
        double width = greatest(scores) - least;
        double[][] parts = new double[children.columns()][children.rows()];
        for (int row = 0; row < children.rows(); row++) {
            double there = 0;
            for (int child = 0; child < parts.length; child++) {
                there += Double.isNaN(own.at(row, child)) ? 0 : weights[child];
            }
            for (int child = 0; child < parts.length; child++) {
                parts[child][row] = (own.at(row, child) - least * weights[child] / there) / width * 100;
            }
        }
        return Matrix.ofColumns(children.rows(), parts);
    }

    private double least(double[] scores) {
        return of instanceof Copeland || of instanceof Promethee ? -greatest(scores) : 0;
    }

    private double greatest(double[] scores) {
        if (of instanceof Copeland) {
            int there = 0;
            for (double score : scores) {
                there += Double.isNaN(score) ? 0 : 1;
            }
            // Of one region alone nothing is won or lost: it stands in the middle.
            return Math.max(1, there - 1);
        }
        boolean fromZeroToOne = of instanceof Topsis
                || of instanceof Vikor
                || of instanceof GreyRelational
                || of instanceof BenefitOfTheDoubt
                || of instanceof Promethee;
        return fromZeroToOne ? 1 : 100;
    }

    @Override
    public Title description() {
        Title method = of.description();
        return new Title(method.chinese() + ",折算为0–100分", method.english() + ", brought to 0 to 100 points");
    }
}
