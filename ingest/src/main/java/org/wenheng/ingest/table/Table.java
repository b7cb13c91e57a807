package org.wenheng.ingest.table;

import java.util.List;

/**
 * A table declared once, for all who read or write it.
 *
 * @param layer {@code bronze}, {@code silver}, {@code gold} or {@code mart}
 * @param name snake case, unique in its layer
 * @param grain one sentence that begins with "One row per"
 * @param columns in the order in which they are stored
 * @param checks what every row satisfies, beyond the types and missing values of its columns
 */
public record Table(String layer, String name, String grain, List<Column> columns, List<Check> checks) {
    public Table {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
    }

    /** A table whose rows satisfy nothing but their columns. */
    public Table(String layer, String name, String grain, List<Column> columns) {
        this(layer, name, grain, columns, List.of());
    }

    /** The table's path below the lake's root. */
    public String path() {
        return layer + "/" + name;
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
