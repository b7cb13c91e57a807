package org.wenheng.analytics.aggregate;

import org.wenheng.ingest.reference.Title;

/** Which way the unevenness of the children moves a Mazziotta–Pareto index. */
public enum Penalty {
    /** Of what is good: unevenness lowers the score (MPI−). */
    LOWERS,
    /** Of what is bad, such as poverty: unevenness raises the score (MPI+). */
    RAISES;

    int sign() {
        return switch (this) {
            case LOWERS -> -1;
            case RAISES -> 1;
        };
    }

    /** In a few words. */
    public Title description() {
        return switch (this) {
            case LOWERS -> new Title("不均衡减分", "unevenness lowers");
            case RAISES -> new Title("不均衡加分", "unevenness raises");
        };
    }
}
