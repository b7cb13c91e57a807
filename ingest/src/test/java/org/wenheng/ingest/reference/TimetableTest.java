package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.problem.InputRefusedException;

/** What a catalogue says about its clock, its calendar and its deadlines, and what is refused of it. */
final class TimetableTest {
    private static final String YEAR = """
            year: 2026
            provisional: true
            source: { title: 通知, number: 一号, date: 2025-11-04 }
            statutory-days: 1
            off:
              - { name: { zh: 假, en: Holiday }, from: 2026-01-01, to: 2026-01-02 }
            worked: [2026-01-04]
            """;
    private static final String FORM = """
            people-month:
              title: { zh: 人数月报, en: People by month }
              frequency: month
              department: culture
              levels: [county]
              elements: [WHOLE]
              due-working-days: 5
              opens-days: 1
              closes-working-days: 10
            """;

    @TempDir
    private Path temporary = Path.of("");

    private Path folder = temporary;

    @BeforeEach
    void writeSmallCatalogue() throws IOException {
        folder = Files.createDirectories(temporary.resolve("catalogues/small"));
        Files.createDirectories(temporary.resolve("calendars/land"));
        head("zone: Asia/Shanghai\ncalendar: land\n");
        Files.writeString(folder.resolve("regions.csv"), """
                code,name_zh,name_en,level,parent,valid_from,valid_to,aliases,type
                1,全省,Whole,province,,,,,
                11,甲县,A,county,1,,,,
                """);
        Files.writeString(folder.resolve("departments.csv"), """
                code,name_zh,name_en,successor,since
                culture,文化厅,Culture,文旅厅,2018
                """);
        Files.writeString(folder.resolve("elements.csv"), """
                code,name_zh,name_en,unit,frequency,over_time,over_facilities,integer,minimum,maximum,at_most,departments,source
                WHOLE,全部,Whole,人,month,sum,mean,false,0,100,,文化厅,表
                """);
        Files.writeString(folder.resolve("forms.yml"), FORM);
        Files.writeString(temporary.resolve("calendars/land/2026.yml"), YEAR);
    }

    private void head(String more) throws IOException {
        Files.writeString(folder.resolve("catalogue.yml"), """
                code: small
                title: { zh: 小目录, en: Small }
                sources: []
                """ + more);
    }

    private String refusal() {
        InputRefusedException refused =
                catchThrowableOfType(InputRefusedException.class, () -> Catalogues.load(folder));
        assertThat(refused).as("the catalogue was not refused").isNotNull();
        return String.valueOf(refused.getMessage());
    }

    @Test
    void zoneCalendarAndTimesAreReadAsWritten() {
        Catalogue catalogue = Catalogues.load(folder);

        assertThat(catalogue.timetable().zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(catalogue.timetable().calendar().code()).isEqualTo("land");
        assertThat(catalogue.timetable().calendar().years().get(2026))
                .extracting(CalendarYear::provisional, CalendarYear::source)
                .containsExactly(true, "通知 一号");
        assertThat(catalogue.forms().get("people-month"))
                .extracting(Form::times)
                .isEqualTo(new ReportingTimes(5, true, 1, 10));
    }

    @Test
    void catalogueThatSaysNothingCountsInUtcAndCalendarDays() throws IOException {
        head("");
        Files.writeString(folder.resolve("forms.yml"), FORM.replaceAll("due-working.*\n.*\n.*\n", "due-days: 10\n"));

        Catalogue catalogue = Catalogues.load(folder);
        assertThat(catalogue.timetable()).isEqualTo(Timetable.PLAIN);
        assertThat(catalogue.forms().get("people-month"))
                .extracting(Form::times)
                .isEqualTo(ReportingTimes.due(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "due-working-days: 5; due-working-days: 0; FORM_WORKING_DAYS_TOO_FEW",
                "due-working-days: 5; due-working-days: 5\\n  due-days: 3; FORM_DUE_TWICE",
                "due-working-days: 5; due-days: 0; FORM_OPENS_AFTER_DUE",
                "due-working-days: 5; note: 5; YAML_KEY_UNKNOWN",
                "closes-working-days: 10; closes-working-days: -1; FORM_WORKING_DAYS_TOO_FEW"
            })
    void wrongTimesAreRefused(String right, String wrong, String code) throws IOException {
        Files.writeString(folder.resolve("forms.yml"), FORM.replace(right, wrong.replace("\\n", "\n")));

        assertThat(refusal()).contains(code).contains("forms.yml:");
    }

    @Test
    void workingDaysNeedACalendar() throws IOException {
        head("zone: Asia/Shanghai\n");

        assertThat(refusal()).contains("FORM_CALENDAR_MISSING").contains("请在 catalogue.yml 中用 calendar 指定");
    }

    @Test
    void unknownZoneAndCalendarAreRefusedTogether() throws IOException {
        head("zone: Asia/Changchun\ncalendar: sea\n");

        assertThat(refusal())
                .contains("CATALOGUE_ZONE_UNKNOWN")
                .contains("Asia/Changchun")
                .contains("CALENDAR_MISSING")
                .contains("calendars/sea");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "year: 2026; year: 2025; CALENDAR_YEAR_NOT_FILE",
                "to: 2026-01-02; to: 2026-01-03; -",
                "to: 2026-01-02; to: 2026-01-05; CALENDAR_DAYS_DO_NOT_ADD_UP",
                "to: 2026-01-02; to: 2025-12-31; CALENDAR_HOLIDAY_WRONG",
                "to: 2026-01-02; to: 2027-01-02; CALENDAR_HOLIDAY_WRONG",
                "to: 2026-01-02; to: 1/2/2026; CALENDAR_DATE_MALFORMED",
                "2026-01-04; 2026-01-05; CALENDAR_WORKED_DAY_WRONG",
                "2026-01-04; 2027-01-03; CALENDAR_WORKED_DAY_WRONG",
                "worked:; make-up:; YAML_KEY_UNKNOWN"
            })
    void wrongDayOfACalendarIsRefused(String right, String wrong, String code) throws IOException {
        Files.writeString(temporary.resolve("calendars/land/2026.yml"), YEAR.replace(right, wrong));

        if (code.equals("-")) {
            assertThat(Catalogues.load(folder).timetable().calendar().knowsWorkingDays())
                    .isTrue();
        } else {
            assertThat(refusal()).contains(code).contains("2026.yml:");
        }
    }
}
