package org.wenheng.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.MartForTests;
import org.wenheng.analytics.export.Assessment;
import org.wenheng.analytics.export.AssessmentPackage;
import org.wenheng.analytics.export.PackageCheck;
import org.wenheng.analytics.gold.GoldRows;
import org.wenheng.analytics.gold.Run;
import org.wenheng.analytics.gold.RunRecord;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.analytics.mart.Publisher;
import org.wenheng.analytics.mart.Publisher.ScoredRun;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

class AssessmentExportTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final Period YEAR = Period.ofYear(2025);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final KeyPair KEYS = keys();

    private static byte[] signed = {};

    @BeforeAll
    static void publish() throws Exception {
        Scheme scheme = SmallWorld.read(
                CATALOGUE,
                SmallWorld.indicator("D1", "D", 1, "year", "A"),
                SmallWorld.indicator("E1", "E", 1, "year", "B", "nature: binding"));
        ElementPanel panel = ElementPanel.builder()
                .put("X1", YEAR, "A", 95)
                .put("X1", YEAR, "B", 50)
                .put("X1", YEAR, "PRIZE", 1)
                .put("X2", YEAR, "A", 70)
                .put("X3", YEAR, "A", 70)
                .put("Y1", YEAR, "A", 96)
                .put("Y1", YEAR, "B", 97)
                .put("Y1", YEAR, "FRAUD", 1)
                .put("X", YEAR, "A", 81)
                .put("X1", YEAR, "POP", 10)
                .put("X2", YEAR, "POP", 20)
                .put("X3", YEAR, "POP", 30)
                .build();
        ScoreTable table = new Engine(scheme, CATALOGUE).score(panel, YEAR);
        Run run = new Run(
                Run.idOf(scheme.hash(), "test", table),
                scheme.code(),
                scheme.version(),
                YEAR,
                NOON,
                "synthetic",
                "test",
                NOON,
                NOON,
                new RunRecord(scheme.hash(), 1, 1, 0, "test"));
        new Publisher(MartForTests.empty())
                .publish(
                        CATALOGUE,
                        scheme,
                        List.of(new ScoredRun(run, GoldRows.of(run, table))),
                        List.of(),
                        List.of(),
                        NOON);
        signed = AssessmentPackage.of(assessment(), Optional.of(KEYS.getPrivate()));
    }

    @Test
    void thePackageOfAPublishedRunHasNoProblem() {
        assertThat(check(signed)).isEmpty();
        assertThat(files(signed))
                .containsOnlyKeys(
                        "package.json",
                        "scores.csv",
                        "scores.json",
                        "scores.schema.json",
                        "scores.xlsx",
                        "signature.json");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws Exception {
        assertThat(AssessmentPackage.of(assessment(), Optional.of(KEYS.getPrivate())))
                .isEqualTo(signed);
    }

    @Test
    void scoresReasonsClausesAndCaveatsStandInTheTable() throws Exception {
        String csv = text(files(signed), "scores.csv");
        // X1: 95 × 0.6 + 50 × 0.4 + 2 = 79; Y1: 96 × 0.6 + 97 × 0.4 = 96.4, vetoed.
        assertThat(csv)
                .startsWith("\uFEFF行政区代码 / Region code,")
                .contains(",79,")
                .contains(",96.4,不合格")
                .contains("一票否决:造假")
                .contains("表彰 / Prize:+2(有没有?;test 2026.1 第")
                .contains("缺报指标:E1")
                .contains("试算")
                .contains("合成数据,仅供演示");
        assertThat(text(files(signed), "package.json")).contains("\"origin\" : \"synthetic\"");
    }

    @Test
    void theSchemaAcceptsTheScoresAndRefusesOthers() throws Exception {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(files(signed), "scores.schema.json"), InputFormat.JSON);
        String scores = text(files(signed), "scores.json");
        assertThat(schema.validate(scores, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(scores.replaceFirst("\"rankOf\" : \\d+", "\"rankOf\" : -1"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(scores.replaceFirst("\"kind\"", "\"kin\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void anUnsignedPackageSaysSoAndIsRefusedWhereASignatureIsAsked() throws Exception {
        byte[] unsigned = AssessmentPackage.of(assessment(), Optional.empty());
        assertThat(text(files(unsigned), "package.json")).contains("本包未签名");
        assertThat(PackageCheck.check("p.zip", unsigned, Optional.empty())).isEmpty();
        assertThat(codes(check(unsigned))).containsExactly("PACKAGE_SIGNATURE_MISSING");
    }

    @Test
    void anotherKeyIsFound() {
        assertThat(codes(PackageCheck.check("p.zip", signed, Optional.of(keys().getPublic()))))
                .containsExactly("PACKAGE_SIGNATURE_WRONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package.json",
                "scores.csv",
                "scores.json",
                "scores.schema.json",
                "scores.xlsx",
                "signature.json"
            })
    void aChangedByteOfAnyFileIsFound(String file) {
        Map<String, byte[]> files = files(signed);
        byte[] bytes = Objects.requireNonNull(files.get(file)).clone();
        bytes[bytes.length / 2] ^= 1;
        files.put(file, bytes);
        assertThat(check(zip(files))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package.json",
                "scores.csv",
                "scores.json",
                "scores.schema.json",
                "scores.xlsx",
                "signature.json"
            })
    void aMissingFileIsFound(String file) {
        Map<String, byte[]> files = files(signed);
        files.remove(file);
        assertThat(check(zip(files))).isNotEmpty();
    }

    @Test
    void aChangedScoreIsFoundByItsSumItsRanksAndBothTablesAtOnce() {
        Map<String, byte[]> files = files(signed);
        String scores = text(files, "scores.json").replace("\"score\" : 79.00", "\"score\" : 99.00");
        files.put("scores.json", scores.getBytes(StandardCharsets.UTF_8));
        assertThat(codes(check(zip(files))))
                .contains(
                        "PACKAGE_HASH_DIFFERS",
                        "PACKAGE_SCORE_DIFFERS",
                        "PACKAGE_RANK_DIFFERS",
                        "PACKAGE_GRADE_DIFFERS",
                        "PACKAGE_TABLES_DIFFER");
    }

    @Test
    void hostileZipsAreRefused() {
        assertThat(codes(check(zip(Map.of("../package.json", new byte[1]))))).containsExactly("FILE_ARCHIVE_UNSAFE");
        assertThat(codes(check(zip(Map.of("package.json", new byte[32 << 20])))))
                .containsExactly("FILE_ARCHIVE_UNSAFE");
        assertThat(codes(check(zip(Map.of("package.json", new byte[65 << 20])))))
                .containsExactly("FILE_TOO_LARGE");
        assertThat(codes(check("no zip".getBytes(StandardCharsets.UTF_8)))).containsExactly("PACKAGE_NOT_A_ZIP");
    }

    @Test
    void aRunThatIsNotThereIsRefused() throws Exception {
        try (Connection reader = MartForTests.database().connectReader()) {
            assertThatThrownBy(() -> PublishedScores.read(
                            reader, "test", YEAR, Optional.of("other"), code -> CATALOGUE, Optional.empty()))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("RUN_NOT_PUBLISHED");
        }
    }

    private static Assessment assessment() throws Exception {
        try (Connection reader = MartForTests.database().connectReader()) {
            return PublishedScores.read(reader, "test", YEAR, Optional.empty(), code -> CATALOGUE, Optional.empty());
        }
    }

    private static List<Problem> check(byte[] zip) {
        return PackageCheck.check("p.zip", zip, Optional.of(KEYS.getPublic()));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).distinct().toList();
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(byte[] zip) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
