package org.wenheng.ingest.generate.bulk;

import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Period;

/**
 * An anomaly in one month of a county. Those of several months in a row have the same number.
 *
 * @param number from 1
 * @param rule what is done
 * @param region code of the county
 * @param place the one facility; null for all facilities of the county
 * @param source the month whose values stand there; the month itself unless they were copied
 */
public record Planting(
        int number,
        AnomalyRule rule,
        String region,
        @Nullable Place place,
        String element,
        Period period,
        Period source) {

    /**
     * A facility.
     *
     * @param kind number of its kind, from 0
     * @param ordinal its number among those of its kind in the county, from 1
     */
    public record Place(int kind, int ordinal) {}
}
