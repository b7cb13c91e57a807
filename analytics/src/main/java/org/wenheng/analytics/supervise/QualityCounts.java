package org.wenheng.analytics.supervise;

import java.util.List;
import org.wenheng.ingest.due.Administrative;
import org.wenheng.ingest.due.ReportProgress;
import org.wenheng.ingest.due.Timeliness;

/**
 * What the data quality of a region for a period is counted from.
 *
 * @param expected cells expected in the forms that are due
 * @param answered cells answered in them
 * @param formsDue forms asked for
 * @param inTime forms complete in time
 * @param late forms complete, but late
 * @param relations relations between values that were checked
 * @param broken relations that do not hold and were not explained
 * @param tested values compared with history or peers
 * @param suspect values that a case was opened for
 */
public record QualityCounts(
        int expected,
        int answered,
        int formsDue,
        int inTime,
        int late,
        int relations,
        int broken,
        int tested,
        int suspect) {

    public QualityCounts {
        part("answered", answered, "expected", expected);
        part("inTime", inTime, "formsDue", formsDue);
        part("late", late, "formsDue not in time", formsDue - inTime);
        part("broken", broken, "relations", relations);
        part("suspect", suspect, "tested", tested);
    }

    /**
     * Counts what the collection and the detectors found. A form that is not due yet, or exempt, does not count.
     *
     * @param reports the region's forms of the period
     * @param judged those of them whose coming in time can be judged
     * @param relations relations that were checked
     * @param broken relations that do not hold and were not explained; no more than were checked are counted
     * @param tested values that detectors could judge
     * @param suspect values with a case
     */
    public static QualityCounts of(
            List<ReportProgress> reports,
            List<ReportProgress> judged,
            int relations,
            int broken,
            int tested,
            int suspect) {
        List<ReportProgress> due = due(reports);
        List<ReportProgress> timed = due(judged);
        return new QualityCounts(
                due.stream().mapToInt(ReportProgress::expected).sum(),
                due.stream().mapToInt(ReportProgress::answered).sum(),
                timed.size(),
                count(timed, Timeliness.ON_TIME),
                count(timed, Timeliness.LATE),
                relations,
                Math.min(broken, relations),
                tested,
                suspect);
    }

    private static List<ReportProgress> due(List<ReportProgress> reports) {
        return reports.stream()
                .filter(report -> report.timeliness() != Timeliness.NOT_DUE)
                .filter(report -> report.administrative() != Administrative.EXEMPT)
                .toList();
    }

    private static int count(List<ReportProgress> reports, Timeliness timeliness) {
        return (int) reports.stream()
                .filter(report -> report.timeliness() == timeliness)
                .count();
    }

    private static void part(String name, int part, String wholeName, int whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(
                    "The count %s is %s, expected 0 to %s (%s)".formatted(name, part, whole, wholeName));
        }
    }
}
