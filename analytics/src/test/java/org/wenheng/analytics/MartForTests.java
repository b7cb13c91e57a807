package org.wenheng.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wenheng.analytics.mart.MartDatabase;

/** The one PostgreSQL of the module's tests: started by the first test that asks, stopped with the process. */
public final class MartForTests {
    private static final Path FOLDER = folder();
    private static final MartDatabase DATABASE = MartDatabase.local(FOLDER, freePort());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(MartForTests::stop));
    }

    private MartForTests() {}

    /** The database, without any row. */
    public static MartDatabase empty() {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE mart.catalogue, mart.run CASCADE");
            return DATABASE;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot empty the database of the tests", e);
        }
    }

    /** The database as it is. */
    public static MartDatabase database() {
        return DATABASE;
    }

    /** File of the password of the database's owner. */
    public static Path passwordFile() {
        return FOLDER.resolve("password");
    }

    /** The first column of what a reader gets. */
    public static List<String> query(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = DATABASE.connectReader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A port of loopback that nobody uses. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("wenheng-postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop() {
        DATABASE.close();
        try (var paths = Files.walk(FOLDER)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + FOLDER, e);
        }
    }
}
