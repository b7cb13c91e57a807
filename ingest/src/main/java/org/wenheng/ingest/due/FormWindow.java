package org.wenheng.ingest.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Timetable;

/**
 * The one place that says whether a form is open. Files, pages and interfaces ask it; none has a rule of its own. Its truth
 * table stands in {@code ingest/COLLECTION.md} and is what the tests hold it against.
 */
public final class FormWindow {
    private FormWindow() {}

    /**
     * Whether a region may report a form for a period now.
     *
     * @param now the server's time
     * @param events any events; those of other reports and those after {@code now} do not count
     * @throws org.wenheng.ingest.problem.InputRefusedException if the calendar lacks a year that the deadline needs
     */
    public static Opening isOpen(
            Form form, Region region, Period period, Instant now, Collection<FormEvent> events, Timetable timetable) {
        FormStanding standing = standing(form, region, period, now, events);
        return closed(form, period, now, standing, timetable)
                .orElseGet(() -> open(form, period, now, standing, timetable));
    }

    /**
     * Why a form is closed; empty if it is open. The same decision as {@link #isOpen}; it asks the calendar only where the
     * form has a day from which late reports are refused, so that old periods can be collected without old calendars.
     */
    public static Optional<Opening> closed(
            Form form, Region region, Period period, Instant now, Collection<FormEvent> events, Timetable timetable) {
        return closed(form, period, now, standing(form, region, period, now, events), timetable);
    }

    private static FormStanding standing(
            Form form, Region region, Period period, Instant now, Collection<FormEvent> events) {
        ReportKey report = new ReportKey(region.code(), form.code(), period.code());
        return FormStanding.asOf(
                events.stream().filter(event -> event.report().equals(report)).toList(), now);
    }

    private static Optional<Opening> closed(
            Form form, Period period, Instant now, FormStanding standing, Timetable timetable) {
        if (standing.isReopened(now, timetable)) {
            return Optional.empty();
        }
        if (standing.approvedAt() != null) {
            return Optional.of(new Opening(OpeningReason.FORM_LOCKED, timetable.dayOf(standing.approvedAt())));
        }
        LocalDate opens = form.times().openingDay(period);
        if (now.isBefore(timetable.startOf(opens))) {
            return Optional.of(new Opening(OpeningReason.FORM_NOT_YET_OPEN, opens));
        }
        if (form.times().closesWorkingDays() == null) {
            return Optional.empty();
        }
        Instant closes = Deadline.of(form, period, standing, timetable).closes();
        return closes == null || now.isBefore(closes)
                ? Optional.empty()
                : Optional.of(new Opening(OpeningReason.FORM_CLOSED, lastDayBefore(closes, timetable)));
    }

    private static Opening open(Form form, Period period, Instant now, FormStanding standing, Timetable timetable) {
        if (standing.isReopened(now, timetable)) {
            return new Opening(OpeningReason.FORM_REOPENED, standing.reopenedUntil());
        }
        if (standing.exempt()) {
            return new Opening(OpeningReason.FORM_EXEMPT, null);
        }
        LocalDate returned = standing.returnedUntil();
        if (returned != null && now.isBefore(timetable.endOf(returned))) {
            return new Opening(OpeningReason.FORM_RETURNED, returned);
        }
        Deadline deadline = Deadline.of(form, period, standing, timetable);
        if (now.isBefore(timetable.endOf(deadline.regularDay()))) {
            return new Opening(OpeningReason.FORM_OPEN, deadline.regularDay());
        }
        if (now.isBefore(deadline.end())) {
            return new Opening(OpeningReason.FORM_EXTENDED, deadline.day());
        }
        Instant closes = deadline.closes();
        return new Opening(OpeningReason.FORM_LATE, closes == null ? null : lastDayBefore(closes, timetable));
    }

    private static LocalDate lastDayBefore(Instant end, Timetable timetable) {
        return timetable.dayOf(end).minusDays(1);
    }
}
