package org.wenheng.ingest.pull;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.source.Credentials;
import org.wenheng.ingest.source.Dialect;
import org.wenheng.ingest.source.DriverProperties;
import org.wenheng.ingest.source.JdbcSource;
import org.wenheng.ingest.source.SourceQuery.BoundSql;

/**
 * One session on the server in one read-only transaction that sees one state of the data (repeatable read; with a
 * consistent snapshot where the server has one). It is asked, before anything else, whether it may write.
 */
final class SourceConnection implements AutoCloseable {
    private final JdbcSource source;
    private final Connection connection;
    private final SourceProblems problems;

    private SourceConnection(JdbcSource source, Connection connection, SourceProblems problems) {
        this.source = source;
        this.connection = connection;
        this.problems = problems;
    }

    /**
     * Opens a session.
     *
     * @throws InputRefusedException if the server is not there, refuses the login, or would let the session write
     */
    static SourceConnection open(JdbcSource source, Credentials credentials) {
        SourceProblems problems = new SourceProblems(source, credentials);
        try {
            Connection connection = connect(source, credentials);
            try {
                begin(source, connection, problems);
                return new SourceConnection(source, connection, problems);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw problems.of(e);
        }
    }

    /** The registry of drivers is asked with the address alone: it sees neither user nor password. */
    private static Connection connect(JdbcSource source, Credentials credentials) throws SQLException {
        Driver driver = DriverManager.getDriver(source.server().url());
        Properties properties = DriverProperties.of(source);
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password());
        Connection connection = driver.connect(source.server().url(), properties);
        if (connection == null) {
            throw new SQLException("The driver does not know this address", "08001");
        }
        return connection;
    }

    private static void begin(JdbcSource source, Connection connection, SourceProblems problems) throws SQLException {
        Dialect dialect = source.server().dialect();
        String product = connection.getMetaData().getDatabaseProductName();
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            List<String> session =
                    dialect.session(product, source.clock(), source.timeouts().statement());
            for (String command : session.subList(0, session.size() - 1)) {
                statement.execute(command);
            }
            connection.setAutoCommit(false);
            statement.execute(session.get(session.size() - 1));
            try (ResultSet answer = statement.executeQuery(dialect.readOnlyQuestion(product, major))) {
                String text = answer.next() ? answer.getString(1) : "";
                if (!"on".equals(text) && !"1".equals(text)) {
                    throw problems.refused(
                            "SOURCE_NOT_READ_ONLY",
                            "服务器没有进入只读事务,已停止",
                            "The server did not enter a read-only transaction; nothing was read");
                }
            }
        }
    }

    /** Makes a statement that holds no more rows than the source allows, its parameters filled in. */
    private PreparedStatement prepared(BoundSql question) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(question.sql());
        statement.setFetchSize(source.fetchRows());
        for (int i = 0; i < question.values().size(); i++) {
            statement.setObject(i + 1, question.values().get(i));
        }
        return statement;
    }

    /** Takes the rows of an answer. */
    interface Answer<T> {
        T take(ResultSet rows) throws SQLException;
    }

    /** Asks, and closes the answer when it was taken. The exceptions of the server come as they are. */
    <T> T askRaw(BoundSql question, Answer<T> answer) throws SQLException {
        try (PreparedStatement statement = prepared(question);
                ResultSet rows = statement.executeQuery()) {
            return answer.take(rows);
        }
    }

    /**
     * Asks, and closes the answer when it was taken.
     *
     * @throws InputRefusedException if the server cannot answer
     */
    <T> T ask(BoundSql question, Answer<T> answer) {
        try {
            return askRaw(question, answer);
        } catch (SQLException e) {
            throw problems.of(e);
        }
    }

    /** The text of the first column of the first row; empty if there is no row or no value. */
    Optional<String> text(BoundSql question) {
        return ask(question, rows -> rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty());
    }

    Connection jdbc() {
        return connection;
    }

    SourceProblems problems() {
        return problems;
    }

    /** The server's name and version, such as {@code PostgreSQL 18.6}. */
    String serverName() {
        try {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw problems.of(e);
        }
    }

    /** Ends the transaction and the session. A failure to do so changes nothing of what was read. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            org.slf4j.LoggerFactory.getLogger(SourceConnection.class)
                    .debug("The session could not be ended: SQLSTATE {}", e.getSQLState());
        }
    }
}
