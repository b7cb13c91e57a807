package org.wenheng.ingest.due;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How many reports stand where.
 *
 * @param expected all rows
 * @param exempt not asked for
 * @param notDue not asked for yet
 * @param due the rest: what the rates are of
 * @param complete of those due, done in time or late; nil reports included
 * @param onTime of those complete
 * @param late of those complete
 * @param nil of those complete
 * @param partial of those due, begun and not complete
 * @param overdue of those due, not done past the deadline
 * @param returned of those due, sent back and not complete again
 * @param warning lit
 * @param yellow lit
 * @param red lit
 */
public record ReportTally(
        int expected,
        int exempt,
        int notDue,
        int due,
        int complete,
        int onTime,
        int late,
        int nil,
        int partial,
        int overdue,
        int returned,
        int warning,
        int yellow,
        int red) {

    /** The tally of some rows. */
    public static ReportTally of(Collection<ExpectedReport> rows) {
        int due = count(rows, ExpectedReport::isDue);
        int exempt = count(rows, row -> row.progress().administrative() == Administrative.EXEMPT);
        return new ReportTally(
                rows.size(),
                exempt,
                rows.size() - exempt - due,
                due,
                count(rows, row -> row.isDue() && row.progress().timeliness().isDone()),
                count(rows, row -> row.isDue() && row.progress().timeliness() == Timeliness.ON_TIME),
                count(rows, row -> row.isDue() && row.progress().timeliness() == Timeliness.LATE),
                count(
                        rows,
                        row -> row.isDue()
                                && row.progress().timeliness().isDone()
                                && row.progress().completeness() == Completeness.NIL),
                count(
                        rows,
                        row -> row.isDue()
                                && !row.progress().timeliness().isDone()
                                && row.progress().completeness() == Completeness.PARTIAL),
                count(rows, row -> row.isDue() && row.progress().timeliness() == Timeliness.OVERDUE),
                count(rows, row -> row.isDue() && row.progress().administrative() == Administrative.RETURNED),
                count(rows, row -> row.signal().light() == Light.WARNING),
                count(rows, row -> row.signal().light() == Light.YELLOW),
                count(rows, row -> row.signal().light() == Light.RED));
    }

    /** Complete reports of those due, per cent; empty if none is due. */
    public Optional<BigDecimal> completeRate() {
        return rate(complete);
    }

    /** Reports in time of those due, per cent; empty if none is due. */
    public Optional<BigDecimal> onTimeRate() {
        return rate(onTime);
    }

    /** One decimal, rounded down: 100.0 only if all are. */
    private Optional<BigDecimal> rate(int part) {
        return due == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(due), 1, RoundingMode.DOWN));
    }

    private static int count(Collection<ExpectedReport> rows, Predicate<ExpectedReport> wanted) {
        return (int) rows.stream().filter(wanted).count();
    }
}
