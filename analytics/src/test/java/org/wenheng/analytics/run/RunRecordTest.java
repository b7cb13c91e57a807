package org.wenheng.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.gold.SupervisionTables;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.mart.RunTurn;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.command.Progress;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/** A run leaves a record from which it can be done again, and a seal that shows whether anybody touched its rows. */
class RunRecordTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final Scheme SCHEME = SmallWorld.read(
            CATALOGUE,
            SmallWorld.indicator("D1", "D", 1, "year", "A"),
            SmallWorld.indicator("E1", "E", 1, "year", "A"));
    private static final List<Period> YEAR = List.of(Period.ofYear(2026));
    private static final Instant FIRST = Instant.parse("2027-01-05T12:00:00Z");
    private static final Instant CORRECTED = Instant.parse("2027-01-10T12:00:00Z");
    private static final Instant NOW = Instant.parse("2027-02-01T00:00:00Z");

    @TempDir
    private static @Nullable Path server;

    private static @Nullable MartDatabase database;

    @TempDir
    private Path work = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        database = MartDatabase.local(Objects.requireNonNull(server), port);
    }

    @AfterAll
    static void stop() {
        mart().close();
    }

    /** County X1 reports A = 80; on the tenth it is corrected to 90. */
    @BeforeEach
    void observe() throws Exception {
        try (var connection = mart().connect();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE mart.catalogue, mart.run CASCADE");
        }
        lake().createTables(SparkForTests.session());
        lake().append(
                        SparkForTests.session()
                                .createDataFrame(
                                        List.of(
                                                observation("80", FIRST, CORRECTED),
                                                observation("90", CORRECTED, null)),
                                        Lake.schema(LakeTables.OBSERVATION)),
                        LakeTables.OBSERVATION);
    }

    @Test
    void aRunIsVerifiedFromItsRecordAndAFalsifiedRowIsNamed() throws Exception {
        SigningKeys.make(work.resolve("keys"));
        RunOrder order = new RunOrder(
                YEAR,
                Optional.empty(),
                true,
                "李四",
                Optional.of(SigningKeys.privateKey(work.resolve("keys/private.pem"))));
        String id = job().run(order, reports()).runs().get(0).run().id();
        assertThat(verified(id, "keys")).isEmpty();
        assertThat(published("SELECT reason_en FROM mart.light JOIN mart.publication USING (run_id)"
                        + " WHERE light_code = 'low-score' AND region_code = 'X1'"))
                .as("90 in both dimensions")
                .containsExactly("score 90");
        assertThat(published("SELECT DISTINCT colour FROM mart.light WHERE light_code = 'reports-missing'"))
                .as("a catalogue without rules for reports")
                .containsExactly("no-data");
        assertThat(published("SELECT count(*) FROM mart.spot_check WHERE drawn"))
                .containsExactly("1");

        // Later observations do not matter: the run reads the version that it recorded.
        lake().append(
                        SparkForTests.session()
                                .createDataFrame(
                                        List.of(observation("10", FIRST.plusSeconds(1), null)),
                                        Lake.schema(LakeTables.OBSERVATION)),
                        LakeTables.OBSERVATION);
        assertThat(verified(id, "keys")).isEmpty();

        SigningKeys.make(work.resolve("other"));
        assertThat(verified(id, "other")).singleElement().asString().contains("签名不符");

        DeltaTable.forPath(
                        SparkForTests.session(), lake().path(GoldTables.RESULT).toString())
                .update(
                        functions.expr("region_code = 'X1' AND kind = 'unit'"),
                        Map.of("score", functions.expr("CAST(99.99 AS DECIMAL(8,2))")));
        DeltaTable.forPath(
                        SparkForTests.session(),
                        lake().path(SupervisionTables.LIGHT).toString())
                .update(
                        functions.expr("region_code = 'X1' AND light_code = 'low-score'"),
                        Map.of("colour", functions.lit("red")));
        assertThat(verified(id, "keys"))
                .anySatisfy(line -> assertThat(line).contains("gold/light").contains("3:red"))
                .anySatisfy(line -> assertThat(line)
                        .contains("gold/result")
                        .contains("5:99.99")
                        .contains("2:90"))
                .anySatisfy(line -> assertThat(line).contains("指纹"))
                .anySatisfy(line -> assertThat(line).contains("签名不符"));
    }

    @Test
    void aRunAsItWasKnownIsKeptAndNotPublished() {
        RunOrder past = new RunOrder(YEAR, Optional.of(FIRST.plusSeconds(60)), false, "test", Optional.empty());
        RunReport report = job().run(past, reports());
        GoldRows rows = gold().rows(report.runs().get(0).run().id());
        assertThat(rows.results()).anySatisfy(row -> assertThat(row).contains("X1", new BigDecimal("80.00")));
        assertThat(new Publisher(mart()).published("test")).isEmpty();
        assertThat(report.published()).isZero();
    }

    @Test
    void aDryRunWritesNothingAndASecondRunChangesNothing() {
        assertThat(job().plan(RunOrder.of(YEAR, "test")).changed()).hasSize(1);
        assertThat(lake().has(GoldTables.RUN)).isFalse();
        assertThat(work.resolve("runs")).doesNotExist();
        assertThat(new Publisher(mart()).published("test")).isEmpty();

        RunReport first = job().run(RunOrder.of(YEAR, "test"), reports());
        long version = lake().version(GoldTables.RESULT);
        RunReport second = job().run(RunOrder.of(YEAR, "test"), reports());
        assertThat(first.published()).isOne();
        assertThat(second.changed()).isEmpty();
        assertThat(lake().version(GoldTables.RESULT)).isEqualTo(version);
        assertThat(job().plan(RunOrder.of(YEAR, "test")).changed()).isEmpty();
    }

    @Test
    void rowsOfARunThatWasCutOffAreReplacedByTheNextAttempt() {
        gold().createTables();
        RunReport plan = job().plan(RunOrder.of(YEAR, "test"));
        GoldRows rows = plan.runs().get(0).rows();
        // What stands there when a process ends after the first of the four writes.
        lake().append(
                        SparkForTests.session()
                                .createDataFrame(
                                        rows.results().stream()
                                                .map(RowFactory::create)
                                                .toList(),
                                        Lake.schema(GoldTables.RESULT)),
                        GoldTables.RESULT);
        String id = job().run(RunOrder.of(YEAR, "test"), reports())
                .runs()
                .get(0)
                .run()
                .id();
        assertThat(gold().rows(id).results()).hasSameSizeAs(rows.results());
        assertThat(new RunVerification(SparkForTests.session(), lake())
                        .differences(id, SCHEME, CATALOGUE, Optional.empty()))
                .isEmpty();
    }

    @Test
    void aRunWaitsForTheOneBeforeIt() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> second;
            try (RunTurn first = new Publisher(mart()).turn("small", () -> {})) {
                assertThat(first).isNotNull();
                second = other.submit(() -> {
                    try (RunTurn turn = new Publisher(mart()).turn("small", waiting::countDown)) {
                        return turn != null;
                    }
                });
                waiting.await();
                assertThat(second.isDone()).isFalse();
            }
            assertThat(second.get()).isTrue();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void theReportSaysWhatWasReadAndByWhom() throws Exception {
        String id = job().run(RunOrder.of(YEAR, "李四"), reports())
                .runs()
                .get(0)
                .run()
                .id();
        assertThat(Files.readString(reports().resolve(id).resolve("report.json")))
                .contains(
                        "\"observation_version\" : " + lake().version(LakeTables.OBSERVATION),
                        "\"run_by\" : \"李四\"",
                        "\"seed\" : ",
                        "\"stage\" : \"publish\"")
                .contains(SCHEME.hash());
    }

    @Test
    void onlyItsOwnerMayReadAPrivateKeyAndNoKeyIsOverwritten() throws Exception {
        SigningKeys.make(work.resolve("keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("keys/private.pem"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> SigningKeys.make(work.resolve("keys")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("KEY_EXISTS");
        assertThatThrownBy(() -> SigningKeys.privateKey(work.resolve("keys/public.pem")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("KEY_UNREADABLE");
    }

    private static List<String> published(String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (var connection = mart().connectReader();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private List<String> verified(String id, String keys) {
        return new RunVerification(SparkForTests.session(), lake())
                .differences(
                        id,
                        SCHEME,
                        CATALOGUE,
                        Optional.of(SigningKeys.publicKey(work.resolve(keys).resolve("public.pem"))));
    }

    private static org.apache.spark.sql.Row observation(String value, Instant from, @Nullable Instant to) {
        return RowFactory.create(
                "small",
                "X1",
                "",
                "",
                "2026",
                "A",
                "reported",
                new BigDecimal(value).setScale(6),
                "s1",
                "表",
                "C7",
                value,
                "real",
                Timestamp.from(from),
                to == null ? null : Timestamp.from(to));
    }

    private RunJob job() {
        return new RunJob(
                SparkForTests.session(),
                lake(),
                new Publisher(mart()),
                CATALOGUE,
                SCHEME,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Progress(new PrintWriter(Writer.nullWriter()), false));
    }

    private Lake lake() {
        return new Lake(work.resolve("lake"));
    }

    private GoldLake gold() {
        return new GoldLake(SparkForTests.session(), lake());
    }

    private Path reports() {
        return work.resolve("runs");
    }

    private static MartDatabase mart() {
        return Objects.requireNonNull(database);
    }
}
