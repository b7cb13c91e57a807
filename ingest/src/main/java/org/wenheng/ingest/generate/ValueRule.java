package org.wenheng.ingest.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one element are made; see the head of a {@code generate.yml} for the formulas.
 *
 * @param of codes of elements or names of region attributes whose sum is the size; empty for a size of 1
 * @param plus added to an amount, in the element's unit
 * @param level value of a middling region in the base year, per size; per year for a flow
 * @param quality effect of the region's quality
 * @param spread lasting differences between regions or facilities
 * @param noise differences between periods
 * @param growth per year
 * @param season weights of the twelve months with mean 1; empty if the value is not spread over the year
 * @param step the value is a multiple of it; 0 for none
 * @param dip probability that a period falls to a third
 * @param onlyWhere attribute that must be true for the element to apply; null if it always does
 * @param fresh whether chance is drawn anew each period even for a stock
 */
record ValueRule(
        Kind kind,
        List<String> of,
        double plus,
        double level,
        double quality,
        double spread,
        double noise,
        double growth,
        List<Double> season,
        double step,
        double dip,
        @Nullable String onlyWhere,
        boolean fresh) {

    enum Kind {
        AMOUNT,
        SHARE,
        LEVEL,
        FLAG
    }
}
