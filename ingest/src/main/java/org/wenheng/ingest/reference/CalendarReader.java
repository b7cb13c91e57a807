package org.wenheng.ingest.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads a folder with one YAML file a year: days off, weekend days worked, and who arranged them. */
final class CalendarReader {
    private static final int LONGEST_DAYS = 31;

    private final Problems problems;

    private CalendarReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a calendar.
     *
     * @param name the key that names it, for problems
     * @param folder the folder of the calendar; its name is the calendar's code
     */
    static WorkingCalendar read(YamlNode name, Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            name.problem(
                    "CALENDAR_MISSING",
                    "没有工作日历 \"%s\"(应为文件夹 calendars/%s)".formatted(name.text(), name.text()),
                    "There is no calendar \"%s\" (expected: a folder calendars/%s)"
                            .formatted(name.text(), name.text()));
            return WorkingCalendar.EVERY_DAY;
        }
        CalendarReader reader = new CalendarReader(problems);
        try (Stream<Path> files = Files.list(folder)) {
            List<CalendarYear> years = files.filter(
                            file -> String.valueOf(file.getFileName()).endsWith(".yml"))
                    .sorted()
                    .map(reader::year)
                    .toList();
            return WorkingCalendar.of(String.valueOf(folder.getFileName()), years);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    private CalendarYear year(Path file) {
        YamlNode root =
                YamlFile.read(file, problems).only("year", "provisional", "source", "statutory-days", "off", "worked");
        // The name of the file keeps years apart even where the key is wrong.
        String name = String.valueOf(file.getFileName()).replace(".yml", "");
        int year = root.get("year").integer();
        if (!name.equals(String.valueOf(year))) {
            root.get("year")
                    .problem(
                            "CALENDAR_YEAR_NOT_FILE",
                            "年份 %d 应与文件名 %s.yml 一致".formatted(year, name),
                            "The year %d must be the name of the file, %s.yml".formatted(year, name));
        }
        YamlNode source = root.get("source").only("title", "number", "date");
        String arrangedBy =
                source.get("title").text() + " " + source.get("number").text();
        day(source.get("date"));
        Set<LocalDate> off = new HashSet<>();
        root.get("off").items().forEach(holiday -> off.addAll(holiday(holiday, year, off)));
        Set<LocalDate> worked = new HashSet<>();
        root.get("worked").items().forEach(node -> worked.add(worked(node, year, off)));
        CalendarYear read = new CalendarYear(year, root.get("provisional").flag(false), arrangedBy, off, worked);
        checkSum(root.get("statutory-days"), read);
        return read;
    }

    private List<LocalDate> holiday(YamlNode node, int year, Set<LocalDate> before) {
        node.only("name", "from", "to");
        Title.of(node.get("name"));
        LocalDate from = day(node.get("from"));
        LocalDate to = day(node.get("to"));
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to) && days.size() < LONGEST_DAYS; day = day.plusDays(1)) {
            days.add(day);
        }
        boolean inYear = from.getYear() == year && to.getYear() == year;
        if (days.isEmpty() || !inYear || days.stream().anyMatch(before::contains)) {
            node.problem(
                    "CALENDAR_HOLIDAY_WRONG",
                    "假期 %s 至 %s 应在%d年内、起不晚于止、不与其他假期重叠".formatted(from, to, year),
                    "The holiday from %s to %s must lie in %d, begin before it ends and overlap no other"
                            .formatted(from, to, year));
        }
        return days;
    }

    private static LocalDate worked(YamlNode node, int year, Set<LocalDate> off) {
        LocalDate day = day(node);
        if (day.getYear() != year || !CalendarYear.isWeekend(day) || off.contains(day)) {
            node.problem(
                    "CALENDAR_WORKED_DAY_WRONG",
                    "调休上班日 %s 应是%d年的周六或周日,且不在假期内".formatted(day, year),
                    "The make-up day %s must be a Saturday or Sunday of %d outside the holidays".formatted(day, year));
        }
        return day;
    }

    /** A wrong date shows in the balance: what is off more than the law grants is made up on weekends. */
    private static void checkSum(YamlNode node, CalendarYear year) {
        if (node.isPresent() && node.integer() != year.workingDaysLost()) {
            node.problem(
                    "CALENDAR_DAYS_DO_NOT_ADD_UP",
                    "放假的工作日减去调休上班日为 %d 天,法定假日为 %d 天;请核对日期".formatted(year.workingDaysLost(), node.integer()),
                    "Weekdays off less make-up days are %d, the statutory holidays %d; check the dates"
                            .formatted(year.workingDaysLost(), node.integer()));
        }
    }

    private static LocalDate day(YamlNode node) {
        String text = node.text();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            node.problem(
                    "CALENDAR_DATE_MALFORMED",
                    "\"%s\" 不是日期(应如 2026-10-01)".formatted(text),
                    "\"%s\" is not a date (expected: 2026-10-01)".formatted(text));
            return LocalDate.EPOCH;
        }
    }
}
