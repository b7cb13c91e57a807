package org.wenheng.ingest.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Timetable;
import org.wenheng.ingest.reference.WorkingCalendar;

/**
 * The ledger of expected reports: every region in force × every form of its level × every period of the form's kind, each
 * with its state. It rests on what was received and on events, both as known at one moment; nobody declares a report
 * complete.
 */
public final class ReportLedger {
    private final Catalogue catalogue;
    private final LightRules rules;
    private final Map<ReportKey, List<ReportChange>> changes;
    private final Map<ReportKey, List<FormEvent>> events;
    private final Instant now;

    /**
     * A ledger.
     *
     * @param changes what became known about each report; a report without an entry has none
     * @param events the acts on each report
     * @param now the moment as of which it is drawn up
     */
    public ReportLedger(
            Catalogue catalogue,
            LightRules rules,
            Map<ReportKey, List<ReportChange>> changes,
            Map<ReportKey, List<FormEvent>> events,
            Instant now) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.changes = changes;
        this.events = events;
        this.now = now;
    }

    /** The periods of which a ledger for a period needs to know: itself and those that its lights look back on. */
    public static List<Period> periodsFor(Period period, LightRules rules) {
        List<Period> periods = new ArrayList<>();
        Period one = period;
        for (int i = 0; i <= rules.lookBack() && rules.expects(one); i++) {
            periods.add(one);
            one = one.previous();
        }
        return periods;
    }

    /**
     * The rows of a period, in the order of the catalogue's regions and forms; none for a period that is not expected.
     *
     * @throws org.wenheng.ingest.problem.InputRefusedException if the calendar lacks a year that a deadline needs
     */
    public List<ExpectedReport> rows(Period period) {
        List<ExpectedReport> rows = new ArrayList<>();
        if (!rules.expects(period)) {
            return rows;
        }
        for (Region region : catalogue.regions().values()) {
            for (Form form : catalogue.formsOf(region)) {
                if (form.frequency() == period.frequency() && isInForce(region, period)) {
                    ExpectedReport row = row(region, form, period);
                    rows.add(row.progress().timeliness().isDone() || isSettled(row) ? row : lit(row));
                }
            }
        }
        return rows;
    }

    private static boolean isSettled(ExpectedReport row) {
        Administrative decision = row.progress().administrative();
        return decision == Administrative.EXEMPT || decision == Administrative.APPROVED;
    }

    private ExpectedReport row(Region region, Form form, Period period) {
        ReportKey key = new ReportKey(region.code(), form.code(), period.code());
        List<FormEvent> acts = events.getOrDefault(key, List.of());
        Timetable timetable = catalogue.timetable();
        FormStanding standing = FormStanding.asOf(acts, now);
        Deadline deadline = Deadline.of(form, period, standing, timetable);
        return new ExpectedReport(
                region,
                form,
                period,
                standing,
                deadline,
                ReportProgress.of(
                        form, period, changes.getOrDefault(key, List.of()), standing, deadline, now, timetable),
                FormWindow.isOpen(form, region, period, now, acts, timetable),
                Signal.NONE);
    }

    private ExpectedReport lit(ExpectedReport row) {
        return new ExpectedReport(
                row.region(),
                row.form(),
                row.period(),
                row.standing(),
                row.deadline(),
                row.progress(),
                row.opening(),
                rules.signal(facts(row)));
    }

    private LightRule.Facts facts(ExpectedReport row) {
        Timetable timetable = catalogue.timetable();
        WorkingCalendar calendar = timetable.calendar();
        LocalDate today = timetable.dayOf(now);
        LocalDate due = timetable.dayOf(row.deadline().current()).minusDays(1);
        boolean overdue = row.progress().timeliness() == Timeliness.OVERDUE;
        return new LightRule.Facts(
                overdue ? -1 : calendar.workingDaysBetween(today, due),
                overdue ? calendar.workingDaysBetween(due, today) : -1,
                missedInARow(row),
                row.percent(),
                row.progress().administrative() == Administrative.RETURNED);
    }

    /** A period for which the region was exempt neither counts nor ends the row. */
    private int missedInARow(ExpectedReport row) {
        if (!row.isMissed()) {
            return 0;
        }
        int missed = 1;
        Period period = row.period();
        for (int i = 0; i < rules.lookBack(); i++) {
            period = period.previous();
            if (!rules.expects(period) || !isInForce(row.region(), period)) {
                break;
            }
            ExpectedReport earlier = row(row.region(), row.form(), period);
            if (earlier.standing().exempt()) {
                continue;
            }
            if (!earlier.isMissed()) {
                break;
            }
            missed++;
        }
        return missed;
    }

    private static boolean isInForce(Region region, Period period) {
        LocalDate from = region.validFrom();
        LocalDate to = region.validTo();
        return (from == null || !from.isAfter(period.lastDay())) && (to == null || !to.isBefore(period.firstDay()));
    }
}
