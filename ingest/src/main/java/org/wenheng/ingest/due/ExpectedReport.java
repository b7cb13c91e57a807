package org.wenheng.ingest.due;

import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/**
 * One row of the ledger of what is expected: a region, a form and a period, with what is known of it at a moment.
 *
 * @param opening whether it is open then, and why
 */
public record ExpectedReport(
        Region region,
        Form form,
        Period period,
        FormStanding standing,
        Deadline deadline,
        ReportProgress progress,
        Opening opening,
        Signal signal) {

    /** The one word for it. */
    public ReportState state() {
        return ReportState.of(progress.completeness(), progress.timeliness(), progress.administrative())
                .orElseThrow(() -> new IllegalStateException(
                        "Impossible state of " + region.code() + " " + form.code() + " " + period + ": " + progress));
    }

    /** Whether it counts in the rates: asked for, or done before. */
    public boolean isDue() {
        return progress.administrative() != Administrative.EXEMPT && progress.timeliness() != Timeliness.NOT_DUE;
    }

    /** Whether the deadline was missed, whatever came later. */
    boolean isMissed() {
        return progress.timeliness() == Timeliness.OVERDUE || progress.timeliness() == Timeliness.LATE;
    }

    /** Expected cells that are answered, per cent, rounded down: 100 only if all are. */
    public int percent() {
        return (int) (100L * progress.answered() / progress.expected());
    }

    /** Whether values came after the approval: what was approved is not what stands now. */
    public boolean isChangedSinceApproval() {
        return standing.approvedAt() != null
                && progress.lastReceived() != null
                && progress.lastReceived().isAfter(standing.approvedAt());
    }
}
