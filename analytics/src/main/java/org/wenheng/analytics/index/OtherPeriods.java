package org.wenheng.analytics.index;

import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.ingest.reference.Period;

/** The values of indicators in periods other than the one that is scored. */
@FunctionalInterface
interface OtherPeriods {

    /**
     * The values of an indicator in another period.
     *
     * @return by row of the matrix that is scored; NaN where there is none
     */
    double[] values(Indicator indicator, Period period);
}
