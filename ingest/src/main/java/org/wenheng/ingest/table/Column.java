package org.wenheng.ingest.table;

/**
 * A column of a table.
 *
 * @param name snake case
 * @param nullable whether a value may be missing
 * @param chinese label that users see
 * @param english what it holds, with its unit
 */
public record Column(String name, ColumnType type, boolean nullable, String chinese, String english) {

    /** A column that always has a value. */
    public static Column required(String name, ColumnType type, String chinese, String english) {
        return new Column(name, type, false, chinese, english);
    }

    /** A column whose value may be missing. */
    public static Column optional(String name, ColumnType type, String chinese, String english) {
        return new Column(name, type, true, chinese, english);
    }
}
