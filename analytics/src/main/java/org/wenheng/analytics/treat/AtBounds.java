package org.wenheng.analytics.treat;

import org.wenheng.ingest.reference.Title;

/**
 * Draws values beyond two bounds in to them: winsorising at fixed bounds. Done twice it is the same as done once.
 *
 * @param low lowest value that stays; −∞ for none
 * @param high highest value that stays; ∞ for none
 */
public record AtBounds(double low, double high) implements Settled {

    /**
     * @throws IllegalArgumentException if a bound is NaN or {@code low} is not below {@code high}
     */
    public AtBounds {
        if (!(low < high)) {
            throw new IllegalArgumentException("Expected bounds low < high, found %s and %s".formatted(low, high));
        }
    }

    @Override
    public double of(double value) {
        return Math.max(low, Math.min(high, value));
    }

    @Override
    public String how(double value) {
        if (value > high) {
            return "winsorised-high";
        }
        return value < low ? "winsorised-low" : "";
    }

    @Override
    public Title description() {
        return new Title(
                "在固定界限%s与%s处缩尾".formatted(Written.number(low), Written.number(high)),
                "Winsorised at the fixed bounds %s and %s".formatted(Written.number(low), Written.number(high)));
    }
}
