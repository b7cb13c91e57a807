package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import org.wenheng.ingest.reference.Period;

/**
 * A number that was reported for an earlier period.
 *
 * @param value in the element's canonical unit
 */
public record PastValue(Period period, BigDecimal value) {}
