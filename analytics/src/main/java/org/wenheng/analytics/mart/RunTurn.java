package org.wenheng.analytics.mart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The right to run for a catalogue, held by one run at a time; others wait. It is an advisory lock of a connection, so
 * PostgreSQL takes it back from a process that ends in whatever way.
 */
public final class RunTurn implements AutoCloseable {
    private final Connection connection;

    private RunTurn(Connection connection) {
        this.connection = connection;
    }

    static RunTurn take(Connection connection, String catalogue, Runnable whenWaiting) throws SQLException {
        try {
            if (!isFree(connection, catalogue)) {
                whenWaiting.run();
                ask(connection, "SELECT pg_advisory_lock(hashtext('wenheng.run'), hashtext(?))", catalogue);
            }
            return new RunTurn(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean isFree(Connection connection, String catalogue) throws SQLException {
        return ask(connection, "SELECT pg_try_advisory_lock(hashtext('wenheng.run'), hashtext(?))", catalogue)
                .equals("t");
    }

    private static String ask(Connection connection, String question, String catalogue) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, catalogue);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }

    /** Gives the turn to the next. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot give the turn back", e);
        }
    }
}
