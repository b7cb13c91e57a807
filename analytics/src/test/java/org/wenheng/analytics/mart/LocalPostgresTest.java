package org.wenheng.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.problem.InputRefusedException;

class LocalPostgresTest {
    @TempDir
    Path folder;

    @Test
    void dataSurviveStopAndStart() throws Exception {
        int port = freePort();
        try (MartDatabase first = MartDatabase.local(folder, port);
                Connection connection = first.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO mart.catalogue VALUES ('x', '目录〇', 'Catalogue')");
        }
        try (MartDatabase second = MartDatabase.local(folder, port)) {
            assertThat(text(second, "SELECT title_zh FROM mart.catalogue")).isEqualTo("目录〇");
            assertThat(text(second, "SELECT current_setting('fsync') || current_setting('synchronous_commit')"))
                    .isEqualTo("onon");
        }
    }

    @Test
    void aSecondComerSharesTheServerAndTheLastOneStopsIt() throws Exception {
        MartDatabase first = MartDatabase.local(folder, freePort());
        MartDatabase second = MartDatabase.local(folder, freePort());
        assertThat(second.url()).isEqualTo(first.url());
        try (Connection ofSecond = second.connectReader();
                Statement statement = ofSecond.createStatement()) {
            first.close();
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM mart.run")) {
                assertThat(rows.next()).isTrue();
            }
        }
        second.close();
        assertThatThrownBy(second::connect).isInstanceOf(SQLException.class).hasMessageContaining("refused");
    }

    @Test
    void dataSurviveAServerThatWasKilled() throws Exception {
        int port = freePort();
        MartDatabase first = MartDatabase.local(folder, port);
        try (Connection connection = first.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO mart.catalogue VALUES ('kept', '留', 'kept')");
        }
        long postmaster = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
        try (MartDatabase second = MartDatabase.local(folder, port)) {
            assertThat(text(second, "SELECT catalogue FROM mart.catalogue")).isEqualTo("kept");
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() throws Exception {
        try (MartDatabase database = MartDatabase.local(folder, freePort())) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "wenheng", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theReaderReadsAndCannotWrite() throws Exception {
        try (MartDatabase database = MartDatabase.local(folder, freePort());
                Connection connection = database.connectReader();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM mart.run"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aPortOfAnotherProgramIsRefused() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalPostgres.join(folder, other.getLocalPort()))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("DATABASE_PORT_TAKEN")
                    .hasMessageContaining("--database-port");
        }
    }

    private static String text(MartDatabase database, String query) throws SQLException {
        try (Connection connection = database.connectReader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
