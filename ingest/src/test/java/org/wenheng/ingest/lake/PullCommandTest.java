package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenheng.ingest.command.FailureExit;
import org.wenheng.ingest.pull.ServerKind;
import picocli.CommandLine;

/** The whole way: a table of a real server, through files, checks and ledger into the lake. */
class PullCommandTest {
    private static final Path JILIN =
            Path.of(System.getProperty("wenheng.home")).resolve("ingest/catalogues/jilin");

    @TempDir
    private Path folder = Path.of("");

    /** What a run of the command said and how it ended. */
    private record Run(int exit, String out, String err) {}

    /** The shipped example with another address, and parts of two rows. */
    private void mappingOf(ServerKind server) throws IOException {
        Path copy = folder.resolve("catalogues/jilin");
        Files.createDirectories(copy.resolve("mappings"));
        for (String file : List.of("catalogue.yml", "departments.csv", "elements.csv", "forms.yml", "regions.csv")) {
            Files.copy(JILIN.resolve(file), copy.resolve(file));
        }
        Path calendars = Files.createDirectories(folder.resolve("calendars/cn"));
        for (String year : List.of("2024.yml", "2025.yml", "2026.yml", "2027.yml")) {
            Files.copy(JILIN.resolve("../../calendars/cn").resolve(year), calendars.resolve(year));
        }
        String example = Files.readString(JILIN.resolve("mappings/library-system-month.yml"));
        Files.writeString(
                copy.resolve("mappings/library-system-month.yml"),
                example.replace("jdbc:mariadb://library-db.changchun.example:3306/library", server.url())
                        .replace("tls: verify", "tls: off")
                        .replace("rows: 10000", "rows: 2"));
    }

    private static void statistics(ServerKind server) throws SQLException {
        server.run(
                "drop table if exists month_statistics",
                "create table month_statistics (id integer primary key, county_code char(6), library_code varchar(20),"
                        + " library_name varchar(50), stat_month char(7), open_hours_per_week decimal(5,1),"
                        + " readers_name varchar(50), updated_at %s not null)"
                                .formatted(server == ServerKind.POSTGRESQL ? "timestamp" : "datetime"),
                "insert into month_statistics values"
                        + " (1, '220102', 'L1', '南关区图书馆', '2026-09', 63.0, 'private', '2026-10-01 08:00:00'),"
                        + " (2, '220103', 'L2', '宽城区图书馆', '2026-09', 56.5, 'private', '2026-10-01 09:00:00'),"
                        + " (3, '220104', 'L3', '朝阳区图书馆', '2026-09', null, 'private', '2026-10-02 08:00:00'),"
                        + " (4, '220105', 'L4', '二道区图书馆', '2026-09', 169.0, 'private', '2026-10-03 10:00:00'),"
                        + " (5, '220106', 'L5', '绿园区图书馆', '2026-09', 48.0, 'private', '2026-10-03 11:00:00')");
    }

    private Run pull(String at, Map<String, String> environment, String... more) {
        CommandLine command = new CommandLine(new PullCommand(
                        Clock.fixed(Instant.parse(at), ZoneOffset.UTC),
                        environment::get,
                        folder.resolve("catalogues"),
                        (master, work) -> work.apply(LocalSpark.session())))
                .setExecutionExceptionHandler(new FailureExit());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String work = folder.resolve("work").toString();
        String[] options = Stream.concat(
                        Stream.of("--catalogue", "jilin", "--mapping", "library-system-month", "--work", work),
                        Stream.of(more))
                .toArray(String[]::new);
        return new Run(command.execute(options), out.toString(), err.toString());
    }

    private static Map<String, String> environment() {
        return Map.of("CITY_LIBRARY_USER", ServerKind.READER, "CITY_LIBRARY_PASSWORD", ServerKind.PASSWORD);
    }

    private List<String> hoursNow() {
        return new Lake(folder.resolve("work/lake"))
                        .read(LocalSpark.session(), LakeTables.OBSERVATION)
                        .where("known_to is null and element_code = 'LIB_HOURS'")
                        .orderBy("facility_code")
                        .collectAsList()
                        .stream()
                        .map(PullCommandTest::text)
                        .toList();
    }

    private static String text(Row row) {
        Object value = row.getAs("value");
        String number =
                value == null ? row.getAs("status") : new java.math.BigDecimal(value.toString()).toPlainString();
        return row.getAs("facility_code") + "=" + number.replaceFirst("\\.?0+$", "");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void tableBecomesObservationsAndTheNextPullTakesOnlyWhatChanged(ServerKind server) throws Exception {
        statistics(server);
        mappingOf(server);

        Run dry = pull("2026-11-05T00:00:00Z", environment(), "--dry-run");
        assertThat(dry.exit()).isZero();
        assertThat(dry.out()).containsPattern("rows +5\n").containsPattern("parts +3\n");
        assertThat(folder.resolve("work/lake")).doesNotExist();
        assertThat(folder.resolve("work/pull/jilin/library-system-month/000001"))
                .doesNotExist();

        // 169 hours a week are more than a week has: one cell is refused, in a part with another that is accepted.
        Run first = pull("2026-11-05T00:00:00Z", environment());
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out())
                .containsPattern("cells read +5\n")
                .containsPattern("accepted +4\n")
                .containsPattern("unchanged +0\n")
                .containsPattern("refused +1\n");
        assertThat(hoursNow()).containsExactly("L1=63", "L2=56.5", "L3=not-reported", "L5=48");

        server.run(
                "update month_statistics set open_hours_per_week = 68, updated_at = '2026-10-04 08:00:00' where id = 4",
                "insert into month_statistics values"
                        + " (6, '220112', 'L6', '双阳区图书馆', '2026-09', 40, 'private', '2026-10-04 09:00:00')");
        Run second = pull("2026-11-06T00:00:00Z", environment());

        // The overlap of two hours brings row 5 once more: it is unchanged.
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out())
                .containsPattern("cells read +3\n")
                .containsPattern("accepted +2\n")
                .containsPattern("unchanged +1\n")
                .containsPattern("watermark +updated_at: 2026-10-03T09:00:00 → 2026-10-04T09:00:00\n");
        assertThat(hoursNow()).containsExactly("L1=63", "L2=56.5", "L3=not-reported", "L4=68", "L5=48", "L6=40");
        assertThat(everythingWritten()).doesNotContain("private").doesNotContain(ServerKind.PASSWORD);
        assertThat(first.out() + first.err() + second.out() + second.err())
                .doesNotContain(ServerKind.PASSWORD)
                .doesNotContain(ServerKind.READER);
    }

    /** All files of the work folder but the lake's columns, which are compressed. */
    private String everythingWritten() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void missingVariablesAndWrongPasswordsAreRefusalsThatShowNoSecret() throws Exception {
        mappingOf(ServerKind.POSTGRESQL);

        Run unset = pull("2026-11-05T00:00:00Z", Map.of());
        assertThat(unset.exit()).isEqualTo(1);
        assertThat(unset.err())
                .contains("[SOURCE_VARIABLE_MISSING] 环境变量 CITY_LIBRARY_USER 没有设置")
                .contains("环境变量 CITY_LIBRARY_PASSWORD 没有设置");

        Path secret = Files.writeString(folder.resolve("secret"), "wr0ng-secret-42\n");
        Run wrong = pull(
                "2026-11-05T00:00:00Z",
                Map.of("CITY_LIBRARY_USER", ServerKind.READER, "CITY_LIBRARY_PASSWORD_FILE", secret.toString()));
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("SOURCE_LOGIN_REFUSED");
        assertThat(wrong.out() + wrong.err() + everythingWritten())
                .doesNotContain("wr0ng-secret-42")
                .doesNotContain(ServerKind.READER);
    }
}
