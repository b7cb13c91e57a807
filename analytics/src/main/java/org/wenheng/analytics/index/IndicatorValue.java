package org.wenheng.analytics.index;

import java.util.List;
import org.wenheng.ingest.reference.Title;

/**
 * The value of an indicator for a region in a period, before any points.
 *
 * @param state whether there is a value
 * @param value in the indicator's unit; NaN unless the state is {@link State#VALUE}
 * @param partial whether it rests on fewer parts than expected
 * @param notes what a reader must know
 * @param inputs the element values it was computed from
 */
record IndicatorValue(State state, double value, boolean partial, List<Title> notes, List<ElementInput> inputs) {
    IndicatorValue {
        notes = List.copyOf(notes);
        inputs = List.copyOf(inputs);
    }

    /** Whether there is a value, and what happens if not. */
    enum State {
        VALUE,
        /** A denominator of zero that earns 100 points by the scheme. */
        FULL_POINTS,
        /** 0 points, flagged. */
        MISSING,
        /** No points, no weight. */
        NOT_APPLICABLE
    }

    boolean isApplicable() {
        return state != State.NOT_APPLICABLE;
    }

    /** Whether it rests on something that was reported. */
    boolean isReported() {
        return state == State.VALUE || state == State.FULL_POINTS;
    }
}
