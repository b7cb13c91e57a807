package org.wenheng.analytics.scheme.method;

/** A method that looks at the region's own value alone. */
public sealed interface PointMethod extends Method, Scale
        permits Target,
                Efficacy,
                BandedEfficacy,
                Linear,
                LinearByQuarter,
                Step,
                Increments,
                Goalposts,
                Interval,
                Deduction,
                Checklist {

    /** The points of a value in the indicator's unit. */
    @Override
    double points(double value);

    /**
     * The method with every threshold multiplied, for values that have run for a share of the year only (policy rule 4:
     * annual target × quarter / 4). Thresholds that are shares of something else stay as they are.
     *
     * @param share elapsed share of the year, above 0 and at most 1
     */
    PointMethod scaled(double share);

    /** The method as it applies in a quarter, 1 to 4. */
    default PointMethod inQuarter(int quarter) {
        return this;
    }
}
