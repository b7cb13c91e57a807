package org.wenheng.ingest.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.due.FormStanding.Return;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Timetable;

/**
 * How far a report is at a moment, from what is known then.
 *
 * @param expected cells expected; for a form of facilities its elements times the facilities known, of which there is at
 *     least one
 * @param answered cells answered; never more than expected
 * @param nil cells that say "nothing to report"
 * @param firstReceived when the first value came; null if none did
 * @param lastReceived when the last value came; null if none did
 * @param completeSince the earliest moment at which it was complete, since the last return; null if it is not complete
 */
public record ReportProgress(
        int expected,
        int answered,
        int nil,
        @Nullable Instant firstReceived,
        @Nullable Instant lastReceived,
        @Nullable Instant completeSince,
        Completeness completeness,
        Timeliness timeliness,
        Administrative administrative) {

    public ReportProgress {
        if (answered < 0 || answered > expected || nil > answered) {
            throw new IllegalArgumentException(
                    "Invalid counts: expected %d, answered %d, nil %d".formatted(expected, answered, nil));
        }
    }

    /**
     * The progress of a report.
     *
     * <p>A return begins a new round: from then on the report is complete when a value came after the return and every
     * cell is answered. It is late if any round was completed, or still open when the next return came, after the deadline
     * of that round. Corrections after a round's completion change nothing. An approval without a new sending takes the
     * return back.
     *
     * @param changes what became known until {@code now}, in any order
     */
    public static ReportProgress of(
            Form form,
            Period period,
            List<ReportChange> changes,
            FormStanding standing,
            Deadline deadline,
            Instant now,
            Timetable timetable) {
        Walk walk = new Walk(form, changes, now);
        boolean late = false;
        Instant end = deadline.end();
        for (Return returned : standingReturns(standing, changes)) {
            walk.to(returned.at());
            late |= !(walk.doneAt == null ? returned.at() : walk.doneAt).isBefore(end);
            Instant next = timetable.endOf(returned.until());
            end = next.isAfter(end) ? next : end;
            walk.sendBack();
        }
        walk.to(now);
        boolean complete = walk.isDone();
        Instant doneAt = complete ? walk.doneAt : null;
        late |= doneAt != null && !doneAt.isBefore(end);
        Timeliness timeliness = complete
                ? late ? Timeliness.LATE : Timeliness.ON_TIME
                : !now.isBefore(end)
                        ? Timeliness.OVERDUE
                        : now.isBefore(askedFrom(form, period, timetable)) ? Timeliness.NOT_DUE : Timeliness.DUE;
        return new ReportProgress(
                walk.expected(),
                walk.answered,
                walk.nil,
                walk.first,
                walk.last,
                doneAt,
                Completeness.of(walk.expected(), walk.answered, walk.nil),
                timeliness,
                administrative(standing, complete));
    }

    /** The returns that an approval did not take back. */
    private static List<Return> standingReturns(FormStanding standing, List<ReportChange> changes) {
        Instant approved = standing.approvedAt();
        if (approved == null) {
            return standing.returns();
        }
        return standing.returns().stream()
                .filter(returned -> changes.stream()
                        .anyMatch(change -> change.received() > 0
                                && change.at().isAfter(returned.at())
                                && !change.at().isAfter(approved)))
                .toList();
    }

    /** A report is asked for when its period has ended; one that is due before, when it opens. */
    private static Instant askedFrom(Form form, Period period, Timetable timetable) {
        Instant opens = timetable.startOf(form.times().openingDay(period));
        Instant ended = timetable.endOf(period.lastDay());
        return form.times().isDueWithinPeriod() || opens.isAfter(ended) ? opens : ended;
    }

    private static Administrative administrative(FormStanding standing, boolean complete) {
        if (standing.exempt()) {
            return Administrative.EXEMPT;
        }
        if (standing.approvedAt() != null) {
            return Administrative.APPROVED;
        }
        return standing.returns().isEmpty() || complete ? Administrative.NORMAL : Administrative.RETURNED;
    }

    /** Goes through the changes once, from round to round. */
    private static final class Walk {
        private final int elements;
        private final boolean ofFacilities;
        private final List<ReportChange> changes;
        private int next;
        private int answered;
        private int nil;
        private int facilities;
        private boolean sent = true;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private @Nullable Instant doneAt;

        Walk(Form form, List<ReportChange> changes, Instant now) {
            this.elements = form.elements().size();
            this.ofFacilities = form.facilityType() != null;
            this.changes = new ArrayList<>(
                    changes.stream().filter(change -> !change.at().isAfter(now)).toList());
            this.changes.sort(Comparator.comparing(ReportChange::at));
        }

        /** Takes the changes up to a moment: an act of that moment knows what came with it. */
        void to(Instant end) {
            for (; next < changes.size() && !changes.get(next).at().isAfter(end); next++) {
                ReportChange change = changes.get(next);
                answered += change.answered();
                nil += change.nil();
                facilities += change.facilities();
                if (change.received() > 0) {
                    first = first == null ? change.at() : first;
                    last = change.at();
                    sent = true;
                }
                // Changes of one moment are one change: the next may belong to it.
                boolean momentOver =
                        next + 1 == changes.size() || changes.get(next + 1).at().isAfter(change.at());
                if (momentOver && doneAt == null && isDone()) {
                    doneAt = change.at();
                }
            }
        }

        void sendBack() {
            sent = false;
            doneAt = null;
        }

        int expected() {
            return ofFacilities ? elements * Math.max(1, facilities) : elements;
        }

        boolean isDone() {
            return sent && answered == expected();
        }
    }
}
