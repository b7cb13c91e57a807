package org.wenheng.analytics.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.derive.ElementValues;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.Run;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.mart.Publisher.ScoredRun;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/** Scores periods by a scheme and publishes them: derive, score, keep, publish. */
public final class RunJob {
    /** Version of the product; part of the identity of a run. */
    public static final String ENGINE_VERSION = "0.1.0";

    private final SparkSession spark;
    private final Lake lake;
    private final GoldLake gold;
    private final Publisher publisher;
    private final Catalogue catalogue;
    private final Scheme scheme;
    private final Clock clock;
    private final Progress progress;

    public RunJob(
            SparkSession spark,
            Lake lake,
            Publisher publisher,
            Catalogue catalogue,
            Scheme scheme,
            Clock clock,
            Progress progress) {
        this.spark = spark;
        this.lake = lake;
        this.gold = new GoldLake(spark, lake);
        this.publisher = publisher;
        this.catalogue = catalogue;
        this.scheme = scheme;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Scores and publishes.
     *
     * @param periods in the order in which they are scored
     * @return the runs, those that were published already with the same inputs included
     * @throws InputRefusedException if there is no observation of the catalogue
     */
    public RunReport run(List<Period> periods) {
        Instant start = now();
        progress.stage("准备表 / tables", () -> {
            lake.createTables(spark);
            gold.createTables();
        });
        String origin = progress.stage("数据性质 / origin", this::origin);
        progress.stage("推导 / derive", () -> derive(start));
        ElementPanel panel = progress.stage("读取 / load", () -> GoldPanel.read(gold, scheme, periods));
        List<ScoredRun> runs = progress.stage(
                "计分 / score",
                () -> periods.stream()
                        .map(period -> score(panel, period, origin, start))
                        .toList());
        Map<String, String> published = publisher.published(scheme.code());
        List<ScoredRun> changed = runs.stream()
                .filter(run ->
                        !run.run().id().equals(published.get(run.run().period().code())))
                .toList();
        if (!changed.isEmpty()) {
            progress.stage(
                    "保存 / keep",
                    () -> gold.append(changed.stream().map(ScoredRun::rows).toList()));
            progress.stage("发布 / publish", () -> publish(changed));
        }
        return new RunReport(runs, changed.size());
    }

    /** The moment as the lake keeps it: whole microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Dataset<Row> observations() {
        return lake.readWhole(spark, LakeTables.OBSERVATION)
                .where(col("catalogue").equalTo(catalogue.code()));
    }

    private String origin() {
        List<String> origins = observations().select("origin").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
        if (origins.isEmpty()) {
            throw InputRefusedException.of(
                    "NO_OBSERVATIONS",
                    catalogue.code(),
                    "数据湖里没有目录 %s 的观测值,请先运行 ./wenheng ingest".formatted(catalogue.code()),
                    "The lake has no observations of %s; run ./wenheng ingest first".formatted(catalogue.code()));
        }
        return origins.size() == 1 ? origins.get(0) : "mixed";
    }

    private void derive(Instant knownAt) {
        gold.replaceElementValues(catalogue.code(), ElementValues.derive(observations(), catalogue, knownAt));
    }

    private ScoredRun score(ElementPanel panel, Period period, String origin, Instant start) {
        ScoreTable table = new Engine(scheme, catalogue).score(panel, period);
        Run run = new Run(
                Run.idOf(scheme.hash(), ENGINE_VERSION, table),
                scheme.code(),
                scheme.version(),
                period,
                start,
                origin,
                ENGINE_VERSION,
                start,
                now());
        return new ScoredRun(run, GoldRows.of(run, table));
    }

    private void publish(List<ScoredRun> runs) {
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
                values(observations().where(news).where("known_to IS NULL OR known_to > known_from")),
                values(lake.readWhole(spark, LakeTables.SUBMISSION)
                        .where(col("catalogue").equalTo(catalogue.code()))
                        .where(newSubmissions)),
                clock.instant());
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
                    Row row = iterator.next();
                    @Nullable Object[] values = new @Nullable Object[row.length()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.get(i) instanceof java.sql.Timestamp moment ? moment.toInstant() : row.get(i);
                    }
                    return values;
                }
            };
        };
    }
}
