package org.wenheng.ingest.table;

/**
 * What every row of a table satisfies. The lake refuses a row that does not.
 *
 * @param name snake case, unique in its table
 * @param sql a condition on the columns, in Spark SQL
 */
public record Check(String name, String sql) {}
