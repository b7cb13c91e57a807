package org.wenheng.ingest.due;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.due.FormStanding.Return;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ReportingTimes;
import org.wenheng.ingest.reference.Timetable;

/**
 * Until when a report is in time and until when it is accepted. Moments are the first ones after the last day: what came
 * before them came by that day.
 *
 * @param regularDay last day by the form's own rule
 * @param day last day in force: the rule's, or that of an extension if it is later
 * @param end the first moment after {@code day}
 * @param current the first moment after the last day to send it now: {@code end}, or that of a return if it is later
 * @param closes the first moment at which no late report is accepted; null if it always is
 * @param provisional whether the rule's day rests on a calendar that is not official yet
 */
public record Deadline(
        LocalDate regularDay,
        LocalDate day,
        Instant end,
        Instant current,
        @Nullable Instant closes,
        boolean provisional) {

    /**
     * The deadline of a report.
     *
     * @throws org.wenheng.ingest.problem.InputRefusedException if the calendar lacks a year that it needs
     */
    public static Deadline of(Form form, Period period, FormStanding standing, Timetable timetable) {
        ReportingTimes times = form.times();
        LocalDate regular = times.dueDay(period, timetable.calendar());
        LocalDate day = later(regular, standing.extendedTo());
        LocalDate current = day;
        for (Return returned : standing.returns()) {
            current = later(current, returned.until());
        }
        Integer closesAfter = times.closesWorkingDays();
        return new Deadline(
                regular,
                day,
                timetable.endOf(day),
                timetable.endOf(current),
                closesAfter == null
                        ? null
                        : timetable.endOf(timetable.calendar().plusWorkingDays(current, closesAfter)),
                times.isProvisional(period, timetable.calendar()) && day.equals(regular));
    }

    static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
