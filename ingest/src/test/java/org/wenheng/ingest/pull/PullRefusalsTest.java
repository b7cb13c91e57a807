package org.wenheng.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.source.Credentials;
import org.wenheng.ingest.source.JdbcSource;
import org.wenheng.ingest.source.PullFolder;

/** What a person is told when a source is not as the mapping says. */
class PullRefusalsTest {
    @TempDir
    private Path folder = Path.of("");

    private static void loans(ServerKind server) throws SQLException {
        server.run(
                "drop table if exists city_loans",
                "create table city_loans (loan_id integer primary key, library varchar(20), loans integer,"
                        + " updated_at timestamp null)",
                "insert into city_loans values (1, '长春', 5, '2026-10-01 00:00:00'), (2, '四平', 6, null)");
    }

    private InputRefusedException refusal(JdbcSource source, Credentials credentials, String... needed) {
        try (PullFolder pulls = PullFolder.open(folder.resolve("pulls"))) {
            Pull pull = new Pull(source, List.of(needed), credentials, pulls);
            return catchThrowableOfType(
                    InputRefusedException.class, () -> pull.read(false, PulledTable.NOW, part -> {}));
        }
    }

    private InputRefusedException refusal(JdbcSource source, String... needed) {
        return refusal(source, PulledTable.READER, needed);
    }

    private static List<String> codes(InputRefusedException refused) {
        return refused.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void wrongPasswordIsSaidWithoutUserOrPassword(ServerKind server) {
        InputRefusedException refused = refusal(
                PulledTable.source(server, "table: city_loans"),
                new Credentials(ServerKind.READER, "wr0ng-secret-42"),
                "loans");

        assertThat(codes(refused)).containsExactly("SOURCE_LOGIN_REFUSED");
        assertThat(refused).hasMessageContaining("请核对 CITY_USER 和 CITY_PASSWORD 的内容");
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("wr0ng").doesNotContain(ServerKind.READER);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void unknownTableAndUnknownColumnsAreSaidWithTheNearestName(ServerKind server) throws SQLException {
        loans(server);

        InputRefusedException table = refusal(PulledTable.source(server, "table: city_loan"), "loans");
        InputRefusedException columns = refusal(
                PulledTable.source(
                        server,
                        "table: city_loans",
                        "partition: { column: loanid }",
                        "watermark: { column: updated, overlap: PT1H }"),
                "Library",
                "loans");

        assertThat(codes(table)).containsExactly("SOURCE_TABLE_UNKNOWN");
        assertThat(table).hasMessageContaining("没有表或视图“city_loan” (did you mean \"city_loans\"?)");
        assertThat(codes(columns)).containsOnly("SOURCE_COLUMN_UNKNOWN").hasSize(3);
        assertThat(columns)
                .hasMessageContaining("There is no column \"loanid\" (did you mean \"loan_id\"?)")
                .hasMessageContaining("没有列“updated”,现有: loan_id, library, loans, updated_at")
                .hasMessageContaining("没有列“Library” (did you mean \"library\"?)");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void watermarkNeedsAnOrderAndAValueInEveryRow(ServerKind server) throws SQLException {
        loans(server);

        assertThat(refusal(
                        PulledTable.source(
                                server, "table: city_loans", "watermark: { column: updated_at, overlap: PT1H }"),
                        "loans"))
                .hasMessageContaining("[SOURCE_VALUE_MISSING] watermark 的列“updated_at”有 1 行为空");
        assertThat(refusal(
                        PulledTable.source(server, "table: city_loans", "watermark: { column: library, overlap: 1 }"),
                        "loans"))
                .hasMessageContaining("SOURCE_WATERMARK_NOT_COMPARABLE");
        assertThat(refusal(
                        PulledTable.source(
                                server, "table: city_loans", "watermark: { column: loan_id, overlap: PT1H }"),
                        "loans"))
                .hasMessageContaining("[SOURCE_OVERLAP_MISMATCH] watermark 的列“loan_id”是数值,overlap 应为整数,如 1000");
    }

    /** The account may write here, and so may the function; the session may not. */
    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void questionThatWritesByAFunctionIsStoppedByTheServer(ServerKind server) throws SQLException {
        loans(server);
        boolean postgres = server == ServerKind.POSTGRESQL;
        server.run(
                "drop table if exists written",
                "create table written (id integer)",
                "drop function if exists write_one",
                postgres
                        ? "create function write_one() returns integer language sql as"
                                + " 'insert into written values (1) returning 1'"
                        : "create function write_one() returns integer modifies sql data"
                                + " begin insert into written values (1); return 1; end");

        InputRefusedException refused = refusal(
                PulledTable.source(server, "query: select loan_id, write_one() as loans from city_loans"),
                new Credentials(postgres ? "postgres" : "root", postgres ? "any-password" : ""),
                "loans");

        assertThat(codes(refused)).containsExactly("SOURCE_WRITE_REFUSED");
        try (Connection connection = server.owner();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from written")) {
            count.next();
            assertThat(count.getInt(1)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void questionThatTakesTooLongIsStopped(ServerKind server) throws SQLException {
        loans(server);
        String sleeping = server == ServerKind.POSTGRESQL ? "pg_sleep(30)" : "sleep(30)";

        InputRefusedException refused = refusal(
                PulledTable.source(
                        server,
                        "query: select loan_id, %s as loans from city_loans".formatted(sleeping),
                        "timeout: { statement: 1 }"),
                "loans");

        assertThat(refused).hasMessageContaining("[SOURCE_TIMEOUT] 服务器在 1 秒内没有答完");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void databaseThatIsNotThereAndTlsThatIsNotOfferedAreSaid(ServerKind server) {
        JdbcSource other = PulledTable.source(server.url().replace("/city", "/county"), "table: city_loans");
        JdbcSource encrypted = PulledTable.source(server, "tls: verify", "table: city_loans");

        assertThat(codes(refusal(other, "loans"))).containsExactly("SOURCE_DATABASE_UNKNOWN");
        assertThat(refusal(encrypted, "loans")).hasMessageContaining("[SOURCE_TLS_FAILED] 加密连接失败(tls: verify)");
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void repeatedColumnsOfAQuestionAndBrokenSqlAreSaid(ServerKind server) throws SQLException {
        loans(server);

        InputRefusedException repeated =
                refusal(PulledTable.source(server, "query: select loans, loans from city_loans"), "loans");
        InputRefusedException broken =
                refusal(PulledTable.source(server, "query: select loan from city_loans"), "loans");

        assertThat(repeated)
                .satisfiesAnyOf(
                        refused -> assertThat(refused).hasMessageContaining("SOURCE_COLUMN_REPEATED"),
                        refused -> assertThat(refused).hasMessageContaining("Duplicate column name 'loans'"));
        assertThat(broken).hasMessageContaining("SOURCE_QUERY_FAILED").hasMessageContaining("loan");
    }

    @Test
    void serverThatDoesNotAnswerIsSaid() throws IOException {
        for (String scheme : List.of("postgresql", "mariadb", "mysql")) {
            String url = "jdbc:%s://127.0.0.1:%d/city".formatted(scheme, ServerKind.freePort());

            assertThat(refusal(PulledTable.source(url, "table: city_loans"), "loans"))
                    .hasMessageContaining("[SOURCE_UNREACHABLE] 连不上服务器或连接中断")
                    .hasMessageNotContaining(ServerKind.PASSWORD);
        }
    }

    @Test
    void onlyOneProcessPullsAMapping() {
        try (PullFolder first = PullFolder.open(folder)) {
            assertThat(first.unfinished()).isEmpty();
            assertThatThrownBy(() -> PullFolder.open(folder)).hasMessageContaining("SOURCE_PULL_RUNNING");
        }
        PullFolder.open(folder).close();
    }

    @Test
    void serverThatSaysNothingIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String scheme : List.of("postgresql", "mariadb")) {
                String url = "jdbc:%s://127.0.0.1:%d/city".formatted(scheme, silent.getLocalPort());
                JdbcSource source =
                        PulledTable.source(url, "table: city_loans", "timeout: { connect: 1, statement: 1 }");

                assertThat(refusal(source, "loans")).hasMessageContaining("SOURCE_UNREACHABLE");
            }
        }
    }
}
