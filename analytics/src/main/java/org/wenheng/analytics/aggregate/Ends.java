package org.wenheng.analytics.aggregate;

/**
 * The least and the greatest value of a column that are there; NaN if none is.
 *
 * @param least worst value
 * @param greatest best value
 */
record Ends(double least, double greatest) {

    static Ends of(double[] column) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : column) {
            if (value < least) {
                least = value;
            }
            if (value > greatest) {
                greatest = value;
            }
        }
        return least <= greatest ? new Ends(least, greatest) : new Ends(Double.NaN, Double.NaN);
    }

    double span() {
        return greatest - least;
    }

    /** How far a value is from the least to the greatest, 0 to 1 inside; in a constant column 1, for it is the best. */
    double position(double value) {
        return span() == 0 ? 1 : (value - least) / span();
    }
}
