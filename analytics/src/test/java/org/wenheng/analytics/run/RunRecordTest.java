package org.wenheng.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.SparkForTests;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.gold.SupervisionTables;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.mart.PublishedRows;
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
    private static @Nullable Path shared;

    @TempDir
    private Path work = Path.of("");

    /** County X1 reports A = 80; on the tenth it is corrected to 90. Making tables is slow, so each test gets a copy. */
    @BeforeAll
    static void observe() {
        Lake lake = new Lake(Objects.requireNonNull(shared).resolve("lake"));
        lake.createTables(SparkForTests.session());
        lake.append(
                SparkForTests.session()
                        .createDataFrame(
                                List.of(observation("80", FIRST, CORRECTED), observation("90", CORRECTED, null)),
                                Lake.schema(LakeTables.OBSERVATION)),
                LakeTables.OBSERVATION);
        new GoldLake(SparkForTests.session(), lake).createTables();
    }

    @BeforeEach
    void copy() throws Exception {
        MartForTests.empty();
        Path from = Objects.requireNonNull(shared).resolve("lake");
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, lake().root().resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void aRunIsVerifiedFromItsRecordSignedLaterAndAFalsifiedRowIsNamed() {
        String id = job().run(RunOrder.of(YEAR, "李四"), reports())
                .runs()
                .get(0)
                .run()
                .id();
        PublishedRows published = new PublishedRows(mart());
        // 90 in both dimensions; a catalogue without rules for reports; a tenth of five units, rounded up.
        assertThat(published.of(SupervisionTables.LIGHT, id))
                .anySatisfy(light -> assertThat(light).contains("low-score", "X1", "green", "score 90"))
                .anySatisfy(light -> assertThat(light).contains("reports-missing", "", "no-data"));
        assertThat(published.of(SupervisionTables.SPOT_CHECK, id))
                .filteredOn(unit -> Boolean.TRUE.equals(unit[unit.length - 1]))
                .hasSize(1);
        @Nullable Object[] unsigned = published.of(GoldTables.RUN, id).get(0);
        SigningKeys.make(work.resolve("keys"));
        assertThat(signing(published).sign(id, privateKey("keys"))).isTrue();
        assertThat(signing(published).sign(id, privateKey("keys"))).isFalse();
        @Nullable Object[] signed = published.of(GoldTables.RUN, id).get(0);
        int signature = GoldTables.RUN.columnNames().indexOf("signature");
        assertThat(unsigned[signature]).isNull();
        unsigned[signature] = signed[signature];
        assertThat(signed).isEqualTo(unsigned);
        SigningKeys.make(work.resolve("other"));
        assertThatThrownBy(() -> signing(published).sign(id, privateKey("other")))
                .hasMessageContaining("RUN_SIGNED_WITH_OTHER_KEY");

        // Later observations do not matter: the run reads the version that it recorded.
        lake().append(
                        SparkForTests.session()
                                .createDataFrame(
                                        List.of(observation("10", FIRST.plusSeconds(1), null)),
                                        Lake.schema(LakeTables.OBSERVATION)),
                        LakeTables.OBSERVATION);
        assertThat(verified(id)).isEmpty();
        assertThat(verification().differencesOf(published, id)).isEmpty();

        DeltaTable.forPath(
                        SparkForTests.session(), lake().path(GoldTables.RESULT).toString())
                .update(
                        functions.expr("region_code = 'X1' AND kind = 'unit'"),
                        Map.of("score", functions.expr("CAST(99.99 AS DECIMAL(8,2))")));
        assertThat(verified(id))
                .anySatisfy(line -> assertThat(line)
                        .contains("gold/result")
                        .contains("5:99.99")
                        .contains("2:90"))
                .anySatisfy(line -> assertThat(line).contains("指纹"))
                .anySatisfy(line -> assertThat(line).contains("签名不符"));
        assertThat(verification().differencesOf(published, id))
                .singleElement()
                .asString()
                .contains("gold/result", "5:99.99", "2:90", "与数据库中的不符");
        assertThatThrownBy(() -> signing(published).sign(id, privateKey("keys")))
                .hasMessageContaining("RUN_NOT_AS_RECORDED");
    }

    @Test
    void aRunAsItWasKnownIsKeptAndNotPublishedAndSaysSoWhenItsObservationsWereVacuumed() throws Exception {
        RunOrder past = new RunOrder(YEAR, Optional.of(FIRST.plusSeconds(60)), false, "test", Optional.empty());
        RunReport report = job().run(past, reports());
        GoldRows rows = gold().rows(report.runs().get(0).run().id());
        assertThat(rows.results()).anySatisfy(row -> assertThat(row).contains("X1", new BigDecimal("80.00")));
        assertThat(new Publisher(mart()).published("test")).isEmpty();
        assertThat(report.published()).isZero();

        // What VACUUM leaves of a version whose rows were all written anew since.
        try (var files = Files.walk(lake().path(LakeTables.OBSERVATION))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".parquet")).toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(() -> verification()
                        .differences(report.runs().get(0).run().id(), SCHEME, CATALOGUE, Optional.empty()))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("RUN_INPUT_GONE")
                .hasMessageContaining("VACUUM");
    }

    @Test
    void aDryRunWritesNothingAndASecondRunChangesNothingButWritesAReportThatIsNotThere() throws Exception {
        assertThat(job().plan(RunOrder.of(YEAR, "test")).changed()).hasSize(1);
        assertThat(lake().version(GoldTables.ELEMENT_VALUE)).isZero();
        assertThat(lake().version(GoldTables.RUN)).isZero();
        assertThat(work.resolve("runs")).doesNotExist();
        assertThat(new Publisher(mart()).published("test")).isEmpty();

        RunReport first = job().run(RunOrder.of(YEAR, "test"), reports());
        String id = first.runs().get(0).run().id();
        Path report = reports().resolve(id).resolve("report.json");
        assertThat(Files.readString(report))
                .contains(
                        "\"observation_version\" : " + lake().version(LakeTables.OBSERVATION),
                        "\"run_by\" : \"test\"",
                        "\"seed\" : ",
                        "\"stage\":\"publish\"")
                .contains(SCHEME.hash());
        // What is left by a process that is killed after it has published.
        Files.delete(report);
        long version = lake().version(GoldTables.RESULT);
        RunReport second = job().run(RunOrder.of(YEAR, "other"), reports());
        assertThat(Files.readString(report))
                .contains("\"run_by\" : \"test\"", "\"published\" : true", "\"stage\":\"score\"");
        assertThat(first.published()).isOne();
        assertThat(second.changed()).isEmpty();
        assertThat(lake().version(GoldTables.RESULT)).isEqualTo(version);
        assertThat(job().plan(RunOrder.of(YEAR, "test")).changed()).isEmpty();
    }

    @Test
    void rowsOfARunThatWasCutOffAreReplacedByTheNextAttempt() {
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
        assertThat(verification().differences(id, SCHEME, CATALOGUE, Optional.empty()))
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

    private List<String> verified(String id) {
        return verification()
                .differences(
                        id, SCHEME, CATALOGUE, Optional.of(SigningKeys.publicKey(work.resolve("keys/public.pem"))));
    }

    private RunVerification verification() {
        return new RunVerification(SparkForTests.session(), lake());
    }

    private RunSigning signing(PublishedRows published) {
        return new RunSigning(SparkForTests.session(), lake(), published);
    }

    private PrivateKey privateKey(String folder) {
        return SigningKeys.privateKey(work.resolve(folder).resolve("private.pem"));
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
                SupervisionFiles.shipped(),
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
        return MartForTests.database();
    }
}
