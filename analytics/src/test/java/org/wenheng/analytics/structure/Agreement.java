package org.wenheng.analytics.structure;

/** How far numbers are from those they should agree with. */
public final class Agreement {
    private double worst;

    /**
     * Takes note of the relative difference of two numbers; both missing is none, one missing is infinite.
     *
     * @param negligible absolute difference that is none, for numbers that cancel to about 0
     */
    public void of(double expected, double actual, double negligible) {
        double difference = Math.abs(expected - actual);
        double relative = difference <= negligible ? 0 : difference / Math.max(Math.abs(expected), Math.abs(actual));
        boolean bothMissing = Double.isNaN(expected) && Double.isNaN(actual);
        worst = Math.max(worst, bothMissing ? 0 : Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative);
    }

    /** Likewise, with no difference that is none. */
    public void of(double expected, double actual) {
        of(expected, actual, 0);
    }

    /** The largest relative difference so far. */
    public double worst() {
        return worst;
    }
}
