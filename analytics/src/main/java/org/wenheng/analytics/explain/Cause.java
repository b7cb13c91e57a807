package org.wenheng.analytics.explain;

import org.wenheng.ingest.reference.Title;

/** Why a score changed from one run to another. */
public enum Cause {
    /** What the region had said before the first run is said otherwise in the second, or was taken back. */
    CORRECTION("数据更正", "Corrected data"),
    /** What the region had not said before: the values of a new period, and those that came late. */
    NEW_DATA("新数据", "New data"),
    /** Another scheme: methods, weights, targets, formulas, adjustments. */
    SCHEME("方案变化", "Scheme"),
    /** The other regions moved, and a method compares with them. */
    PEERS("同类变动", "Peers"),
    /** Other regions in force, other parents, other groups. */
    BOUNDARY("区划变动", "Boundaries");

    private final String chinese;
    private final String english;

    Cause(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** What readers call it. */
    public Title title() {
        return new Title(chinese, english);
    }
}
