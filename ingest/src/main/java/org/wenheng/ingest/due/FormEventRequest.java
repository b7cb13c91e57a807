package org.wenheng.ingest.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Timetable;
import org.wenheng.ingest.yaml.Nearest;

/**
 * What somebody asks to be done to some reports, before it is judged.
 *
 * @param regions codes; empty for a withdrawal
 * @param forms codes; empty for a withdrawal
 * @param period as given; empty for a withdrawal
 * @param until null if none was given
 * @param withdraws null if none was given
 */
public record FormEventRequest(
        FormEventKind kind,
        List<String> regions,
        List<String> forms,
        String period,
        @Nullable LocalDate until,
        @Nullable Long withdraws,
        String reason,
        String by) {

    /**
     * The events to add: one for each region and form.
     *
     * @param earlier all events of the catalogue
     * @param firstNumber number of the first event to add
     * @param at the server's time; not before any earlier event, for history is not rewritten
     * @throws org.wenheng.ingest.problem.InputRefusedException with everything that is wrong with the request
     */
    public List<FormEvent> judge(Catalogue catalogue, Collection<FormEvent> earlier, long firstNumber, Instant at) {
        Problems problems = new Problems();
        checkWords(problems);
        earlier.stream()
                .map(FormEvent::at)
                .filter(at::isBefore)
                .max(Instant::compareTo)
                .ifPresent(last -> problems.add(
                        "EVENT_BEFORE_KNOWN",
                        "--at",
                        "时间 %s 早于已有事项的时间 %s;历史不可改写".formatted(at, last),
                        "The time %s is before %s, that of an earlier act; history is not rewritten"
                                .formatted(at, last)));
        List<ReportKey> reports = kind == FormEventKind.WITHDRAW
                ? withdrawn(earlier, problems)
                : reports(catalogue, earlier, at, problems);
        problems.throwIfAny("form " + kind.code());
        List<FormEvent> events = new ArrayList<>();
        for (ReportKey report : reports) {
            events.add(new FormEvent(
                    firstNumber + events.size(), report, kind, until, withdraws, reason.strip(), by.strip(), at));
        }
        return events;
    }

    private void checkWords(Problems problems) {
        if (reason.isBlank()) {
            problems.add("EVENT_REASON_MISSING", "--reason", "请写明理由", "Give the reason");
        }
        if (by.isBlank()) {
            problems.add("EVENT_BY_MISSING", "--by", "请写明经办人", "Say who acts");
        }
        if (kind.isDated() && until == null) {
            problems.add(
                    "EVENT_UNTIL_MISSING",
                    "--until",
                    "%s须写明到哪一天".formatted(kind.nameChinese()),
                    "Say until which day it holds: %s needs one".formatted(kind.code()));
        }
        if (!kind.isDated() && until != null) {
            problems.add(
                    "EVENT_UNTIL_SURPLUS",
                    "--until",
                    "%s没有期限,请去掉日期 %s".formatted(kind.nameChinese(), until),
                    "%s has no term; leave the day %s away".formatted(kind.code(), until));
        }
    }

    /** The report of the event that is withdrawn. */
    private List<ReportKey> withdrawn(Collection<FormEvent> earlier, Problems problems) {
        boolean twice = earlier.stream()
                .anyMatch(
                        event -> event.withdraws() != null && event.withdraws().equals(withdraws));
        List<FormEvent> found = earlier.stream()
                .filter(event -> withdraws != null && event.number() == withdraws)
                .toList();
        if (found.isEmpty() || found.get(0).kind() == FormEventKind.WITHDRAW || twice) {
            problems.add(
                    "EVENT_NOT_WITHDRAWABLE",
                    "--event",
                    "没有可撤销的事项 %s(不存在、已撤销,或本身是撤销)".formatted(withdraws),
                    "There is no act %s to withdraw (it does not exist, is withdrawn already, or is a withdrawal)"
                            .formatted(withdraws));
        }
        return found.stream().map(FormEvent::report).toList();
    }

    private List<ReportKey> reports(Catalogue catalogue, Collection<FormEvent> earlier, Instant at, Problems problems) {
        Period asked = Period.parse(period).orElse(null);
        if (asked == null) {
            problems.add(
                    "PERIOD_MALFORMED",
                    "--period",
                    "\"%s\" 不是报告期(应如 2026-10、2026Q4、2026)".formatted(period),
                    "\"%s\" is not a period (expected: 2026-10, 2026Q4 or 2026)".formatted(period));
        }
        checkKnown(
                "REGION_UNKNOWN",
                "--region",
                "行政区",
                regions,
                catalogue.regions().keySet(),
                problems);
        checkKnown("FORM_UNKNOWN", "--form", "表", forms, catalogue.forms().keySet(), problems);
        List<ReportKey> reports = new ArrayList<>();
        for (String regionCode : regions) {
            for (String formCode : forms) {
                Region region = catalogue.regions().get(regionCode);
                Form form = catalogue.forms().get(formCode);
                if (region != null && form != null && asked != null) {
                    checkReport(region, form, asked, problems);
                    checkUntil(catalogue.timetable(), region, form, asked, earlier, at, problems);
                    reports.add(new ReportKey(regionCode, formCode, asked.code()));
                }
            }
        }
        return reports;
    }

    private static void checkKnown(
            String code, String option, String what, List<String> given, Collection<String> known, Problems problems) {
        given.stream().filter(text -> !known.contains(text)).forEach(text -> {
            String near = Nearest.to(text, known)
                    .map(" (did you mean \"%s\"?)"::formatted)
                    .orElse("");
            problems.add(
                    code,
                    option,
                    "目录里没有%s \"%s\"%s".formatted(what, text, near),
                    "The catalogue has no \"%s\"%s".formatted(text, near));
        });
    }

    private static void checkReport(Region region, Form form, Period period, Problems problems) {
        if (!form.levels().contains(region.level())) {
            problems.add(
                    "REGION_NOT_OF_FORM",
                    "--region",
                    "%s 不填报表 %s".formatted(region.code(), form.code()),
                    "%s does not report the form %s".formatted(region.code(), form.code()));
        }
        if (form.frequency() != period.frequency()) {
            problems.add(
                    "PERIOD_NOT_OF_FORM",
                    "--period",
                    "报告期 %s 与表 %s 的频率不符".formatted(period, form.code()),
                    "The period %s does not fit the frequency of the form %s".formatted(period, form.code()));
        }
    }

    /** A term that has passed, and an extension that is none, would be acts without effect. */
    private void checkUntil(
            Timetable timetable,
            Region region,
            Form form,
            Period asked,
            Collection<FormEvent> earlier,
            Instant at,
            Problems problems) {
        if (until == null || !kind.isDated() || form.frequency() != asked.frequency()) {
            return;
        }
        if (until.isBefore(timetable.dayOf(at))) {
            problems.add(
                    "EVENT_UNTIL_PASSED",
                    "--until",
                    "日期 %s 已过".formatted(until),
                    "The day %s has passed".formatted(until));
        }
        ReportKey key = new ReportKey(region.code(), form.code(), asked.code());
        Stream<FormEvent> acts = earlier.stream().filter(event -> event.report().equals(key));
        Deadline deadline = Deadline.of(form, asked, FormStanding.asOf(acts.toList(), at), timetable);
        if (kind == FormEventKind.EXTEND && !until.isAfter(deadline.day())) {
            problems.add(
                    "EXTENSION_TOO_SHORT",
                    "--until",
                    "%s 表 %s 的截止日是 %s,延期应晚于此日".formatted(region.code(), form.code(), deadline.day()),
                    "The deadline of %s, form %s, is %s; an extension must be later"
                            .formatted(region.code(), form.code(), deadline.day()));
        }
    }
}
