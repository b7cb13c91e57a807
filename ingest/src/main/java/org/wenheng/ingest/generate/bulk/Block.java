package org.wenheng.ingest.generate.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Period;

/**
 * Facilities of one kind in one county in one month: the unit in which values are made. All that is common to them was
 * worked out once.
 *
 * @param regionName stands in the names of the facilities
 * @param regionKey hash of the county's code
 * @param kind number of the kind, from 0
 * @param first number of the first facility, from 1
 * @param last number of the last one
 * @param alone whether it is one facility in which an anomaly was planted
 * @param county logarithm of what the county makes of a value, before the element's loading
 * @param submission number of the report
 * @param receivedAt when it came
 * @param correction number of the report that corrected it; null if none did
 * @param correctedAt when that came; null if none did
 * @param superseded whether these are the values that the correction replaced, and no others
 */
public record Block(
        String region,
        String regionName,
        long regionKey,
        int kind,
        Period period,
        int first,
        int last,
        boolean alone,
        double county,
        String submission,
        Instant receivedAt,
        @Nullable String correction,
        @Nullable Instant correctedAt,
        boolean superseded) {}
