package org.wenheng.ingest.lake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.wenheng.ingest.check.CellCode;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.submission.Verdict;

/**
 * What a collection did.
 *
 * @param files in the order in which they were taken
 * @param seconds time by stage, in the order of the stages
 */
public record IngestReport(List<FileReport> files, Map<String, Duration> seconds) {
    /** Findings that a file report shows; the rest is counted. */
    static final int SHOWN = 5;

    public IngestReport {
        files = List.copyOf(files);
    }

    /**
     * What became of one file.
     *
     * @param name as given to the collection
     * @param submissionId number of the submission
     * @param verdict what became of it; for a file that was sent before, what became of it then
     * @param repeated whether the same content was collected before, so that nothing was written
     * @param ledger where its cells went; empty if it is repeated
     * @param shown the first findings that refuse something
     * @param corrections the first findings on values that replace known ones
     * @param findings number of findings by code
     * @param refusals number of findings that refuse something, by code
     * @param open number of findings that have to be explained and are not
     * @param explained number of findings that had to be explained and are
     */
    public record FileReport(
            String name,
            String submissionId,
            Verdict verdict,
            boolean repeated,
            Ledger ledger,
            List<Finding> shown,
            List<Finding> corrections,
            Map<String, Integer> findings,
            Map<String, Integer> refusals,
            long open,
            long explained) {

        static FileReport of(String name, Submission submission, boolean repeated) {
            Map<String, Integer> findings = new TreeMap<>();
            Map<String, Integer> refusals = new TreeMap<>();
            for (Finding finding : submission.findings()) {
                findings.merge(finding.code(), 1, Integer::sum);
                if (finding.severity() == Severity.REJECT) {
                    refusals.merge(finding.code(), 1, Integer::sum);
                }
            }
            List<Finding> shown = first(submission, finding -> finding.severity() == Severity.REJECT);
            List<Finding> corrections =
                    first(submission, finding -> finding.code().equals(CellCode.VALUE_CHANGED.name()));
            return new FileReport(
                    name,
                    submission.id(),
                    submission.verdict(),
                    repeated,
                    submission.ledger(),
                    shown,
                    corrections,
                    findings,
                    refusals,
                    submission.findings().stream().filter(Finding::isOpen).count(),
                    submission.findings().stream().filter(Finding::isExplained).count());
        }

        private static List<Finding> first(Submission submission, Predicate<Finding> wanted) {
            return submission.findings().stream().filter(wanted).limit(SHOWN).toList();
        }

        static FileReport repeated(String name, String submissionId, Verdict verdict) {
            return new FileReport(
                    name, submissionId, verdict, true, Ledger.EMPTY, List.of(), List.of(), Map.of(), Map.of(), 0, 0);
        }
    }

    /** Both collections together. */
    IngestReport plus(IngestReport later) {
        List<FileReport> all = new ArrayList<>(files);
        all.addAll(later.files);
        Map<String, Duration> together = new LinkedHashMap<>(seconds);
        later.seconds.forEach((stage, time) -> together.merge(stage, time, Duration::plus));
        return new IngestReport(all, together);
    }

    /** Where all cells went. */
    public Ledger total() {
        return files.stream().map(FileReport::ledger).reduce(Ledger.EMPTY, Ledger::plus);
    }

    /** Number of files with a verdict, repeated ones not counted. */
    public long count(Verdict verdict) {
        return files.stream()
                .filter(file -> !file.repeated() && file.verdict() == verdict)
                .count();
    }

    /** Number of files whose content was collected before. */
    public long repeated() {
        return files.stream().filter(FileReport::repeated).count();
    }

    /** Whether any file was refused wholly, now or when it was sent before. */
    public boolean anyRefused() {
        return files.stream().anyMatch(file -> file.verdict() == Verdict.REFUSED);
    }

    /** Number of findings that have to be explained and are not. */
    public long open() {
        return files.stream().mapToLong(FileReport::open).sum();
    }

    /** Number of findings that had to be explained and are. */
    public long explained() {
        return files.stream().mapToLong(FileReport::explained).sum();
    }

    /** Findings that refuse something, by code. */
    public Map<String, Integer> refusals() {
        Map<String, Integer> refusals = new TreeMap<>();
        files.forEach(file -> file.refusals().forEach((code, count) -> refusals.merge(code, count, Integer::sum)));
        return refusals;
    }

    /** Findings on values that are accepted all the same, to be explained or to be known, by code. */
    public Map<String, Integer> remarks() {
        Map<String, Integer> remarks = new TreeMap<>();
        files.forEach(file -> file.findings().forEach((code, count) -> {
            int others = count - file.refusals().getOrDefault(code, 0);
            if (others > 0) {
                remarks.merge(code, others, Integer::sum);
            }
        }));
        return remarks;
    }
}
