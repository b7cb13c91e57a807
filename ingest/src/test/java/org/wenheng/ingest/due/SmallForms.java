package org.wenheng.ingest.due;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.CalendarYear;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Department;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.ReportingTimes;
import org.wenheng.ingest.reference.Timetable;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.WorkingCalendar;

/** Forms, regions and a calendar of plain weeks without holidays, eight hours ahead of UTC. */
final class SmallForms {
    static final Period OCTOBER = Period.ofMonth(2026, 10);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Timetable WEEKS = new Timetable(
            ZONE,
            WorkingCalendar.of(
                    "weeks",
                    IntStream.rangeClosed(2020, 2030)
                            .mapToObj(year -> new CalendarYear(year, false, "", java.util.Set.of(), java.util.Set.of()))
                            .toList()));
    static final Region COUNTY = region("X1", "county", "X");
    /** Due on 6 November 2026. */
    static final Form TWO_CELLS = form("two-cells", null, ReportingTimes.due(6));

    private SmallForms() {}

    static Region region(String code, String level, @Nullable String parent) {
        return new Region(code, new Title(code + "县", code), level, parent, Map.of(), List.of(), null, null);
    }

    /** A monthly form of two elements for counties. */
    static Form form(String code, @Nullable String facilityType, ReportingTimes times) {
        return new Form(
                code,
                new Title(code, code),
                Frequency.MONTH,
                "culture",
                facilityType,
                List.of("county"),
                List.of("A", "B"),
                times);
    }

    /** A province, a city and some counties X1, X2 … that fill some forms. */
    static Catalogue catalogue(int counties, Form... forms) {
        return Catalogue.of(
                        "small",
                        new Title("小目录", "Small"),
                        Stream.concat(
                                        Stream.of(region("P", "province", null), region("X", "city", "P")),
                                        IntStream.rangeClosed(1, counties)
                                                .mapToObj(number -> region("X" + number, "county", "X")))
                                .toList(),
                        List.of(),
                        List.of(new Department("culture", new Title("文化厅", "Culture"), "文旅厅", 2018)),
                        List.of(forms))
                .with(WEEKS);
    }

    /** Noon of a day of November 2026; days below 1 lie before. */
    static Instant noon(int day) {
        return day(day).atTime(12, 0).atZone(ZONE).toInstant();
    }

    static LocalDate day(int day) {
        return LocalDate.of(2026, 10, 31).plusDays(day);
    }

    static ReportKey key(Form form) {
        return new ReportKey(COUNTY.code(), form.code(), OCTOBER.code());
    }

    static FormEvent event(long number, FormEventKind kind, Instant at, @Nullable LocalDate until) {
        return new FormEvent(number, key(TWO_CELLS), kind, until, null, "why", "who", at);
    }
}
