package org.wenheng.ingest.restate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.RegionChange;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * A value of a region in a period, stated for the regions of a day.
 *
 * @param region code that is in force on {@code asOf}
 * @param value present exactly if the status is {@link ValueStatus#REPORTED}
 * @param asOf the day for whose regions the value is stated
 * @param outcome what restating has done so far
 * @param changes the changes it went through, with their weights, in the order in which they were applied
 * @param reason why it could not be restated; null if it could
 */
public record RegionValue(
        String region,
        Period period,
        ValueStatus status,
        @Nullable BigDecimal value,
        LocalDate asOf,
        Outcome outcome,
        List<RegionChange> changes,
        @Nullable Title reason) {

    public RegionValue {
        if ((status == ValueStatus.REPORTED) != (value != null)) {
            throw new IllegalArgumentException("A value is there exactly if it is reported: " + status + " " + value);
        }
        changes = List.copyOf(changes);
    }

    /** A value as reported: stated for the regions of the period's last day. */
    public static RegionValue reported(String region, Period period, ValueStatus status, @Nullable BigDecimal value) {
        return new RegionValue(region, period, status, value, period.lastDay(), Outcome.AS_REPORTED, List.of(), null);
    }

    /** Whether it is not simply as reported. */
    public boolean isRestated() {
        return outcome != Outcome.AS_REPORTED;
    }

    RegionValue on(LocalDate day) {
        return new RegionValue(region, period, status, value, day, outcome, changes, reason);
    }

    RegionValue impossible(Title why) {
        return new RegionValue(region, period, status, value, asOf, Outcome.IMPOSSIBLE, changes, why);
    }
}
