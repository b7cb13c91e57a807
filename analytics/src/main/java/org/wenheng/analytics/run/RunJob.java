package org.wenheng.analytics.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.derive.Derivation;
import org.wenheng.analytics.derive.ElementValues;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.gold.Run;
import org.wenheng.analytics.gold.RunDigest;
import org.wenheng.analytics.gold.RunRecord;
import org.wenheng.analytics.gold.SupervisionRows;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.mart.PublicationMove;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.mart.Publisher.ScoredRun;
import org.wenheng.analytics.mart.RunTurn;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.supervise.Supervision;
import org.wenheng.analytics.supervise.SupervisionRules;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.table.Table;

/** Scores periods by a scheme, supervises and publishes them: derive, score, supervise, keep, publish. */
public final class RunJob {
    /** Version of the product; part of the identity of a run. */
    public static final String ENGINE_VERSION = "0.1.0";

    private final SparkSession spark;
    private final Lake lake;
    private final GoldLake gold;
    private final Publisher publisher;
    private final Catalogue catalogue;
    private final Scheme scheme;
    private final SupervisionRules rules;
    private final Clock clock;
    private final Progress progress;

    public RunJob(
            SparkSession spark,
            Lake lake,
            Publisher publisher,
            Catalogue catalogue,
            Scheme scheme,
            SupervisionRules rules,
            Clock clock,
            Progress progress) {
        this.spark = spark;
        this.lake = lake;
        this.gold = new GoldLake(spark, lake);
        this.publisher = publisher;
        this.catalogue = catalogue;
        this.scheme = scheme;
        this.rules = rules;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Scores, keeps and publishes. Runs of one catalogue take turns.
     *
     * @param reports folder of the report files
     * @return the runs, those that were published already with the same inputs included
     * @throws InputRefusedException if no observation of the catalogue was known
     */
    public RunReport run(RunOrder order, Path reports) {
        lake.createTables(spark);
        RunTurn turn = publisher.turn(
                catalogue.code(), () -> progress.stage("等待另一批次 / another run is at work, waiting", () -> {}));
        try {
            String code = scheme.code();
            int periods = order.periods().size();
            RunStages stages = new RunStages(progress, StageTimes.read(reports, code, periods));
            gold.createTables();
            Scored scored = score(order, stages, true);
            List<ScoredRun> changed = scored.changed().stream()
                    .map(run -> sealed(run, order, stages))
                    .toList();
            if (!changed.isEmpty()) {
                changed = keep(changed, stages);
                List<ScoredRun> settled = changed;
                if (order.publish()) {
                    stages.stage("发布", "publish", () -> publish(scored, settled), Integer::longValue);
                }
                String took = RunReportFile.stages(stages.done());
                changed.forEach(run -> RunReportFile.write(reports, run, order.publish(), took));
                StageTimes.write(reports, code, periods, stages.done());
            }
            reportUnreported(scored, reports);
            return scored.report(order.publish());
        } finally {
            turn.close();
        }
    }

    /** What {@link #run} would do. Writes nothing. */
    public RunReport plan(RunOrder order) {
        return score(order, new RunStages(progress, StageTimes.none()), false).report(order.publish());
    }

    /** What was scored from where; what of it is not published; and what of that is not to be. */
    private record Scored(
            RunScoring source,
            long submissionVersion,
            List<ScoredRun> runs,
            List<ScoredRun> changed,
            Map<String, PublicationMove> withheld) {
        RunReport report(boolean publishes) {
            return new RunReport(
                    runs, changed.stream().map(run -> run.run().id()).collect(Collectors.toSet()), publishes, withheld);
        }
    }

    /** A process that was killed after it had published left no report: the next run of the same inputs writes it. */
    private void reportUnreported(Scored scored, Path reports) {
        List<ScoredRun> unreported = scored.runs().stream()
                .filter(run -> !scored.changed().contains(run))
                .filter(run ->
                        !Files.exists(RunReportFile.file(reports, run.run().id())))
                .toList();
        if (unreported.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object[]> kept =
                gold.kept(unreported.stream().map(run -> run.run().id()).toList());
        int stages = GoldTables.RUN.columnNames().indexOf("stages");
        for (ScoredRun run : unreported) {
            @Nullable Object[] row = kept.get(run.run().id());
            if (row != null && row[stages] != null) {
                boolean published = !scored.withheld().containsKey(run.run().id());
                ScoredRun whole = new ScoredRun(run.run(), run.rows().withRun(row));
                RunReportFile.write(reports, whole, published, String.valueOf(row[stages]));
            }
        }
    }

    /** @param derived whether the element values are kept, for those who look at the lake */
    private Scored score(RunOrder order, RunStages stages, boolean derived) {
        Instant start = now();
        Map<Table, Long> versions = lake.settledVersions();
        long observations = versions.getOrDefault(LakeTables.OBSERVATION, -1L);
        long submissions = versions.getOrDefault(LakeTables.SUBMISSION, -1L);
        if (observations < 0) {
            throw InputRefusedException.of(
                    "NO_OBSERVATIONS",
                    catalogue.code(),
                    "数据湖是空的,请先运行 ./wenheng ingest",
                    "The lake is empty; run ./wenheng ingest first");
        }
        RunScoring source = new RunScoring(
                spark, lake, catalogue, scheme, observations, order.knownAt().orElse(start));
        Dataset<Row> values = stages.stage("推导", "derive", () -> derive(source, order, derived), any -> 1);
        String origin = stages.stage("数据性质", "origin", () -> source.origin(values), any -> 1);
        List<Row> loaded =
                stages.stage("读取", "read", () -> GoldPanel.rows(values, scheme, order.periods()), List::size);
        ElementPanel panel = ElementValues.panel(loaded);
        List<ScoreTable> tables = stages.stage(
                "计分",
                "score",
                () -> order.periods().stream()
                        .map(period -> stages.period(
                                order.periods(), period, () -> new Engine(scheme, catalogue).score(panel, period)))
                        .toList(),
                scored -> scored.stream()
                        .mapToLong(table -> table.results().size())
                        .sum());
        List<ScoredRun> runs = stages.stage(
                "督导",
                "supervise",
                () -> {
                    var supervision = new RunSupervision(source, rules, submissions, panel, order.periods());
                    return tables.stream()
                            .map(table -> run(table, supervision, order, origin, source, submissions, start))
                            .toList();
                },
                supervised -> supervised.stream()
                        .mapToLong(run -> run.rows().supervised().lights().size())
                        .sum());
        Map<String, String> published = publisher.published(scheme.code());
        Map<String, PublicationMove> taken = order.publish() ? publisher.withheld(scheme.code()) : Map.of();
        Map<String, PublicationMove> withheld = runs.stream()
                .map(run -> run.run().id())
                .filter(taken::containsKey)
                .collect(Collectors.toMap(id -> id, taken::get));
        List<ScoredRun> changed = runs.stream()
                .filter(run ->
                        !run.run().id().equals(published.get(run.run().period().code())))
                .filter(run -> !withheld.containsKey(run.run().id()))
                .toList();
        return new Scored(source, submissions, runs, changed, withheld);
    }

    /** The moment as the lake keeps it: whole microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What is kept of the element values is what is known now; a look at the past does not replace it. */
    private Dataset<Row> derive(RunScoring source, RunOrder order, boolean derived) {
        if (!derived || order.knownAt().isPresent()) {
            return source.elementValues();
        }
        new Derivation(spark, lake, catalogue).bringUpTo(source.observationVersion(), source.knownAt());
        return gold.read(GoldTables.ELEMENT_VALUE);
    }

    private ScoredRun run(
            ScoreTable table,
            RunSupervision supervision,
            RunOrder order,
            String origin,
            RunScoring source,
            long submissions,
            Instant start) {
        String scores = Run.idOf(scheme.hash(), ENGINE_VERSION, table);
        long seed = order.seed().orElse(Run.seedOf(scores));
        Supervision supervised = supervision.of(table, seed);
        Run run = new Run(
                Run.idOf(scores, seed, SupervisionRows.of("", supervised)),
                scheme.code(),
                scheme.version(),
                table.period(),
                source.knownAt(),
                origin,
                ENGINE_VERSION,
                start,
                now(),
                new RunRecord(scheme.hash(), source.observationVersion(), submissions, seed, order.by()));
        return new ScoredRun(run, GoldRows.of(run, table).with(SupervisionRows.of(run.id(), supervised)));
    }

    private static ScoredRun sealed(ScoredRun run, RunOrder order, RunStages stages) {
        RunDigest digest = RunDigest.of(run.run().id(), run.rows());
        String signature =
                order.key().map(key -> SigningKeys.sign(key, digest.text())).orElse(null);
        return new ScoredRun(
                run.run(), run.rows().sealed(RunReportFile.stages(stages.done()), digest.whole(), signature));
    }

    /** Keeps what is not kept yet. A run that is kept stays as it is, whenever and by whomever it was made. */
    private List<ScoredRun> keep(List<ScoredRun> runs, RunStages stages) {
        Map<String, @Nullable Object[]> kept =
                gold.kept(runs.stream().map(run -> run.run().id()).toList());
        List<GoldRows> fresh = runs.stream()
                .filter(run -> !kept.containsKey(run.run().id()))
                .map(ScoredRun::rows)
                .toList();
        stages.stage(
                "保存",
                "keep",
                () -> {
                    gold.append(fresh);
                    return fresh;
                },
                rows -> rows.stream().mapToLong(run -> run.scores().size()).sum());
        return runs.stream()
                .map(run -> {
                    @Nullable Object[] row = kept.get(run.run().id());
                    return row == null
                            ? run
                            : new ScoredRun(run.run(), run.rows().withRun(row));
                })
                .toList();
    }

    private int publish(Scored scored, List<ScoredRun> runs) {
        Optional<Instant> known = publisher.knownUntil(catalogue.code());
        Column news = known.map(moment ->
                        col("known_from").gt(lit(moment)).or(col("known_to").gt(lit(moment))))
                .orElse(lit(true));
        Column newSubmissions =
                known.map(moment -> col("received_at").gt(lit(moment))).orElse(lit(true));
        publisher.publish(
                catalogue,
                scheme,
                runs,
                // What a later file of the same batch replaced was known for no time: it belongs to no run.
                values(scored.source().observations().where(news).where("known_to IS NULL OR known_to > known_from")),
                values(lake.read(spark, LakeTables.SUBMISSION, scored.submissionVersion())
                        .where(col("catalogue").equalTo(catalogue.code()))
                        .where(newSubmissions)),
                clock.instant());
        return runs.size();
    }

    private static Iterable<@Nullable Object[]> values(Dataset<Row> rows) {
        return () -> {
            Iterator<Row> iterator = rows.toLocalIterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return iterator.hasNext();
                }

                @Override
                public @Nullable Object[] next() {
                    return GoldLake.values(iterator.next());
                }
            };
        };
    }
}
