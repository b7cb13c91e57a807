package org.wenheng.analytics.scheme.formula;

import java.util.function.DoubleBinaryOperator;

/**
 * A number, or the reason why there is none.
 *
 * @param state whether there is a number
 * @param value the number; NaN unless the state is {@link State#VALUE}
 */
public record Quantity(State state, double value) {

    /** Whether there is a number. Where two quantities meet, the later state wins. */
    public enum State {
        VALUE,
        /** A quotient whose denominator is a reported zero. */
        ZERO_DENOMINATOR,
        /** Withheld by its owner. */
        SUPPRESSED,
        /** Should be there and is not. */
        NOT_REPORTED,
        /** The question does not arise. */
        NOT_APPLICABLE
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException if it is not finite: no step of a formula may lose its number without saying so
     */
    public static Quantity of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The value of a formula must be a finite number but is " + value);
        }
        return new Quantity(State.VALUE, value);
    }

    /** No number, for a reason. */
    public static Quantity without(State reason) {
        return new Quantity(reason, Double.NaN);
    }

    public boolean isValue() {
        return state == State.VALUE;
    }

    /** The sum. A term that is not applicable adds nothing: a district without villages still has communities. */
    public Quantity plus(Quantity other) {
        return ignoringNotApplicable(other, Double::sum);
    }

    /** The difference. A term that is not applicable makes the difference not applicable. */
    public Quantity minus(Quantity other) {
        return combined(other, (a, b) -> a - b);
    }

    /** The product. */
    public Quantity times(Quantity other) {
        return combined(other, (a, b) -> a * b);
    }

    /** The quotient; {@link State#ZERO_DENOMINATOR} when both are numbers and the divisor is zero. */
    public Quantity dividedBy(Quantity other) {
        boolean zero = isValue() && other.isValue() && other.value == 0;
        return zero ? without(State.ZERO_DENOMINATOR) : combined(other, (a, b) -> a / b);
    }

    /** The smaller one; one that is not applicable is left out. */
    public Quantity smaller(Quantity other) {
        return ignoringNotApplicable(other, Math::min);
    }

    /** The larger one; one that is not applicable is left out. */
    public Quantity larger(Quantity other) {
        return ignoringNotApplicable(other, Math::max);
    }

    private Quantity ignoringNotApplicable(Quantity other, DoubleBinaryOperator operator) {
        if (state == State.NOT_APPLICABLE) {
            return other;
        }
        return other.state == State.NOT_APPLICABLE ? this : combined(other, operator);
    }

    private Quantity combined(Quantity other, DoubleBinaryOperator operator) {
        State worse = state.compareTo(other.state) >= 0 ? state : other.state;
        return worse == State.VALUE ? of(operator.applyAsDouble(value, other.value)) : without(worse);
    }
}
