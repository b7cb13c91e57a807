package org.wenheng.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.source.JdbcSource.Rows;

/**
 * The questions to a source as SQL: names quoted, values bound. Parts are ranges of the key ({@code key > a and key <= b}),
 * so that rows with the same key stay together and every part can be read alone, in any order and at any time.
 *
 * @param source whose rows are read
 * @param watermark the column of the watermark; null if there is none
 * @param key the column of the parts; null if there is one part
 */
public record SourceQuery(
        JdbcSource source,
        @Nullable KeyColumn watermark,
        @Nullable KeyColumn key) {

    /**
     * A statement and the values of its parameters, in order.
     *
     * @param values of the types that {@link KeyKind#bound} gives
     */
    public record BoundSql(String sql, List<Object> values) {
        public BoundSql {
            values = List.copyOf(values);
        }
    }

    /** No rows: only the names and types of the columns. */
    public static BoundSql columns(JdbcSource source) {
        return new BoundSql("select * from %s where 1 = 0".formatted(rows(source)), List.of());
    }

    /** The number of rows without a value in a column. */
    public static BoundSql nulls(JdbcSource source, String column) {
        String name = source.server().dialect().quoted(column);
        return new BoundSql("select count(*) from %s where %s is null".formatted(rows(source), name), List.of());
    }

    /** Two columns: the number of rows of a window, and the highest watermark of them (null without a watermark). */
    public BoundSql extent(Window window) {
        String highest = watermark == null ? "null" : "max(%s)".formatted(quoted(watermark));
        Conditions conditions = new Conditions().window(window);
        return conditions.after("select count(*), %s from %s".formatted(highest, rows(source)), "");
    }

    /**
     * One column: first the key with which a part ends that begins after {@code after}, then that of the row after it. No
     * second row: it is the last part.
     */
    public BoundSql end(Window window, @Nullable String after, int rowsOfPart) {
        KeyColumn column = parted();
        String name = quoted(column);
        return new Conditions()
                .window(window)
                .compare(column, ">", after)
                .after(
                        "select %s from %s".formatted(name, rows(source)),
                        " order by %s limit 2 offset %d".formatted(name, rowsOfPart - 1));
    }

    /**
     * The rows of a part.
     *
     * @param columns names of the columns to read
     * @param after the key after which the part begins; null for the first
     * @param last the key with which it ends; null for the last part
     */
    public BoundSql part(Window window, List<String> columns, @Nullable String after, @Nullable String last) {
        Dialect dialect = source.server().dialect();
        String names = columns.stream().map(dialect::quoted).collect(Collectors.joining(", "));
        KeyColumn order = key != null ? key : watermark;
        Conditions conditions = new Conditions().window(window);
        if (key != null) {
            conditions.compare(key, ">", after).compare(key, "<=", last);
        }
        return conditions.after(
                "select %s from %s".formatted(names, rows(source)), order == null ? "" : " order by " + quoted(order));
    }

    private KeyColumn parted() {
        if (key == null) {
            throw new IllegalStateException("A source without a partition has one part");
        }
        return key;
    }

    private String quoted(KeyColumn column) {
        return source.server().dialect().quoted(column.name());
    }

    private static String rows(JdbcSource source) {
        if (source.rows() instanceof Rows.Query query) {
            return "(%s) as source_rows".formatted(query.sql());
        } else if (source.rows() instanceof Rows.Table table) {
            return source.server().dialect().quotedTable(table.name());
        }
        throw new IllegalStateException("Rows are a table's or a question's");
    }

    /** Conditions with their values; one whose value is null is left out. */
    private final class Conditions {
        private final List<String> texts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Conditions window(Window window) {
            return watermark == null
                    ? this
                    : compare(watermark, ">=", window.from()).compare(watermark, "<=", window.to());
        }

        Conditions compare(KeyColumn column, String sign, @Nullable String value) {
            if (value != null) {
                texts.add("%s %s ?".formatted(quoted(column), sign));
                values.add(column.kind()
                        .bound(value)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "No %s of column %s: %s".formatted(column.kind(), column.name(), value))));
            }
            return this;
        }

        BoundSql after(String start, String end) {
            String conditions = texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
            return new BoundSql(start + conditions + end, values);
        }
    }
}
