package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.lake.IngestReport.FileReport;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.submission.CheckedFile;
import org.wenheng.ingest.submission.Intake;
import org.wenheng.ingest.submission.Observation;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.submission.Verdict;

/**
 * Collects files: reads and checks them in plain Java, lands what was sent, what was said about it and what was accepted.
 * Content that was collected before changes nothing, unless it was refused and is accepted now because the catalogue or
 * the mapping has changed.
 *
 * <p>Reading and checking need nothing from others and take most of the time: any number of collections does it at once.
 * From looking up what is known to the last write a collection has the lake for itself.
 */
public final class IngestJob {
    private final SparkSession spark;
    private final Lake lake;
    private final Catalogue catalogue;
    private final Intake intake;
    private final Instant received;
    private final Consumer<Submission> settled;
    private final boolean dry;
    private final List<FileReport> reports = new ArrayList<>();
    private final Map<String, Duration> seconds = new LinkedHashMap<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final List<Observation> planned = new ArrayList<>();
    private long verdictsAsOf = -1;

    private IngestJob(
            SparkSession spark,
            Lake lake,
            Catalogue catalogue,
            @Nullable SourceMapping mapping,
            Instant received,
            Consumer<Submission> settled,
            boolean dry) {
        this.spark = spark;
        this.lake = lake;
        this.catalogue = catalogue;
        this.intake = new Intake(catalogue, mapping, received, new LakeFormWindows(spark, lake, catalogue, received));
        this.received = received;
        this.settled = settled;
        this.dry = dry;
    }

    /**
     * Collects.
     *
     * @param mapping how the files are read; null for forms
     * @param paths files, and folders with all files below them
     * @param received when the files came; not before anything that they correct
     * @param settled is given every submission when its fate is decided and before it is written, such as to answer it
     * @throws org.wenheng.ingest.problem.InputRefusedException if a path is missing, {@code received} is too early or the
     *     lake was made by another version; a file that cannot be read is no exception but a finding
     */
    public static IngestReport run(
            SparkSession spark,
            Lake lake,
            Catalogue catalogue,
            @Nullable SourceMapping mapping,
            List<Path> paths,
            Instant received,
            Consumer<Submission> settled) {
        return new IngestJob(spark, lake, catalogue, mapping, received, settled, false)
                .collect(SentFolder.batches(SentFolder.files(paths)));
    }

    /**
     * Says what {@link #run} would do, by the same steps, and writes nothing: the report is the one that a collection of
     * the same files at the same moment would give. What it would accept is held in memory.
     */
    public static IngestReport dryRun(
            SparkSession spark,
            Lake lake,
            Catalogue catalogue,
            @Nullable SourceMapping mapping,
            List<Path> paths,
            Instant received,
            Consumer<Submission> settled) {
        return new IngestJob(spark, lake, catalogue, mapping, received, settled, true)
                .collect(SentFolder.batches(SentFolder.files(paths)));
    }

    private IngestReport collect(List<List<Path>> portions) {
        long start = System.nanoTime();
        if (dry) {
            lake.requireDeclared(spark);
        } else {
            lake.createTables(spark);
        }
        readVerdicts(LakeView.settled(spark, lake));
        spent("准备 / open", start);
        portions.forEach(this::collectPortion);
        return new IngestReport(reports, seconds);
    }

    private void collectPortion(List<Path> files) {
        long start = System.nanoTime();
        List<Checked> checked = check(files);
        spent("读取与审核 / read and check", start);
        if (dry) {
            land(checked, LakeView.settled(spark, lake), (submissions, again) -> {});
            return;
        }
        start = System.nanoTime();
        try (LakeBatch batch = LakeBatch.open(spark, lake)) {
            spent("等待 / wait", start);
            SubmissionWriter writer = new SubmissionWriter(spark, lake, catalogue.code(), received);
            land(
                    checked,
                    LakeView.now(spark, lake),
                    (submissions, again) -> batch.write(() -> writer.write(submissions, again)));
        }
    }

    /** Writes submissions, of which some were refused before and are replaced. */
    private interface Landing {
        void land(List<Submission> submissions, Set<String> again);
    }

    private void land(List<Checked> checked, LakeView view, Landing landing) {
        long start = System.nanoTime();
        readVerdicts(view);
        Map<String, CheckedFile> news = news(checked);
        KnownNow known = known(news.values(), view);
        spent("查已知值 / look up", start);

        start = System.nanoTime();
        List<Submission> submissions = settle(news.values(), known);
        refuseIfReceivedTooEarly(submissions, view);
        submissions.forEach(settled);
        report(checked, submissions);
        spent("比对 / compare", start);

        start = System.nanoTime();
        List<Submission> written = submissions.stream()
                .filter(submission -> !refusedAgain(submission))
                .toList();
        if (!written.isEmpty()) {
            Set<String> again = new HashSet<>(verdicts.keySet());
            again.retainAll(written.stream().map(Submission::id).toList());
            landing.land(written, again);
            written.forEach(submission -> verdicts.put(submission.id(), submission.verdict()));
            verdictsAsOf = dry ? verdictsAsOf : lake.version(LakeTables.SUBMISSION);
        }
        spent("入库 / write", start);
    }

    /** What became of earlier submissions, if any came since it was last read. */
    private void readVerdicts(LakeView view) {
        long version = lake.version(LakeTables.SUBMISSION);
        if (version == verdictsAsOf) {
            return;
        }
        for (Row row : view.read(LakeTables.SUBMISSION)
                .where(col("catalogue").equalTo(catalogue.code()))
                .select("submission_id", "verdict")
                .collectAsList()) {
            verdicts.put(row.getString(0), verdict(row.getString(1)));
        }
        verdictsAsOf = version;
    }

    /** @param checked null if the same content was collected before and not refused */
    private record Checked(
            String name, String submissionId, @Nullable CheckedFile checked) {}

    private List<Checked> check(List<Path> files) {
        List<Callable<List<Checked>>> tasks = new ArrayList<>();
        for (Path file : files) {
            tasks.add(() -> check(file));
        }
        return inParallel(tasks).stream().flatMap(List::stream).toList();
    }

    /** The file and, if it is an archive, the files in it. */
    private List<Checked> check(Path path) throws IOException {
        return SentFile.read(path).withContents().stream().map(this::check).toList();
    }

    private Checked check(SentFile file) {
        String id = file.submissionId(catalogue.code());
        return new Checked(file.name(), id, isCollected(id) ? null : intake.check(file));
    }

    private boolean isCollected(String submissionId) {
        Verdict before = verdicts.get(submissionId);
        return before != null && before != Verdict.REFUSED;
    }

    /** The files that have to be settled, by number of the submission, in order. */
    private Map<String, CheckedFile> news(List<Checked> checked) {
        Map<String, CheckedFile> news = new LinkedHashMap<>();
        for (Checked one : checked) {
            if (one.checked() != null && !isCollected(one.submissionId())) {
                news.putIfAbsent(one.submissionId(), one.checked());
            }
        }
        return news;
    }

    /** Every file in order. One with the content of an earlier one says what became of that. */
    private void report(List<Checked> checked, List<Submission> submissions) {
        Map<String, Submission> news = new HashMap<>();
        submissions.forEach(submission -> news.put(submission.id(), submission));
        Map<String, Verdict> told = new HashMap<>(verdicts);
        for (Checked one : checked) {
            Submission submission = news.remove(one.submissionId());
            if (submission == null) {
                Verdict verdict = told.getOrDefault(one.submissionId(), Verdict.ACCEPTED);
                reports.add(FileReport.repeated(one.name(), one.submissionId(), verdict));
            } else {
                told.put(submission.id(), submission.verdict());
                reports.add(FileReport.of(one.name(), submission, refusedAgain(submission)));
            }
        }
    }

    private KnownNow known(Collection<CheckedFile> files, LakeView view) {
        boolean nothingYet = verdicts.values().stream().allMatch(verdict -> verdict == Verdict.REFUSED);
        KnownScope scope = KnownScope.of(files, catalogue);
        KnownNow known = nothingYet || scope.periods().isEmpty()
                ? new KnownNow(catalogue)
                : KnownQuery.ask(view.read(LakeTables.OBSERVATION), catalogue, scope);
        known.learn(planned);
        return known;
    }

    private List<Submission> settle(Collection<CheckedFile> files, KnownNow known) {
        List<Submission> submissions = new ArrayList<>();
        for (CheckedFile file : files) {
            Submission submission = intake.settle(file, known);
            known.learn(submission.observations());
            submissions.add(submission);
            if (dry) {
                planned.addAll(submission.observations());
            }
        }
        return submissions;
    }

    private boolean refusedAgain(Submission submission) {
        return verdicts.get(submission.id()) == Verdict.REFUSED && submission.verdict() == Verdict.REFUSED;
    }

    /** History is not rewritten: what corrects a value came not before it. */
    private void refuseIfReceivedTooEarly(List<Submission> submissions, LakeView view) {
        Set<ObservationKey> replaced = submissions.stream()
                .flatMap(submission -> submission.observations().stream())
                .filter(Observation::replaces)
                .map(Observation::key)
                .collect(Collectors.toSet());
        KnownQuery.latest(view.read(LakeTables.OBSERVATION), catalogue.code(), replaced, received)
                .ifPresent(latest -> {
                    throw InputRefusedException.of(
                            "RECEIVED_BEFORE_KNOWN",
                            "--received-at",
                            "接收时间 %s 早于已知数据的时间 %s;历史不可改写,请使用更晚的接收时间".formatted(received, latest),
                            "The time of receipt %s is before %s, when later data became known; history is not rewritten, use a later time"
                                    .formatted(received, latest));
                });
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
