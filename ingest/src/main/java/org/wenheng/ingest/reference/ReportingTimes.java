package org.wenheng.ingest.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a form is due, and from when until when it is accepted. A deadline is the end of its day in the catalogue's zone.
 *
 * @param dueDays days after the last day of the period; a negative number of calendar days is due while the period runs
 * @param inWorkingDays whether {@code dueDays} are working days, then at least 1; a deadline in calendar days does not
 *     move when it falls on a day off
 * @param opensDays calendar days after the last day of the period on which it opens; null opens it with the period
 * @param closesWorkingDays working days after the deadline until which a late report is accepted; null accepts it always
 */
public record ReportingTimes(
        int dueDays,
        boolean inWorkingDays,
        @Nullable Integer opensDays,
        @Nullable Integer closesWorkingDays) {

    /** Due some calendar days after the end of the period, open with the period, never closed. */
    public static ReportingTimes due(int days) {
        return new ReportingTimes(days, false, null, null);
    }

    /** Due some working days after the end of the period, open with the period, never closed. */
    public static ReportingTimes dueWorking(int days) {
        return new ReportingTimes(days, true, null, null);
    }

    /** Whether it is due before its period has ended. */
    public boolean isDueWithinPeriod() {
        return dueDays < 0;
    }

    /** The last day on which a report of the period is in time. */
    public LocalDate dueDay(Period period, WorkingCalendar calendar) {
        return inWorkingDays
                ? calendar.plusWorkingDays(period.lastDay(), dueDays)
                : period.lastDay().plusDays(dueDays);
    }

    /** Whether that day rests on a calendar that is not official yet. */
    public boolean isProvisional(Period period, WorkingCalendar calendar) {
        return inWorkingDays && calendar.isProvisional(period.lastDay(), dueDay(period, calendar));
    }

    /** The first day on which a report of the period is accepted. */
    public LocalDate openingDay(Period period) {
        return opensDays == null ? period.firstDay() : period.lastDay().plusDays(opensDays);
    }
}
