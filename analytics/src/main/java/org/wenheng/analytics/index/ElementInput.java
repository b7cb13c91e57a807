package org.wenheng.analytics.index;

import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * An element value that an indicator was computed from.
 *
 * @param indicator code of the indicator
 * @param element code of the element
 * @param period period of the element's own frequency
 * @param status whether there was a value
 * @param value the value in the element's unit; NaN unless reported
 */
public record ElementInput(String indicator, String element, Period period, ValueStatus status, double value) {}
