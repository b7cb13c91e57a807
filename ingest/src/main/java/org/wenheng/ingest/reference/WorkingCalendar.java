package org.wenheng.ingest.reference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wenheng.ingest.problem.InputRefusedException;

/**
 * Which days are worked. A year without data is an error where it is needed, never a guess.
 *
 * @param code the folder of the calendar, such as {@code cn}; empty if every day counts
 * @param years by calendar year
 */
public record WorkingCalendar(String code, Map<Integer, CalendarYear> years) {

    /** For a catalogue that names no calendar: every day counts as a working day. */
    public static final WorkingCalendar EVERY_DAY = new WorkingCalendar("", Map.of());

    public WorkingCalendar {
        years = Map.copyOf(years);
    }

    /** A calendar of these years. */
    public static WorkingCalendar of(String code, List<CalendarYear> years) {
        return new WorkingCalendar(
                code, years.stream().collect(Collectors.toMap(CalendarYear::year, Function.identity())));
    }

    /** Whether it knows holidays, or lets every day count. */
    public boolean knowsWorkingDays() {
        return !code.isEmpty();
    }

    /**
     * Whether a day is worked.
     *
     * @throws InputRefusedException if the calendar has no data for its year
     */
    public boolean isWorkingDay(LocalDate day) {
        return !knowsWorkingDays() || year(day.getYear()).isWorkingDay(day);
    }

    /**
     * The {@code count}-th working day after a day; the day itself for 0.
     *
     * @param count not negative
     * @throws InputRefusedException if the calendar has no data for a year on the way
     */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Negative number of working days: " + count);
        }
        LocalDate reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /**
     * The working days after one day up to and with another; 0 if the other is not later.
     *
     * @throws InputRefusedException if the calendar has no data for a year between
     */
    public int workingDaysBetween(LocalDate after, LocalDate to) {
        if (!knowsWorkingDays()) {
            return (int) Math.max(0, ChronoUnit.DAYS.between(after, to));
        }
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /** Whether anything between two days, both included, rests on a year whose arrangement is not known yet. */
    public boolean isProvisional(LocalDate from, LocalDate to) {
        return knowsWorkingDays()
                && IntStream.rangeClosed(from.getYear(), to.getYear())
                        .anyMatch(year -> year(year).provisional());
    }

    private CalendarYear year(int year) {
        CalendarYear found = years.get(year);
        if (found == null) {
            throw InputRefusedException.of(
                    "CALENDAR_YEAR_MISSING",
                    "calendars/%s/%d.yml".formatted(code, year),
                    "工作日历没有%d年的数据;请按该年的官方放假安排补充该文件".formatted(year),
                    "The calendar has no data for %d; add the file from the official arrangement of the year"
                            .formatted(year));
        }
        return found;
    }
}
