package org.wenheng.analytics.run;

import java.io.FileNotFoundException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.VersionNotFoundException;
import org.jspecify.annotations.Nullable;
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
import org.wenheng.analytics.mart.PublishedRows;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.supervise.Supervision;
import org.wenheng.analytics.supervise.SupervisionRules;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.table.Table;

/** Does a run again from what it read, and compares every row that is kept of it. Writes nothing. */
public final class RunVerification {
    private final SparkSession spark;
    private final Lake lake;
    private final SupervisionRules rules;

    /** Verifies runs that were supervised by the general rules alone. */
    public RunVerification(SparkSession spark, Lake lake) {
        this(spark, lake, SupervisionFiles.shipped());
    }

    /**
     * @param rules by which the run was supervised
     */
    public RunVerification(SparkSession spark, Lake lake, SupervisionRules rules) {
        this.spark = spark;
        this.lake = lake;
        this.rules = rules;
    }

    /**
     * The code of the scheme of a run that is kept.
     *
     * @throws InputRefusedException if no such run is kept
     */
    public String schemeOf(String runId) {
        return (String) value(row(runId), "scheme_code");
    }

    /**
     * What is wrong with a run; nothing if it stands as it was made.
     *
     * @param key checks the signature; without it the signature is not looked at
     * @return one line for each thing that differs, Chinese and English
     * @throws InputRefusedException if the run is not kept, has no record, or was made by another scheme or version
     */
    public List<String> differences(String runId, Scheme scheme, Catalogue catalogue, Optional<PublicKey> key) {
        @Nullable Object[] row = row(runId);
        requireRepeatable(runId, row, scheme);
        GoldRows kept = new GoldLake(spark, lake).rows(runId);
        List<String> differences = new ArrayList<>();
        GoldRows again = again(row, scheme, catalogue);
        for (Table table : RunDigest.TABLES) {
            compare(table, kept.of(table), "与重算不符 / differs from what is computed again", again.of(table), differences);
        }
        RunDigest digest = RunDigest.of(runId, kept);
        if (!digest.whole().equals(row[column("digest")])) {
            differences.add("指纹与记录的不同 / The digest of the rows is %s, the run's record says %s"
                    .formatted(digest.whole(), row[column("digest")]));
        }
        key.ifPresent(publicKey -> {
            Object signature = row[column("signature")];
            if (signature == null) {
                differences.add("批次没有签名 / The run is not signed");
            } else if (!SigningKeys.isSigned(publicKey, digest.text(), signature.toString())) {
                differences.add("签名不符 / The signature was not made with this key over these rows");
            }
        });
        return differences;
    }

    /** Where the rows that readers get of a run are not those that the lake keeps; nothing if they are the same. */
    public List<String> differencesOf(PublishedRows published, String runId) {
        GoldRows kept = new GoldLake(spark, lake).rows(runId);
        List<String> differences = new ArrayList<>();
        for (Table table : RunDigest.TABLES) {
            compare(
                    table,
                    kept.of(table),
                    "与数据库中的不符 / differs from what is in the database",
                    published.of(table, runId),
                    differences);
        }
        @Nullable Object[] inDatabase = published.of(GoldTables.RUN, runId).get(0);
        for (String seal : List.of("digest", "signature")) {
            Object there = inDatabase[column(seal)];
            Object here = kept.run().get(0)[column(seal)];
            if (!Objects.equals(there, here)) {
                differences.add("数据库中批次的 %s 不符 / The run's %s in the database is %s, the lake's is %s"
                        .formatted(seal, seal, there, here));
            }
        }
        return differences;
    }

    private GoldRows again(@Nullable Object[] row, Scheme scheme, Catalogue catalogue) {
        Period period = Period.parse((String) value(row, "period")).orElseThrow();
        Instant knownAt = (Instant) value(row, "known_at");
        long version = (Long) value(row, "observation_version");
        RunScoring source = new RunScoring(spark, lake, catalogue, scheme, version, knownAt);
        String origin = origin(source);
        ElementPanel panel = source.panel(period);
        ScoreTable table = new Engine(scheme, catalogue).score(panel, period);
        long submissions = (Long) value(row, "submission_version");
        long seed = (Long) value(row, "seed");
        Supervision supervised = new RunSupervision(source, rules, submissions, panel, List.of(period)).of(table, seed);
        Instant startedAt = (Instant) value(row, "started_at");
        Run run = new Run(
                Run.idOf(
                        Run.idOf(scheme.hash(), RunJob.ENGINE_VERSION, table),
                        seed,
                        SupervisionRows.of("", supervised)),
                scheme.code(),
                scheme.version(),
                period,
                knownAt,
                origin,
                RunJob.ENGINE_VERSION,
                startedAt,
                startedAt,
                new RunRecord(scheme.hash(), version, submissions, seed, (String) value(row, "run_by")));
        return GoldRows.of(run, table).with(SupervisionRows.of(run.id(), supervised));
    }

    /**
     * Where the observations are from, and with it whether they are still there: old versions of a Delta table can be read
     * until VACUUM removes their files, or its log is cleaned up.
     */
    private static String origin(RunScoring source) {
        long version = source.observationVersion();
        try {
            return source.origin();
        } catch (InputRefusedException e) {
            throw e;
        } catch (Exception e) {
            // Spark throws checked exceptions that Java does not see; what is not about files is not ours.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof FileNotFoundException || cause instanceof VersionNotFoundException) {
                    throw refused(
                            "RUN_INPUT_GONE",
                            "silver/observation@" + version,
                            "计分时的观测值版本 %d 已被 VACUUM 或日志清理删除,不能重算;验签与数据库比较仍可用备份的数据湖进行".formatted(version),
                            "Version %d of the observations was removed by VACUUM or by cleaning the log; the run cannot be done again. Verify it on a backup of the lake"
                                    .formatted(version));
                }
            }
            throw e;
        }
    }

    private static void compare(
            Table table,
            List<@Nullable Object[]> kept,
            String how,
            List<@Nullable Object[]> other,
            List<String> differences) {
        List<String> there = RunDigest.lines(table, kept);
        List<String> expected = RunDigest.lines(table, other);
        if (there.equals(expected)) {
            return;
        }
        int first = 0;
        while (first < Math.min(there.size(), expected.size())
                && there.get(first).equals(expected.get(first))) {
            first++;
        }
        differences.add("%s %s: %d rows in the lake, %d there; the first: %s in the lake, %s there"
                .formatted(
                        table.path(), how, there.size(), expected.size(), line(there, first), line(expected, first)));
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "(none)";
    }

    private @Nullable Object[] row(String runId) {
        List<@Nullable Object[]> rows = new GoldLake(spark, lake).run(runId);
        if (rows.size() != 1) {
            throw refused(
                    "RUN_UNKNOWN",
                    runId,
                    "数据湖里这个批次有 %d 行,应有1行".formatted(rows.size()),
                    "The lake keeps %d rows of this run; expected: 1".formatted(rows.size()));
        }
        return rows.get(0);
    }

    private static void requireRepeatable(String runId, @Nullable Object[] row, Scheme scheme) {
        if (row[column("digest")] == null || row[column("observation_version")] == null) {
            throw refused(
                    "RUN_WITHOUT_RECORD",
                    runId,
                    "这个批次产生于记录之前,无法重算",
                    "The run is older than the records of runs and cannot be done again");
        }
        if (!scheme.hash().equals(row[column("scheme_hash")])) {
            throw refused(
                    "RUN_OF_OTHER_SCHEME",
                    runId,
                    "方案文件不是计分时的那一份(版本 %s);请用 --scheme 给出".formatted(value(row, "scheme_version")),
                    "The scheme is not the one of the run (version %s); give that one by --scheme"
                            .formatted(value(row, "scheme_version")));
        }
        if (!RunJob.ENGINE_VERSION.equals(row[column("engine_version")])) {
            throw refused(
                    "RUN_OF_OTHER_ENGINE",
                    runId,
                    "批次由引擎 %s 计分,请用该版本复核".formatted(value(row, "engine_version")),
                    "The run was scored by engine %s; verify it with that version"
                            .formatted(value(row, "engine_version")));
        }
    }

    private static Object value(@Nullable Object[] row, String name) {
        Object value = row[column(name)];
        if (value == null) {
            throw new IllegalStateException("A run without " + name);
        }
        return value;
    }

    private static int column(String name) {
        return GoldTables.RUN.columnNames().indexOf(name);
    }

    private static InputRefusedException refused(String code, String runId, String chinese, String english) {
        return InputRefusedException.of(code, runId, chinese, english);
    }
}
