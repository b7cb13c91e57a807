package org.wenheng.ingest.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The working days of one calendar year.
 *
 * @param provisional whether the official arrangement of the year is not known yet
 * @param source who arranged it, for people
 * @param off holidays, weekend days among them included
 * @param worked Saturdays and Sundays on which work is made up
 */
public record CalendarYear(int year, boolean provisional, String source, Set<LocalDate> off, Set<LocalDate> worked) {

    public CalendarYear {
        off = Set.copyOf(off);
        worked = Set.copyOf(worked);
    }

    /** Whether a day of this year is worked: a weekday that is not off, or a weekend day that makes up for one. */
    boolean isWorkingDay(LocalDate day) {
        return isWeekend(day) ? worked.contains(day) : !off.contains(day);
    }

    /** Weekdays off less weekend days worked: what the holidays of the year really cost. */
    int workingDaysLost() {
        return (int) off.stream().filter(day -> !isWeekend(day)).count() - worked.size();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
