package org.wenheng.analytics.structure;

/**
 * A straight line by least squares, {@code y = intercept + slope·x} (Legendre 1805).
 *
 * @param points pairs in which both are there
 * @param intercept the line at x = 0
 * @param slope y per x
 * @param standardError of the slope; NaN for two points, which leave nothing to judge it by
 * @param pValue two-sided, of no slope (Student's t, n − 2 degrees of freedom); NaN for two points
 * @param rSquared share of the variance of y explained; 0 where y is constant
 */
public record LinearFit(
        int points, double intercept, double slope, double standardError, double pValue, double rSquared) {

    /**
     * Through the pairs in which both are there. Where y is constant the slope is 0 and its probability 1.
     *
     * @throws IllegalArgumentException if the lengths differ, fewer than two pairs are there, all x are equal or a value is
     *     infinite
     */
    public static LinearFit of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%d x and %d y".formatted(x.length, y.length));
        }
        Finite.column(x);
        Finite.column(y);
        int points = 0;
        double xMean = 0;
        double yMean = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                points++;
                xMean += x[i];
                yMean += y[i];
            }
        }
        if (points < 2) {
            throw new IllegalArgumentException("A line needs two points, found " + points);
        }
        xMean /= points;
        yMean /= points;
        double xSquares = 0;
        double ySquares = 0;
        double products = 0;
        boolean xVaries = false;
        boolean yVaries = false;
        double firstX = Double.NaN;
        double firstY = Double.NaN;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                firstX = Double.isNaN(firstX) ? x[i] : firstX;
                firstY = Double.isNaN(firstY) ? y[i] : firstY;
                xVaries |= x[i] != firstX;
                yVaries |= y[i] != firstY;
                xSquares += (x[i] - xMean) * (x[i] - xMean);
                ySquares += (y[i] - yMean) * (y[i] - yMean);
                products += (x[i] - xMean) * (y[i] - yMean);
            }
        }
        if (!xVaries) {
            throw new IllegalArgumentException("A line needs two different x, all are " + firstX);
        }
        if (!yVaries) {
            return new LinearFit(points, firstY, 0, points > 2 ? 0 : Double.NaN, points > 2 ? 1 : Double.NaN, 0);
        }
        double slope = products / xSquares;
        double r = Math.max(-1, Math.min(1, products / Math.sqrt(xSquares) / Math.sqrt(ySquares)));
        double error = points > 2 ? Math.sqrt(ySquares * (1 - r * r) / (points - 2) / xSquares) : Double.NaN;
        return new LinearFit(
                points, yMean - slope * xMean, slope, error, Coefficient.studentProbability(r, points), r * r);
    }

    /** The line at an x. */
    public double at(double x) {
        return intercept + slope * x;
    }
}
