package org.wenheng.ingest.pull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.source.Dialect;
import org.wenheng.ingest.source.KeyKind;
import org.wenheng.ingest.source.ServerText;

/**
 * A column of the rows that are read.
 *
 * @param form how its values become text
 * @param kind the order of its values; null if it has none that the server and this program share
 * @param mayBeMissing whether the server allows rows without a value
 */
record SourceColumn(String name, Form form, @Nullable KeyKind kind, boolean mayBeMissing) {
    private static final Set<String> POSTGRESQL_TEXTS = Set.of("text", "varchar", "bpchar");

    /** How values become text. */
    enum Form {
        /** As the server shows it. */
        AS_SHOWN,
        /** Without exponent. */
        NUMBER,
        /** ISO 8601 with a T, and the offset if the server shows one. */
        TIMESTAMP,
        /** A point in time that the server shows on the clock of the session: its offset is added. */
        ON_SESSION_CLOCK,
        /** 1 and 0. */
        BOOLEAN,
        /** Bytes, hexadecimal. */
        BYTES
    }

    /**
     * The column of a server's type.
     *
     * @param type of {@link Types}
     * @param typeName as the driver names it
     */
    static SourceColumn of(Dialect dialect, String name, int type, String typeName, boolean mayBeMissing) {
        boolean postgres = dialect == Dialect.POSTGRESQL;
        String word = typeName.toLowerCase(Locale.ROOT);
        Form form = switch (type) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.DECIMAL,
                    Types.NUMERIC,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> Form.NUMBER;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                !postgres && word.equals("timestamp") ? Form.ON_SESSION_CLOCK : Form.TIMESTAMP;
            case Types.BIT, Types.BOOLEAN -> postgres && !word.startsWith("bool") ? Form.AS_SHOWN : Form.BOOLEAN;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Form.BYTES;
            default -> Form.AS_SHOWN;
        };
        return new SourceColumn(name, form, kind(type, word, postgres).orElse(null), mayBeMissing);
    }

    private static Optional<KeyKind> kind(int type, String word, boolean postgres) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(KeyKind.INTEGER);
            case Types.DECIMAL, Types.NUMERIC -> Optional.of(KeyKind.DECIMAL);
            case Types.DATE -> Optional.of(KeyKind.DATE);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                Optional.of(postgres && word.equals("timestamptz") ? KeyKind.INSTANT : KeyKind.TIMESTAMP);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR ->
                !postgres || POSTGRESQL_TEXTS.contains(word) ? Optional.of(KeyKind.TEXT) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The text of a value; null if it is missing. */
    @Nullable
    String text(ResultSet rows, int index, ZoneOffset clock) throws SQLException {
        if (form == Form.BOOLEAN) {
            boolean value = rows.getBoolean(index);
            return rows.wasNull() ? null : value ? "1" : "0";
        } else if (form == Form.BYTES) {
            byte[] bytes = rows.getBytes(index);
            return bytes == null ? null : HexFormat.of().formatHex(bytes);
        }
        String text = rows.getString(index);
        if (text == null || form == Form.AS_SHOWN) {
            return text;
        } else if (form == Form.NUMBER) {
            return ServerText.number(text);
        }
        String moment = ServerText.timestamp(text);
        return form == Form.ON_SESSION_CLOCK ? moment + clock.getId() : moment;
    }
}
