package org.wenheng.ingest.generate.bulk;

import java.time.Instant;
import java.util.Optional;
import org.wenheng.ingest.generate.Chance;
import org.wenheng.ingest.generate.bulk.BulkRules.Span;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Timetable;

/**
 * When the report of a county for a month comes, and when a corrected one follows. A pure function of seed, county and month.
 *
 * @param correctedAt empty if no corrected one follows
 */
record CountyReport(Instant receivedAt, Optional<Instant> correctedAt) {
    private static final int SECONDS_A_DAY = 86_400;

    /** The report; empty in a month in which nothing comes. */
    static Optional<CountyReport> of(
            String county, Period period, BulkRules.Reports rules, Timetable timetable, Chance chance) {
        if (isSilent(county, period, rules, chance)) {
            return Optional.empty();
        }
        boolean late = happens(rules.late(), "late", county, period, chance);
        Span days = late
                ? new Span(rules.inDays().last() + 1, Math.max(rules.inDays().last() + 1, rules.lateDays()))
                : rules.inDays();
        Instant received = after(timetable.endOf(period.lastDay()), days, "received", county, period, chance);
        return Optional.of(new CountyReport(
                received,
                happens(rules.corrected(), "corrected", county, period, chance)
                        ? Optional.of(after(received, rules.correctedDays(), "corrected-after", county, period, chance))
                        : Optional.empty()));
    }

    /** Whether the month lies in a row of months in which nothing comes: one that began in it or in one of those before. */
    static boolean isSilent(String county, Period period, BulkRules.Reports rules, Chance chance) {
        Span lengths = rules.silentMonths();
        double starts = rules.silent() * 2 / (lengths.first() + lengths.last());
        Period start = period;
        for (int back = 0; back < lengths.last(); back++) {
            if (happens(starts, "silent", county, start, chance)
                    && lengths.first() + chance.below(lengths.count(), "silent-months", county, start.code()) > back) {
                return true;
            }
            start = start.previous();
        }
        return false;
    }

    private static boolean happens(double share, String what, String county, Period period, Chance chance) {
        return chance.uniform(what, county, period.code()) < share;
    }

    private static Instant after(Instant start, Span days, String what, String county, Period period, Chance chance) {
        int seconds = (days.first() - 1) * SECONDS_A_DAY
                + chance.below(days.count() * SECONDS_A_DAY, what, county, period.code());
        return start.plusSeconds(Math.max(0, seconds));
    }
}
