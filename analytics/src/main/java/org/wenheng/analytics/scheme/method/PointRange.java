package org.wenheng.analytics.scheme.method;

/**
 * The points from the worst to the best.
 *
 * @param low points of the worst; finite
 * @param high points of the best; finite and above {@code low}
 */
public record PointRange(double low, double high) {
    /** From 0 to 100. */
    public static final PointRange HUNDRED = new PointRange(0, 100);

    /**
     * @throws IllegalArgumentException if the bounds are not finite and rising
     */
    public PointRange {
        if (!(low < high && Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException("Points must go from low to high: %s to %s".formatted(low, high));
        }
    }

    /**
     * The points of a place.
     *
     * @param place 0 is the worst, 1 the best; on the same straight line beyond them
     */
    double at(double place, Beyond beyond) {
        double points = low + (high - low) * place;
        return switch (beyond) {
            case CLIP -> Written.between(low, high, points);
            case KEEP -> points + 0.0;
        };
    }

    /** The bounds as people write them: {@code 0–100}. */
    String written() {
        return Written.number(low) + "–" + Written.number(high);
    }
}
