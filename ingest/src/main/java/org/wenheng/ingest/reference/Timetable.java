package org.wenheng.ingest.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * By which clock and which calendar a programme collects.
 *
 * @param zone where a day begins and ends
 * @param calendar which days are worked
 */
public record Timetable(ZoneId zone, WorkingCalendar calendar) {

    /** For a catalogue that says nothing: UTC, and every day counts. */
    public static final Timetable PLAIN = new Timetable(ZoneOffset.UTC, WorkingCalendar.EVERY_DAY);

    /** The first moment of a day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first moment after a day: what comes before it came on that day or earlier. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** The day on which a moment lies. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
