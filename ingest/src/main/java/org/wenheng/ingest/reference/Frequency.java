package org.wenheng.ingest.reference;

/** How often something is reported or scored. Ordered from fine to coarse. */
public enum Frequency {
    MONTH(12),
    QUARTER(4),
    YEAR(1);

    private final int perYear;

    Frequency(int perYear) {
        this.perYear = perYear;
    }

    /** Periods of this kind in a year: 12, 4 or 1. */
    public int perYear() {
        return perYear;
    }

    public boolean isFinerThan(Frequency other) {
        return perYear > other.perYear;
    }
}
