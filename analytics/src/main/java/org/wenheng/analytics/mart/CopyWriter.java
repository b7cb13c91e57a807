package org.wenheng.analytics.mart;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Sends rows to PostgreSQL by COPY, inside the transaction of the connection. */
final class CopyWriter {
    private static final int CHUNK = 1 << 16;

    private final CopyManager manager;

    CopyWriter(Connection connection) throws SQLException {
        this.manager = new CopyManager(connection.unwrap(BaseConnection.class));
    }

    /**
     * Appends rows.
     *
     * @param table schema and name, a constant of the caller
     * @param columns names of the columns, constants of the caller
     * @param rows values in the order of the columns; null for a missing one
     */
    void copy(String table, List<String> columns, Iterable<@Nullable Object[]> rows) throws SQLException {
        CopyIn copy = manager.copyIn("COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN");
        try {
            StringBuilder text = new StringBuilder(CHUNK + 1024);
            for (@Nullable Object[] row : rows) {
                append(text, row);
                if (text.length() > CHUNK) {
                    send(copy, text);
                }
            }
            send(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static void append(StringBuilder text, @Nullable Object[] row) {
        for (int column = 0; column < row.length; column++) {
            if (column > 0) {
                text.append('\t');
            }
            Object value = row[column];
            if (value == null) {
                text.append("\\N");
            } else {
                appendEscaped(text, value.toString());
            }
        }
        text.append('\n');
    }

    private static void appendEscaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }
}
