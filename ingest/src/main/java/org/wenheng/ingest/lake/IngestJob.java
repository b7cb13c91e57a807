package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.lake.IngestReport.FileReport;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.submission.CheckedFile;
import org.wenheng.ingest.submission.Intake;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.submission.Verdict;

/**
 * Collects files: reads and checks them in plain Java, lands what was sent, what was said about it and what was accepted.
 * Content that was collected before changes nothing, unless it was refused and is accepted now because the catalogue or
 * the mapping has changed.
 */
public final class IngestJob {
    private final SparkSession spark;
    private final Lake lake;
    private final Catalogue catalogue;
    private final Intake intake;
    private final Instant received;
    private final Consumer<Submission> settled;
    private final List<FileReport> reports = new ArrayList<>();
    private final Map<String, Duration> seconds = new LinkedHashMap<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();

    private IngestJob(
            SparkSession spark,
            Lake lake,
            Catalogue catalogue,
            @Nullable SourceMapping mapping,
            Instant received,
            Consumer<Submission> settled) {
        this.spark = spark;
        this.lake = lake;
        this.catalogue = catalogue;
        this.intake = new Intake(catalogue, mapping, received, new LakeFormWindows(spark, lake, catalogue, received));
        this.received = received;
        this.settled = settled;
    }

    /**
     * Collects.
     *
     * @param mapping how the files are read; null for forms
     * @param paths files, and folders with all files below them
     * @param received when the files came; not before anything known about the same regions and periods
     * @param settled is given every submission when its fate is decided and before it is written, such as to answer it
     * @throws org.wenheng.ingest.problem.InputRefusedException if a path is missing or {@code received} is too early;
     *     a file that cannot be read is no exception but a finding
     */
    public static IngestReport run(
            SparkSession spark,
            Lake lake,
            Catalogue catalogue,
            @Nullable SourceMapping mapping,
            List<Path> paths,
            Instant received,
            Consumer<Submission> settled) {
        List<Path> files = SentFolder.files(paths);
        IngestJob job = new IngestJob(spark, lake, catalogue, mapping, received, settled);
        try (LakeBatch batch = job.open()) {
            for (List<Path> portion : SentFolder.batches(files)) {
                job.collect(portion, batch);
            }
        }
        return new IngestReport(job.reports, job.seconds);
    }

    private LakeBatch open() {
        long start = System.nanoTime();
        LakeBatch batch = LakeBatch.open(spark, lake);
        for (Row row : lake.read(spark, LakeTables.SUBMISSION)
                .where(col("catalogue").equalTo(catalogue.code()))
                .select("submission_id", "verdict")
                .collectAsList()) {
            verdicts.put(row.getString(0), verdict(row.getString(1)));
        }
        spent("准备 / open", start);
        return batch;
    }

    private void collect(List<Path> files, LakeBatch batch) {
        long start = System.nanoTime();
        List<CheckedFile> checked = check(files);
        spent("读取与审核 / read and check", start);

        start = System.nanoTime();
        KnownNow known = known(checked);
        spent("查已知值 / look up", start);

        start = System.nanoTime();
        List<Submission> submissions = settle(checked, known);
        spent("比对 / compare", start);

        start = System.nanoTime();
        if (!submissions.isEmpty()) {
            Set<String> again = new HashSet<>(verdicts.keySet());
            again.retainAll(submissions.stream().map(Submission::id).toList());
            SubmissionWriter writer = new SubmissionWriter(spark, lake, catalogue.code(), received);
            batch.write(() -> writer.write(submissions, again));
            submissions.forEach(submission -> verdicts.put(submission.id(), submission.verdict()));
        }
        spent("入库 / write", start);
    }

    /** The files that have to be settled, in order. A file with the same content as an earlier one is only reported. */
    private List<CheckedFile> check(List<Path> files) {
        List<Callable<List<Checked>>> tasks = new ArrayList<>();
        for (Path file : files) {
            tasks.add(() -> check(file));
        }
        List<CheckedFile> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Checked one : inParallel(tasks).stream().flatMap(List::stream).toList()) {
            if (one.checked() == null || !seen.add(one.submissionId())) {
                Verdict verdict = verdicts.getOrDefault(one.submissionId(), Verdict.ACCEPTED);
                reports.add(FileReport.repeated(one.name(), one.submissionId(), verdict));
            } else {
                checked.add(one.checked());
            }
        }
        return checked;
    }

    /** @param checked null if the same content was collected before and not refused */
    private record Checked(
            String name, String submissionId, @Nullable CheckedFile checked) {}

    /** The file and, if it is an archive, the files in it. */
    private List<Checked> check(Path path) throws IOException {
        return SentFile.read(path).withContents().stream().map(this::check).toList();
    }

    private Checked check(SentFile file) {
        String id = file.submissionId(catalogue.code());
        Verdict before = verdicts.get(id);
        boolean repeated = before != null && before != Verdict.REFUSED;
        return new Checked(file.name(), id, repeated ? null : intake.check(file));
    }

    private KnownNow known(List<CheckedFile> checked) {
        boolean nothingYet = verdicts.values().stream().allMatch(verdict -> verdict == Verdict.REFUSED);
        return checked.isEmpty() || nothingYet
                ? new KnownNow()
                : KnownNow.about(lake.read(spark, LakeTables.OBSERVATION), catalogue.code(), checked, received);
    }

    private List<Submission> settle(List<CheckedFile> checked, KnownNow known) {
        List<Submission> submissions = new ArrayList<>();
        for (CheckedFile file : checked) {
            Submission submission = intake.settle(file, known);
            known.learn(submission.observations());
            boolean refusedAgain =
                    verdicts.get(submission.id()) == Verdict.REFUSED && submission.verdict() == Verdict.REFUSED;
            reports.add(FileReport.of(file.file().name(), submission, refusedAgain));
            settled.accept(submission);
            if (!refusedAgain) {
                submissions.add(submission);
            }
        }
        return submissions;
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new UncheckedIOException(cause);
            }
            throw new IllegalStateException("A file could not be checked", e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private static Verdict verdict(String code) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.code().equals(code)) {
                return verdict;
            }
        }
        throw new IllegalStateException("Unknown verdict in the lake: " + code);
    }

    private void spent(String stage, long startNanos) {
        seconds.merge(stage, Duration.ofNanos(System.nanoTime() - startNanos), Duration::plus);
    }
}
