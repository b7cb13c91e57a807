package org.wenheng.analytics.treat;

import org.wenheng.ingest.reference.Title;

/**
 * The natural logarithm of the distance from one end of a column: {@code ln(slope·(x − end) + offset)}, or mirrored
 * {@code −ln(slope·(end − x) + offset)}, which draws in a long tail of low values. A value beyond the end is drawn in to
 * the end, for the logarithm need not exist there.
 *
 * @param end lowest value of the column it was settled on; mirrored, the highest
 * @param slope above 0
 * @param offset above 0
 */
public record Logarithm(double end, double slope, double offset, boolean mirrored) implements Settled {

    /**
     * @throws IllegalArgumentException if a number is not finite, or slope or offset are not above 0
     */
    public Logarithm {
        if (!Double.isFinite(end) || !Double.isFinite(slope + offset) || !(slope > 0) || !(offset > 0)) {
            throw new IllegalArgumentException("Expected a finite end and slope and offset above 0, found %s, %s and %s"
                    .formatted(end, slope, offset));
        }
    }

    @Override
    public double of(double value) {
        return mirrored
                ? -Math.log(slope * Math.max(0, end - value) + offset)
                : Math.log(slope * Math.max(0, value - end) + offset);
    }

    @Override
    public String how(double value) {
        return mirrored ? "log-mirrored" : "log";
    }

    @Override
    public Title description() {
        String from = Written.number(end);
        String formula = mirrored
                ? "−ln(%s·(%s − x) + %s)".formatted(Written.number(slope), from, Written.number(offset))
                : "ln(%s·(x − %s) + %s)".formatted(Written.number(slope), from, Written.number(offset));
        return new Title("对数变换" + formula, "Logarithm " + formula);
    }
}
