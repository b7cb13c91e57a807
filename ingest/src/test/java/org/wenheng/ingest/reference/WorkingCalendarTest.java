package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar that stands in the project, against the notices of the State Council's General Office. */
final class WorkingCalendarTest {
    private static final Catalogue JILIN = Catalogues.load(
            Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues").resolve("jilin"));
    private static final WorkingCalendar CHINA = JILIN.timetable().calendar();

    private static CalendarYear year(int year) {
        return Objects.requireNonNull(CHINA.years().get(year));
    }

    /** 366 or 365 days less 104 weekend days less 11 statutory holidays until 2024, 13 from 2025. */
    @ParameterizedTest
    @CsvSource({"2024, 251, 28, 8", "2025, 248, 28, 5", "2026, 248, 33, 6", "2027, 248, 19, 0"})
    void yearHasItsWorkingDaysHolidaysAndMakeUpDays(int year, int workingDays, int off, int worked) {
        Stream<LocalDate> days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));

        assertThat(days.filter(CHINA::isWorkingDay)).hasSize(workingDays);
        assertThat(year(year).off()).hasSize(off);
        assertThat(year(year).worked()).hasSize(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-09, true", "2024-02-10, false", "2024-02-16, false", "2024-02-18, true", "2024-09-14, true",
        "2024-09-16, false", "2025-01-26, true", "2025-01-27, true", "2025-02-04, false", "2025-10-08, false",
        "2025-10-11, true", "2026-01-02, false", "2026-01-04, true", "2026-02-14, true", "2026-02-23, false",
        "2026-02-28, true", "2026-05-09, true", "2026-09-20, true", "2026-10-10, true", "2026-10-11, false",
        "2027-02-10, false", "2027-02-11, true"
    })
    void dayIsWorkedAsTheNoticeSays(LocalDate day, boolean worked) {
        assertThat(CHINA.isWorkingDay(day)).isEqualTo(worked);
    }

    /** September 2026: 8, 9, Saturday 10 (made up), 12 and 13 October are its five working days after the holiday. */
    @ParameterizedTest
    @CsvSource({
        "library-month, 2026-09, 2026-10-13",
        "library-month, 2026-10, 2026-11-06",
        "library-month, 2026-01, 2026-02-06",
        "library-month, 2025-12, 2026-01-08",
        "library-quarter, 2026Q3, 2026-10-20",
        "library-year, 2026, 2027-01-30",
        "base-year, 2026, 2026-01-30"
    })
    void formsOfJilinAreDueOnTheseDays(String form, String period, LocalDate due) {
        ReportingTimes times = Objects.requireNonNull(JILIN.forms().get(form)).times();

        assertThat(times.dueDay(Period.parse(period).orElseThrow(), CHINA)).isEqualTo(due);
    }

    @Test
    void noFormOfJilinEverCloses() {
        assertThat(JILIN.timetable().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(JILIN.forms().values())
                .allSatisfy(form -> assertThat(form.times().closesWorkingDays()).isNull());
    }

    @Test
    void deadlineThatReachesAYearWithoutANoticeIsProvisional() {
        ReportingTimes times = ReportingTimes.dueWorking(5);

        assertThat(times.isProvisional(Period.ofMonth(2026, 11), CHINA)).isFalse();
        assertThat(times.isProvisional(Period.ofMonth(2026, 12), CHINA)).isTrue();
        assertThat(ReportingTimes.due(10).isProvisional(Period.ofMonth(2026, 12), CHINA))
                .isFalse();
    }

    @Test
    void yearWithoutAFileIsAnErrorAndNotAGuess() {
        assertThatThrownBy(() -> ReportingTimes.dueWorking(5).dueDay(Period.ofMonth(2027, 12), CHINA))
                .hasMessageContaining("CALENDAR_YEAR_MISSING")
                .hasMessageContaining("calendars/cn/2028.yml")
                .hasMessageContaining("工作日历没有2028年的数据");
        assertThatThrownBy(() -> CHINA.isWorkingDay(LocalDate.of(2023, 12, 29)))
                .hasMessageContaining("CALENDAR_YEAR_MISSING");
    }

    @Test
    void workingDaysBetweenCountTheLastDayAndNotTheFirst() {
        LocalDate friday = LocalDate.of(2026, 11, 6);

        assertThat(CHINA.workingDaysBetween(friday, friday)).isZero();
        assertThat(CHINA.workingDaysBetween(friday, friday.plusDays(2))).isZero();
        assertThat(CHINA.workingDaysBetween(friday, friday.plusDays(3))).isEqualTo(1);
        assertThat(CHINA.workingDaysBetween(friday, friday.minusDays(3))).isZero();
        assertThat(WorkingCalendar.EVERY_DAY.workingDaysBetween(friday, friday.plusDays(3)))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"2024", "2025", "2026"})
    void countingForwardAndBetweenAgreeOnEveryDayOfAYear(int year) {
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year, 12, 1)).forEach(day -> {
            for (int count : new int[] {1, 5, 10}) {
                LocalDate reached = CHINA.plusWorkingDays(day, count);
                assertThat(CHINA.isWorkingDay(reached)).isTrue();
                assertThat(CHINA.workingDaysBetween(day, reached)).isEqualTo(count);
            }
        });
    }
}
