package org.wenheng.ingest.due;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Department;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** Prints a ledger for people at a terminal: totals, a line for each region, and who has to act. Chinese first. */
public final class LedgerText {
    private static final int LINES_SHOWN = 20;
    private static final int NAME_PLACES = 34;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String[][] COLUMNS = {
        {"应报", "due"},
        {"完整", "complete"},
        {"按时", "on time"},
        {"迟报", "late"},
        {"零报告", "nil"},
        {"部分", "partial"},
        {"逾期", "overdue"},
        {"退回", "returned"},
        {"免报", "exempt"},
        {"完整率%", "compl.%"},
        {"按时率%", "in time%"},
        {"红", "red"},
        {"黄", "yellow"},
        {"提醒", "warning"}
    };

    private final Catalogue catalogue;
    private final PrintWriter out;
    private final Map<String, List<Region>> children = new HashMap<>();

    /** Prints a catalogue's ledgers. */
    public LedgerText(Catalogue catalogue, PrintWriter out) {
        this.catalogue = catalogue;
        this.out = out;
        for (Region region : catalogue.regions().values()) {
            if (region.parent() != null) {
                children.computeIfAbsent(region.parent(), code -> new ArrayList<>())
                        .add(region);
            }
        }
    }

    /** Prints the rows of one period as known at a moment. */
    public void print(Period period, Instant now, List<ExpectedReport> rows) {
        String moment = now.atZone(catalogue.timetable().zone()).format(MINUTE);
        out.println("%s %s,截至 %s (%s)"
                .formatted(
                        catalogue.title().chinese(),
                        period.nameChinese(),
                        moment,
                        catalogue.timetable().zone()));
        out.println("%s, %s, as known on %s"
                .formatted(catalogue.title().english(), period.code(), now.truncatedTo(ChronoUnit.SECONDS)));
        if (rows.isEmpty()) {
            out.println("该期没有应报的表 / No report is expected for this period");
            out.flush();
            return;
        }
        printDeadlines(rows);
        out.println();
        printTable(rows);
        out.println();
        printLights(rows);
        out.flush();
    }

    private void printDeadlines(List<ExpectedReport> rows) {
        Map<String, Long> days = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.deadline().regularDay() + (row.deadline().provisional() ? " (暂定 provisional)" : ""),
                        TreeMap::new,
                        Collectors.counting()));
        out.println("截止日 / deadlines: "
                + days.entrySet().stream()
                        .map(day -> "%s × %d".formatted(day.getKey(), day.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private void printTable(List<ExpectedReport> rows) {
        for (int language = 0; language < 2; language++) {
            StringBuilder line = new StringBuilder(PaddedText.left(language == 0 ? "地区" : "region", NAME_PLACES));
            for (String[] column : COLUMNS) {
                line.append(PaddedText.right(column[language], width(column)));
            }
            out.println(line);
        }
        Map<String, List<ExpectedReport>> byRegion =
                rows.stream().collect(Collectors.groupingBy(row -> row.region().code()));
        line("合计 / total", ReportTally.of(rows));
        catalogue.regions().values().stream()
                .filter(region -> region.parent() == null)
                .forEach(root -> printBelow(root, 0, byRegion));
    }

    /** A region with others below it has a line for all of them and one for itself. */
    private void printBelow(Region region, int depth, Map<String, List<ExpectedReport>> byRegion) {
        List<ExpectedReport> all = below(region, byRegion);
        List<ExpectedReport> own = byRegion.getOrDefault(region.code(), List.of());
        if (all.isEmpty()) {
            return;
        }
        String indent = "  ".repeat(depth);
        boolean isRoot = region.parent() == null && own.isEmpty();
        if (!isRoot) {
            line(indent + region.name().chinese() + " " + region.code(), ReportTally.of(all));
            if (!own.isEmpty() && own.size() < all.size()) {
                line(indent + "  本级 / itself", ReportTally.of(own));
            }
        }
        for (Region child : children.getOrDefault(region.code(), List.of())) {
            printBelow(child, isRoot ? depth : depth + 1, byRegion);
        }
    }

    private List<ExpectedReport> below(Region region, Map<String, List<ExpectedReport>> byRegion) {
        List<ExpectedReport> all = new ArrayList<>(byRegion.getOrDefault(region.code(), List.of()));
        children.getOrDefault(region.code(), List.of()).forEach(child -> all.addAll(below(child, byRegion)));
        return all;
    }

    private void line(String name, ReportTally tally) {
        String[] values = {
            text(tally.due()),
            text(tally.complete()),
            text(tally.onTime()),
            text(tally.late()),
            text(tally.nil()),
            text(tally.partial()),
            text(tally.overdue()),
            text(tally.returned()),
            text(tally.exempt()),
            rate(tally.completeRate()),
            rate(tally.onTimeRate()),
            text(tally.red()),
            text(tally.yellow()),
            text(tally.warning())
        };
        StringBuilder line = new StringBuilder(PaddedText.left(name, NAME_PLACES));
        for (int i = 0; i < values.length; i++) {
            line.append(PaddedText.right(values[i], width(COLUMNS[i])));
        }
        out.println(line);
    }

    private void printLights(List<ExpectedReport> rows) {
        List<ExpectedReport> lit = rows.stream()
                .filter(row -> row.signal().light() != Light.NONE)
                .sorted(Comparator.comparing(
                                (ExpectedReport row) -> row.signal().light())
                        .reversed())
                .toList();
        if (lit.isEmpty()) {
            out.println("没有亮灯的表 / No light is on");
            return;
        }
        out.println("由谁处理 / who has to act");
        Map<List<Object>, List<ExpectedReport>> together = lit.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.region(), row.signal(), row.opening().isOpen()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        together.values().stream().limit(LINES_SHOWN).forEach(this::printLight);
        if (together.size() > LINES_SHOWN) {
            int more = together.size() - LINES_SHOWN;
            out.println("…… 另有 %d 行,用 --out 写出全部 / %d more lines, all of them with --out".formatted(more, more));
        }
        Map<String, Long> pressing = lit.stream()
                .filter(row -> row.signal().light() == Light.RED)
                .collect(Collectors.groupingBy(row -> supervisor(catalogue, row), TreeMap::new, Collectors.counting()));
        if (!pressing.isEmpty()) {
            out.println("红灯按督办部门 / red lights by the department that presses");
            pressing.forEach((department, count) -> out.println("  %s %d".formatted(department, count)));
        }
    }

    /** Reports of one region that are lit for the same reason stand together. */
    private void printLight(List<ExpectedReport> rows) {
        ExpectedReport first = rows.get(0);
        out.println("  %s %s %s,%s / %s:%s"
                .formatted(
                        first.signal().light().nameChinese(),
                        first.region().code(),
                        first.region().name().chinese(),
                        first.signal().reason().chinese(),
                        first.signal().reason().english(),
                        rows.stream()
                                .map(row -> "%s %d/%d"
                                        .formatted(
                                                row.form().title().chinese(),
                                                row.progress().answered(),
                                                row.progress().expected()))
                                .collect(Collectors.joining("、"))));
        rows.stream().map(row -> act(catalogue, row)).distinct().forEach(act -> out.println("      → " + act));
    }

    /** Who has to act on a report that lights a lamp: who reports, who presses at red, who may open it if it is closed. */
    static String act(Catalogue catalogue, ExpectedReport row) {
        if (row.signal().light() == Light.NONE) {
            return "";
        }
        Title reporter = row.region().name();
        String department = supervisor(catalogue, row);
        String english = Optional.ofNullable(
                        catalogue.departments().get(row.form().department()))
                .map(found -> found.name().english())
                .orElse(department);
        if (!row.opening().isOpen()) {
            return "%s重新开放或免报 / %s reopens or exempts".formatted(department, english);
        }
        return row.signal().light() == Light.RED
                ? "%s填报,%s督办 / %s reports, %s presses"
                        .formatted(reporter.chinese(), department, reporter.english(), english)
                : "%s填报 / %s reports".formatted(reporter.chinese(), reporter.english());
    }

    /** The department that answers for the form, by the name it has now. */
    static String supervisor(Catalogue catalogue, ExpectedReport row) {
        Department department = catalogue.departments().get(row.form().department());
        if (department == null) {
            return row.form().department();
        }
        return department.successor() == null ? department.name().chinese() : department.successor();
    }

    private static int width(String[] column) {
        return Math.max(PaddedText.places(column[0]), PaddedText.places(column[1])) + 2;
    }

    private static String text(int count) {
        return Integer.toString(count);
    }

    private static String rate(Optional<BigDecimal> rate) {
        return rate.map(BigDecimal::toPlainString).orElse("-");
    }
}
