package org.wenheng.analytics.supervise;

import org.wenheng.ingest.reference.Title;

/**
 * What one detector says about a value.
 *
 * @param score 0 for nothing unusual, 0.5 exactly at the detector's limit, towards 1 beyond it
 * @param explanation with the numbers
 */
public record Detection(Detector detector, double score, Title explanation) {
    public Detection {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("The score of %s is %s, expected 0 to 1".formatted(detector, score));
        }
    }

    /** Kinds of detectors. */
    public enum Detector {
        SEASONAL,
        PEERS,
        HEAPING,
        FIRST_DIGITS,
        COPIED,
        RATIO
    }

    /**
     * A measure against its limit as a score: measure / (measure + limit). It rises with the measure, whatever its unit.
     *
     * @param measure at least 0, may be infinite
     * @param limit above 0
     */
    static double score(double measure, double limit) {
        return Double.isInfinite(measure) ? 1 : measure / (measure + limit);
    }
}
