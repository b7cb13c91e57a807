package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An exact number, or why there is none.
 *
 * @param value there exactly if the status is {@link FigureStatus#REPORTED} or {@link FigureStatus#NIL}; 0 if it is nil
 * @param partial whether some of the facilities behind it have not reported
 */
public record Figure(FigureStatus status, @Nullable BigDecimal value, boolean partial) {
    /** Decimals of a quotient, rounded half up. */
    public static final int DECIMALS = 4;

    /**
     * @throws IllegalArgumentException if the value does not agree with the status
     */
    public Figure {
        boolean should = status == FigureStatus.REPORTED || status == FigureStatus.NIL;
        boolean agrees = value == null ? !should : should && (status == FigureStatus.REPORTED || value.signum() == 0);
        if (!agrees) {
            throw new IllegalArgumentException("A figure that is %s has the value %s".formatted(status, value));
        }
    }

    /** A reported number; nothing behind it is missing. */
    public static Figure of(BigDecimal value) {
        return new Figure(FigureStatus.REPORTED, value, false);
    }

    /** No number, for this reason; a stated nothing is 0. */
    public static Figure without(FigureStatus status) {
        return new Figure(status, status == FigureStatus.NIL ? BigDecimal.ZERO : null, false);
    }

    /**
     * The sum. Parts that are not applicable are left out; one that is not reported, or else one that is suppressed, leaves
     * no sum, for a sum without it would be too low. Nil counts as 0; the sum of nothing but nil is nil.
     *
     * @param parts at least one
     */
    public static Figure sum(List<Figure> parts) {
        List<Figure> expected = parts.stream()
                .filter(part -> part.status != FigureStatus.NOT_APPLICABLE)
                .toList();
        if (expected.isEmpty()) {
            return without(FigureStatus.NOT_APPLICABLE);
        }
        FigureStatus worst = FigureStatus.NIL;
        BigDecimal sum = BigDecimal.ZERO;
        for (Figure part : expected) {
            if (part.value != null) {
                sum = sum.add(part.value);
            }
            worst = rank(part.status) > rank(worst) ? part.status : worst;
        }
        boolean partial = expected.stream().anyMatch(Figure::partial);
        boolean known = worst == FigureStatus.REPORTED || worst == FigureStatus.NIL;
        return known ? new Figure(worst, sum, partial) : without(worst);
    }

    /**
     * This over another, times a factor, rounded half up to {@link #DECIMALS} decimals. Not applicable if either side is;
     * otherwise not reported or suppressed if either side is, in this order; {@link FigureStatus#ZERO_DENOMINATOR} over zero
     * or nil. Nil over a number is nil.
     */
    public Figure over(Figure denominator, BigDecimal factor) {
        FigureStatus lacking = lacking(denominator);
        BigDecimal above = value;
        BigDecimal below = denominator.value;
        if (above == null || below == null) {
            return without(lacking);
        }
        if (below.signum() == 0) {
            return without(FigureStatus.ZERO_DENOMINATOR);
        }
        BigDecimal quotient = above.multiply(factor).divide(below, DECIMALS, RoundingMode.HALF_UP);
        return new Figure(status, quotient, partial || denominator.partial);
    }

    /** This less another; there is one if both are numbers, and otherwise the reason as in {@link #over}. */
    public Figure less(Figure other) {
        if (value == null || other.value == null) {
            return without(lacking(other));
        }
        return new Figure(FigureStatus.REPORTED, value.subtract(other.value), partial || other.partial);
    }

    /** The same with another value; without a value it stays as it is. */
    public Figure map(UnaryOperator<BigDecimal> change) {
        return value == null || status == FigureStatus.NIL ? this : new Figure(status, change.apply(value), partial);
    }

    private FigureStatus lacking(Figure other) {
        if (status == FigureStatus.NOT_APPLICABLE || other.status == FigureStatus.NOT_APPLICABLE) {
            return FigureStatus.NOT_APPLICABLE;
        }
        return rank(status) >= rank(other.status) ? status : other.status;
    }

    private static int rank(FigureStatus status) {
        return switch (status) {
            case NOT_APPLICABLE -> 0;
            case NIL -> 1;
            case REPORTED -> 2;
            case ZERO_DENOMINATOR -> 3;
            case SUPPRESSED -> 4;
            case NOT_REPORTED -> 5;
            case NOT_COLLECTED -> 6;
            case NOT_DUE -> 7;
        };
    }
}
