package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wenheng.ingest.due.Administrative;
import org.wenheng.ingest.due.ExpectedReport;
import org.wenheng.ingest.due.Light;
import org.wenheng.ingest.due.Timeliness;
import org.wenheng.ingest.reference.Department;
import org.wenheng.ingest.reference.Title;

/**
 * What the ledger of expected reports says of the regions. The light of a report is the ledger's; no other is made here.
 *
 * <p>What all have in common is held against nobody: a form that nobody has sent was not collected, and one that nobody sent
 * in time was loaded afterwards. The former are named, so that the office sees them.
 */
final class FormFacts {
    private final Map<String, List<ExpectedReport>> due = new LinkedHashMap<>();
    private final Map<String, Department> departments;
    private final Set<String> inTime = new HashSet<>();
    private final Map<String, Title> uncollected = new LinkedHashMap<>();

    /**
     * @param reports rows of the ledger for one period
     * @param departments of the catalogue, by code
     */
    FormFacts(List<ExpectedReport> reports, Map<String, Department> departments) {
        this.departments = departments;
        reports.stream()
                .filter(ExpectedReport::isDue)
                .forEach(report ->
                        uncollected.put(report.form().code(), report.form().title()));
        reports.stream()
                .filter(report -> report.progress().answered() > 0)
                .forEach(report -> uncollected.remove(report.form().code()));
        for (ExpectedReport report : reports) {
            if (report.isDue() && !uncollected.containsKey(report.form().code())) {
                due.computeIfAbsent(report.region().code(), code -> new ArrayList<>())
                        .add(report);
            }
            if (report.progress().timeliness() == Timeliness.ON_TIME) {
                inTime.add(report.form().code());
            }
        }
    }

    /** Titles of the forms that are due and that nobody has sent. */
    List<Title> uncollected() {
        return List.copyOf(uncollected.values());
    }

    /** The reports of a region that are due or done, without those it was exempted from and forms that nobody sent. */
    List<ExpectedReport> due(String region) {
        return due.getOrDefault(region, List.of());
    }

    /** Those of them whose coming in time can be judged. */
    List<ExpectedReport> judgedInTime(String region) {
        return due(region).stream().filter(this::isJudged).toList();
    }

    private boolean isJudged(ExpectedReport report) {
        return report.progress().timeliness() != Timeliness.DUE
                && inTime.contains(report.form().code());
    }

    /** The fact of a region; not known if nothing is due from it. */
    Fact fact(String region) {
        List<ExpectedReport> reports = due(region);
        if (reports.isEmpty()) {
            return Fact.unknown(Watch.FORMS, region, "", new Title("本期没有到期的报表", "no report of the period is due"));
        }
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        Set<String> answering = new TreeSet<>();
        for (ExpectedReport report : reports) {
            boolean late = isLate(report);
            if (late || isLit(report, Light.RED) || isLit(report, Light.YELLOW)) {
                Title state = state(report, late);
                chinese.add(report.form().title().chinese() + " " + state.chinese());
                english.add(report.form().title().english() + " " + state.english());
                Department department = departments.get(report.form().department());
                answering.add(
                        department == null
                                ? report.form().department()
                                : department.name().chinese());
            }
        }
        return Fact.of(
                        Watch.FORMS,
                        region,
                        Map.of(
                                "red", count(reports, Light.RED),
                                "yellow", count(reports, Light.YELLOW),
                                "late",
                                        (double) reports.stream()
                                                .filter(this::isLate)
                                                .count()),
                        Map.of("forms", new Title(String.join(";", chinese), String.join("; ", english))))
                .answeredBy(List.copyOf(answering));
    }

    /** How it stands, by the day it was due: days since then would change from day to day without anything having happened. */
    private static Title state(ExpectedReport report, boolean late) {
        String day = report.deadline().day().toString();
        if (late) {
            return new Title("迟报(%s 截止)".formatted(day), "late (due %s)".formatted(day));
        }
        if (report.progress().administrative() == Administrative.RETURNED) {
            return new Title("退回未重报(%s 截止)".formatted(day), "returned and not sent again (due %s)".formatted(day));
        }
        int percent = report.percent();
        return percent == 0
                ? new Title("未报(%s 截止)".formatted(day), "not sent (due %s)".formatted(day))
                : new Title(
                        "只报 %d%%(%s 截止)".formatted(percent, day), "%d %% complete (due %s)".formatted(percent, day));
    }

    private boolean isLate(ExpectedReport report) {
        return report.progress().timeliness() == Timeliness.LATE && isJudged(report);
    }

    private static boolean isLit(ExpectedReport report, Light light) {
        return report.signal().light() == light;
    }

    private static double count(List<ExpectedReport> reports, Light light) {
        return reports.stream().filter(report -> isLit(report, light)).count();
    }
}
