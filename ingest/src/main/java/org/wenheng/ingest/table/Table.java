package org.wenheng.ingest.table;

import java.util.List;

/**
 * A table declared once, for all who read or write it.
 *
 * @param layer {@code bronze}, {@code silver}, {@code gold} or {@code mart}
 * @param name snake case, unique in its layer
 * @param grain one sentence that begins with "One row per"
 * @param columns in the order in which they are stored
 */
public record Table(String layer, String name, String grain, List<Column> columns) {
    public Table {
        columns = List.copyOf(columns);
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
