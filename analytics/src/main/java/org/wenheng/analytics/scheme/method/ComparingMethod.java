package org.wenheng.analytics.scheme.method;

/** A method that measures a region against others: this period's regions, its peers, several periods or a base period. */
public sealed interface ComparingMethod extends Method permits MinMax {

    /**
     * The method settled on what it compares with.
     *
     * @param reference the values that are compared with, in any order; NaN where there is none
     */
    Scale fitted(double[] reference);
}
