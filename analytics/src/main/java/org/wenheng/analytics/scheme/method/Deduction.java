package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/**
 * Points taken off for each case (扣分法): {@code full − each·n}, never below 0 and never above {@code full}. Lower is always
 * better. Source: policy facts 2.1, full marks minus n × unit, floor 0.
 *
 * @param full points without a case, above 0
 * @param each points of one case, above 0
 */
public record Deduction(double full, double each) implements PointMethod {

    /**
     * @throws IllegalArgumentException if a parameter is not above 0
     */
    public Deduction {
        if (!(full > 0 && each > 0)) {
            throw new IllegalArgumentException("Full and single points must be above 0: %s, %s".formatted(full, each));
        }
    }

    @Override
    public double points(double value) {
        return Written.between(0, full, full - each * value);
    }

    /** The same: a case costs as much early in the year as late. */
    @Override
    public Deduction scaled(double share) {
        return this;
    }

    @Override
    public Title description() {
        return new Title(
                "扣分法:满分%s分,每次扣%s分,扣完为止,%s,得分0–%1$s"
                        .formatted(Written.number(full), Written.number(each), Direction.LOWER_IS_BETTER.nameChinese()),
                "Deduction: %1$s points less %2$s for each case, not below 0, %3$s, points 0–%1$s"
                        .formatted(
                                Written.number(full), Written.number(each), Direction.LOWER_IS_BETTER.nameEnglish()));
    }
}
