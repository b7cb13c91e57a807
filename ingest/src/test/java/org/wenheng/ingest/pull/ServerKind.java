package org.wenheng.ingest.pull;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real servers of the tests: each is started once, on loopback, and ends with the tests. */
public enum ServerKind {
    POSTGRESQL,
    MARIADB;

    /** The account of the tests of pulling: it may read everything and write nothing. */
    public static final String READER = "wenheng_reader";

    public static final String PASSWORD = "s3cret-Päss-wörd";

    private static final Map<ServerKind, Integer> PORTS = new ConcurrentHashMap<>();

    /** Starts the server unless it runs, and skips the test where this machine has none. */
    public int port() {
        return PORTS.computeIfAbsent(this, kind -> kind == POSTGRESQL ? startPostgres() : startMariaDb());
    }

    /** Address for the section jdbc of a mapping. */
    public String url() {
        return this == POSTGRESQL
                ? "jdbc:postgresql://127.0.0.1:%d/city".formatted(port())
                : "jdbc:mariadb://127.0.0.1:%d/city".formatted(port());
    }

    /** A session of the city's own programs: it may write. */
    public Connection owner() throws SQLException {
        return this == POSTGRESQL
                ? DriverManager.getConnection(url(), "postgres", "postgres")
                : DriverManager.getConnection(url(), "root", "");
    }

    /** Runs statements of the owner, each in its own transaction. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int startPostgres() {
        try {
            // The library removes this folder itself when the tests end.
            Path data = Files.createTempDirectory("wenheng-source-postgres");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "host all %s 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n".formatted(READER));
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database city");
                statement.execute("create role %s login password '%s'".formatted(READER, PASSWORD));
                statement.execute("grant pg_read_all_data to " + READER);
                statement.execute("select pg_reload_conf()");
            }
            return server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL could not be prepared", e);
        }
    }

    private static int startMariaDb() {
        Optional<Path> server = program("mariadbd");
        Optional<Path> installer = program("mariadb-install-db");
        assumeTrue(
                server.isPresent() && installer.isPresent(),
                "MariaDB's server is not on this machine (Debian: apt-get install mariadb-server)");
        try {
            Path folder = Files.createTempDirectory("wenheng-source-mariadb");
            Path data = folder.resolve("data");
            String user = "--user=" + System.getProperty("user.name");
            start(
                            folder,
                            installer.orElseThrow().toString(),
                            "--no-defaults",
                            user,
                            "--auth-root-authentication-method=normal",
                            "--skip-test-db",
                            "--datadir=" + data)
                    .waitFor();
            int port = freePort();
            Process process = start(
                    folder,
                    server.orElseThrow().toString(),
                    "--no-defaults",
                    user,
                    "--datadir=" + data,
                    "--port=" + port,
                    "--bind-address=127.0.0.1",
                    "--socket=" + folder.resolve("socket"),
                    "--pid-file=" + folder.resolve("pid"),
                    "--character-set-server=utf8mb4",
                    "--innodb-flush-log-at-trx-commit=0");
            endWithTests(() -> {
                process.destroy();
                process.waitFor(30, TimeUnit.SECONDS);
                delete(folder);
            });
            try (Connection connection = firstAnswer(process, port, folder);
                    Statement statement = connection.createStatement()) {
                statement.execute("create database city character set utf8mb4");
                statement.execute("create user %s@'127.0.0.1' identified by '%s'".formatted(READER, PASSWORD));
                statement.execute("grant select, execute on *.* to %s@'127.0.0.1'".formatted(READER));
            }
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB could not be prepared", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks until the server answers; a server that ended, or says nothing for a minute, is a failure. */
    private static Connection firstAnswer(Process process, int port, Path folder)
            throws InterruptedException, IOException {
        for (int i = 0; i < 300; i++) {
            try {
                return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:%d/".formatted(port), "root", "");
            } catch (SQLException e) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IllegalStateException("MariaDB does not answer:\n" + Files.readString(folder.resolve("log")));
    }

    private static Process start(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static Optional<Path> program(String name) {
        return Stream.concat(
                        Stream.of(String.valueOf(System.getenv("PATH")).split(":")), Stream.of("/usr/sbin", "/usr/bin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A port of loopback that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private interface Ending {
        void run() throws Exception;
    }

    private static void endWithTests(Ending ending) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                ending.run();
            } catch (Exception e) {
                throw new IllegalStateException("A server of the tests did not end", e);
            }
        }));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : List.copyOf(
                    files.sorted(java.util.Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
