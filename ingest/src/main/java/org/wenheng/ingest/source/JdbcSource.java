package org.wenheng.ingest.source;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table on a server, as the section {@code jdbc} of a source mapping describes it. It holds the names of the variables
 * with user and password, never user or password.
 *
 * @param mapping code of the mapping
 * @param version SHA-256 of the mapping's file: another mapping may mean other rows, so it begins anew
 * @param server where the server is
 * @param userVariable name of the environment variable with the user's name
 * @param passwordVariable name of the environment variable with the password
 * @param rows the rows that are read
 * @param partition how the rows are parted into files; null for one file
 * @param watermark how new rows are told from known ones; null to read all rows every time
 * @param clock offset from UTC in which the server shows points in time
 * @param fetchRows rows that the driver holds at once
 * @param timeouts how long to wait
 */
public record JdbcSource(
        String mapping,
        String version,
        Server server,
        String userVariable,
        String passwordVariable,
        Rows rows,
        @Nullable Partition partition,
        @Nullable Watermark watermark,
        ZoneOffset clock,
        int fetchRows,
        Timeouts timeouts) {

    /** Whether the way to the server is encrypted. */
    public enum Tls {
        /** Encrypted, and the server proves by its certificate that it is the named host. */
        VERIFY,
        /** Encrypted; the server's certificate is not looked at. */
        TRUST,
        /** Not encrypted: for a server on the same machine or in a closed network. */
        OFF
    }

    /**
     * A database of a server.
     *
     * @param certificate file (PEM) with the certificate that vouches for the server; null for the ones Java trusts
     */
    public record Server(
            Dialect dialect,
            String host,
            int port,
            String database,
            Tls tls,
            @Nullable Path certificate) {

        /** The URL for the driver: no user, no password, no parameters. */
        public String url() {
            return "jdbc:%s://%s:%d/%s".formatted(dialect.scheme(), host, port, database);
        }
    }

    /** The rows that are read: a table's, or those of a question. */
    public sealed interface Rows {
        /** The rows of a table or view, {@code name} or {@code schema.name}, letter by letter. */
        record Table(String name) implements Rows {}

        /** The rows of a plain SELECT, see {@link PlainSelect}. */
        record Query(String sql) implements Rows {}
    }

    /**
     * Parts of about the same number of rows, by ranges of a column.
     *
     * @param column never null, with an order: numbers, dates, points in time or texts; best the primary key
     * @param rows of a part; more only where many rows have the same value
     */
    public record Partition(String column, int rows) {}

    /**
     * A column that only grows: every new or changed row has a value that is not below those before.
     *
     * @param overlap how far back is read again, for transactions that ended later than they began
     */
    public record Watermark(String column, Overlap overlap) {}

    /**
     * A distance on the watermark's scale: a number for numbers, a time for dates and points in time.
     *
     * @param number null if it is a time
     * @param time null if it is a number
     */
    public record Overlap(
            @Nullable BigDecimal number, @Nullable Duration time) {}

    /**
     * Seconds to wait.
     *
     * @param connect for the server to answer at all
     * @param statement for the answer to one question
     */
    public record Timeouts(int connect, int statement) {}

    /** The column of the parts, if there is one. */
    public Optional<String> keyColumn() {
        return Optional.ofNullable(partition).map(Partition::column);
    }

    /** The column of the watermark, if there is one. */
    public Optional<String> watermarkColumn() {
        return Optional.ofNullable(watermark).map(Watermark::column);
    }
}
