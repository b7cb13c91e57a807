package org.wenheng.ingest.source;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The kinds of database servers: what differs between them as text. */
public enum Dialect {
    /** PostgreSQL 10 and later. */
    POSTGRESQL("postgresql", 5432, '"'),
    /** MariaDB 10.2 and later, and MySQL 5.7 and later, both through MariaDB's driver. */
    MARIADB("mariadb", 3306, '`');

    private final String scheme;
    private final int port;
    private final char quote;

    Dialect(String scheme, int port, char quote) {
        this.scheme = scheme;
        this.port = port;
        this.quote = quote;
    }

    /** The dialect of the word after {@code jdbc:}: {@code postgresql}, {@code mariadb} or {@code mysql}. */
    static Dialect of(String word) {
        return word.equals(POSTGRESQL.scheme) ? POSTGRESQL : MARIADB;
    }

    /** The word of the URL that the driver understands. */
    String scheme() {
        return scheme;
    }

    /** The port that such a server usually listens on. */
    int port() {
        return port;
    }

    /** A name as SQL writes it whatever letters it has; a quote within it is doubled. */
    public String quoted(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    /** A table's name, whose parts are joined by dots ({@code schema.table}). */
    public String quotedTable(String table) {
        return List.of(table.split("\\.", -1)).stream()
                .map(this::quoted)
                .collect(java.util.stream.Collectors.joining("."));
    }

    /**
     * What a new session is told before its first question: nothing may be written, timestamps are shown on the clock of
     * the source, a question does not run for ever. The last statement begins the one transaction that reads everything.
     *
     * @param product name that the server gives itself, as MySQL and MariaDB name the limit of time differently
     * @param seconds a question may take
     */
    public List<String> session(String product, ZoneOffset clock, int seconds) {
        String offset = clock.equals(ZoneOffset.UTC) ? "+00:00" : clock.getId();
        return switch (this) {
            case POSTGRESQL ->
                List.of(
                        "set session characteristics as transaction isolation level repeatable read, read only",
                        "set default_transaction_read_only = on",
                        "set time zone interval '%s' hour to minute".formatted(offset),
                        "set statement_timeout = '%ds'".formatted(seconds));
            case MARIADB ->
                List.of(
                        "set session transaction isolation level repeatable read",
                        "set session transaction read only",
                        "set session time_zone = '%s'".formatted(offset),
                        product.toLowerCase(Locale.ROOT).contains("mariadb")
                                ? "set session max_statement_time = " + seconds
                                : "set session max_execution_time = " + seconds * 1000L,
                        "start transaction with consistent snapshot, read only");
        };
    }

    /** Asks the server whether this transaction may write: one text, {@code on} or {@code 1} if it may not. */
    public String readOnlyQuestion(String product, int majorVersion) {
        boolean newName = !product.toLowerCase(Locale.ROOT).contains("mariadb") || majorVersion > 11;
        return switch (this) {
            case POSTGRESQL -> "show transaction_read_only";
            case MARIADB -> newName ? "select @@transaction_read_only" : "select @@tx_read_only";
        };
    }
}
