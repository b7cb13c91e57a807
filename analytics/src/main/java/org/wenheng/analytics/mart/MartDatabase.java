package org.wenheng.analytics.mart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;

/** The database that holds the mart: the server that comes with the product, or any PostgreSQL by its address. */
public final class MartDatabase implements AutoCloseable {
    private final @Nullable LocalPostgres local;
    private final String url;
    private final Login owner;
    private final Login reader;

    /**
     * Who connects.
     *
     * @param user role in PostgreSQL
     * @param password never logged
     */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    private MartDatabase(@Nullable LocalPostgres local, String url, Login owner, Login reader) {
        this.local = local;
        this.url = url;
        this.owner = owner;
        this.reader = reader;
    }

    /** Joins the server that comes with the product, see {@link LocalPostgres#join}, and brings its tables up to date. */
    public static MartDatabase local(Path folder, int port) {
        LocalPostgres postgres = LocalPostgres.join(folder, port);
        return new MartDatabase(
                        postgres,
                        postgres.url(),
                        new Login(postgres.owner(), postgres.ownerPassword()),
                        new Login(postgres.reader(), postgres.readerPassword()))
                .migrated();
    }

    /**
     * Any PostgreSQL 14 or later; its tables are brought up to date.
     *
     * @param url {@code jdbc:postgresql://…}
     * @param user role that may create the schema {@code mart}; it also reads
     * @param passwordFile file whose first line is the password
     */
    public static MartDatabase at(String url, String user, Path passwordFile) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw InputRefusedException.of(
                    "DATABASE_URL_INVALID",
                    url,
                    "数据库地址应以 jdbc:postgresql: 开头",
                    "The database address must begin with jdbc:postgresql:");
        }
        Login login = new Login(user, passwordOf(passwordFile));
        return new MartDatabase(null, url, login, login).migrated();
    }

    private MartDatabase migrated() {
        Flyway.configure()
                .dataSource(url, owner.user(), owner.password())
                .schemas("mart")
                .locations("classpath:org/wenheng/analytics/mart")
                .load()
                .migrate();
        return this;
    }

    /** A connection that may write. The caller closes it. */
    public Connection connect() throws SQLException {
        return connect(owner);
    }

    /** A connection that may only read. The caller closes it. */
    public Connection connectReader() throws SQLException {
        return connect(reader);
    }

    public String url() {
        return url;
    }

    /** Who may only read what is published. */
    public Login reader() {
        return reader;
    }

    /** Leaves the server; see {@link LocalPostgres#close()}. */
    @Override
    public void close() {
        if (local != null) {
            local.close();
        }
    }

    private Connection connect(Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        return DriverManager.getConnection(url, properties);
    }

    private static String passwordOf(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the password file " + file, e);
        }
    }
}
