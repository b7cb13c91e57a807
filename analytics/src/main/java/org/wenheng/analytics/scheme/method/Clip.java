package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/**
 * Bounds within which points are kept.
 *
 * @param lowest the fewest points; negative infinity for no bound
 * @param highest the most points, not below {@code lowest}; infinity for no bound
 */
public record Clip(double lowest, double highest) {
    /** Points stay what they are. */
    public static final Clip KEEP = new Clip(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * @throws IllegalArgumentException if the bounds fall or are not numbers
     */
    public Clip {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("Bounds must rise: %s to %s".formatted(lowest, highest));
        }
    }

    /** The points, drawn in to the nearer bound if they lie beyond. */
    double kept(double points) {
        return Written.between(lowest, highest, points);
    }

    /** The bounds in words: {@code 0–100截断}. */
    Title description() {
        if (Double.isInfinite(lowest) && Double.isInfinite(highest)) {
            return new Title(Beyond.KEEP.nameChinese(), Beyond.KEEP.nameEnglish());
        }
        return new Title(
                "%s–%s截断".formatted(bound(lowest), bound(highest)),
                "clipped to %s–%s".formatted(bound(lowest), bound(highest)));
    }

    private static String bound(double points) {
        return Double.isInfinite(points) ? "∞" : Written.number(points);
    }
}
