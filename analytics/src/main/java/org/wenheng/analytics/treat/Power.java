package org.wenheng.analytics.treat;

import org.wenheng.ingest.reference.Title;

/**
 * The power transformation of Box and Cox, An Analysis of Transformations (1964), equation 2, of the distance from the
 * lowest value: {@code ((x − lowest + offset)^λ − 1)/λ}. A value below the lowest is drawn in to it. λ = 0 is a
 * {@link Logarithm}.
 *
 * @param lowest of the column it was settled on
 * @param offset what the lowest value counts as; above 0, or 0 if λ is above 0
 * @param lambda not 0
 */
public record Power(double lowest, double offset, double lambda) implements Settled {

    /**
     * @throws IllegalArgumentException if a number is not finite, λ is 0, or the lowest value would have no power
     */
    public Power {
        boolean exists = offset > 0 || (offset == 0 && lambda > 0);
        if (!Double.isFinite(lowest + offset + lambda) || lambda == 0 || !exists) {
            throw new IllegalArgumentException(
                    "Expected finite numbers, λ other than 0 and an offset that has a power, "
                            + "found %s, %s and λ %s".formatted(lowest, offset, lambda));
        }
    }

    @Override
    public double of(double value) {
        return (Math.pow(Math.max(0, value - lowest) + offset, lambda) - 1) / lambda;
    }

    @Override
    public String how(double value) {
        return "box-cox";
    }

    @Override
    public Title description() {
        String formula = "((x − %s + %s)^%s − 1)/%s"
                .formatted(
                        Written.number(lowest), Written.number(offset), Written.number(lambda), Written.number(lambda));
        return new Title("Box–Cox变换" + formula, "Box–Cox " + formula);
    }
}
