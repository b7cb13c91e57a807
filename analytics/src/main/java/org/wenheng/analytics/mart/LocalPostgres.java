package org.wenheng.analytics.mart;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wenheng.ingest.problem.InputRefusedException;

/**
 * The PostgreSQL server that comes with the product: one data directory, shared by all processes of one machine, whoever
 * comes first. It runs beside the processes, not inside one: killing any of them leaves it running, the next one finds
 * it, and the last one to leave stops it.
 *
 * <p>Passwords are made at the first start and stand in files that only the owner can read; the server listens on
 * loopback only and writes durably (fsync, full-page writes, synchronous commit are the server's defaults).
 */
public final class LocalPostgres implements AutoCloseable {
    /** Port unless told otherwise. */
    public static final int DEFAULT_PORT = 15432;

    private static final String OWNER = "wenheng";
    private static final String READER = "wenheng_reader";
    private static final String DATABASE = "wenheng";

    private final Path folder;
    private final int port;

    private LocalPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Joins the server of a folder, starting it (and at first making it) if it does not run.
     *
     * @param folder holds the data, the passwords and the unpacked server; made if absent
     * @param port port for a server that has to be started; one that runs already keeps its own
     * @throws InputRefusedException if the port belongs to somebody else
     */
    public static LocalPostgres join(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            Path absolute = folder.toRealPath();
            FileChannel channel = lockedFile(absolute);
            try (channel) {
                return joinLocked(absolute, port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL in " + folder, e);
        }
    }

    private static LocalPostgres joinLocked(Path folder, int port) throws IOException {
        PostgresBinaries.unpackInto(folder.resolve("server"));
        Path data = folder.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(folder, data);
        }
        if (run(folder, "pg_ctl", "status", "-D", data.toString()) != 0) {
            requireFree(port);
            require(
                    folder,
                    "pg_ctl",
                    "start",
                    "-w",
                    "-t",
                    "60",
                    "-D",
                    data.toString(),
                    "-l",
                    folder.resolve("server.log").toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC");
        }
        // The fourth line of postmaster.pid is the port: a server that was started with another one is found all the
        // same.
        int actual = Integer.parseInt(
                Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip());
        LocalPostgres postgres = new LocalPostgres(folder, actual);
        postgres.createDatabase();
        return postgres;
    }

    private static void initialise(Path folder, Path data) throws IOException {
        writeSecret(folder.resolve("password"));
        writeSecret(folder.resolve("reader-password"));
        require(
                folder,
                "initdb",
                "-D",
                data.toString(),
                "-U",
                OWNER,
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
    }

    private void createDatabase() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), OWNER, ownerPassword());
                Statement statement = connection.createStatement()) {
            if (isAbsent(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            if (isAbsent(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + READER + "'")) {
                statement.execute("CREATE ROLE " + READER + " LOGIN PASSWORD '" + readerPassword() + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the database in " + folder, e);
        }
    }

    private static boolean isAbsent(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** Address of the database for JDBC. */
    public String url() {
        return url(DATABASE);
    }

    /** The user that owns the schemas. */
    public String owner() {
        return OWNER;
    }

    public String ownerPassword() {
        return secret("password");
    }

    /** The user that may only read what is published. */
    public String reader() {
        return READER;
    }

    public String readerPassword() {
        return secret("reader-password");
    }

    /** The port the server listens on. */
    public int port() {
        return port;
    }

    /** Leaves the server, and stops it if nobody else is connected. Connections of the caller must be closed before. */
    @Override
    public void close() {
        try {
            FileChannel channel = lockedFile(folder);
            try (channel) {
                leaveLocked();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop PostgreSQL in " + folder, e);
        }
    }

    private void leaveLocked() throws IOException {
        if (othersConnected() == 0) {
            require(
                    folder,
                    "pg_ctl",
                    "stop",
                    "-m",
                    "fast",
                    "-w",
                    "-D",
                    folder.resolve("data").toString());
        }
    }

    private long othersConnected() {
        String query = "SELECT count(*) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
        try (Connection connection = DriverManager.getConnection(url("postgres"), OWNER, ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot see who is connected to " + url(), e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private String secret(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the password file " + folder.resolve(name), e);
        }
    }

    private static void writeSecret(Path file) throws IOException {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(bytes));
    }

    /** Waits until no other process joins or leaves; closing the channel lets the next one in. */
    private static FileChannel lockedFile(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw InputRefusedException.of(
                    "DATABASE_PORT_TAKEN",
                    "127.0.0.1:" + port,
                    "端口 %d 已被别的程序占用。请用 --database-port 换一个端口,或用 --database-url 指定已有的 PostgreSQL".formatted(port),
                    "Port %d belongs to another program. Choose another with --database-port, or name a PostgreSQL with --database-url"
                            .formatted(port));
        }
    }

    private static void require(Path folder, String program, String... arguments) throws IOException {
        int exit = run(folder, program, arguments);
        if (exit != 0) {
            throw new IOException("%s ended with %d; see %s".formatted(program, exit, folder.resolve("control.log")));
        }
    }

    private static int run(Path folder, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        // The server refuses to run as root; in a user namespace of its own it is not.
        if (System.getProperty("user.name").equals("root") && LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("server/bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("control.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within 120 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        }
        return process.exitValue();
    }
}
