package org.wenheng.ingest.table;

/** The types a column may have, with their names in Spark and in PostgreSQL. */
public enum ColumnType {
    TEXT("string", "text"),
    INT("int", "integer"),
    LONG("bigint", "bigint"),
    DOUBLE("double", "double precision"),
    /** An exact number: sums do not depend on the order. */
    EXACT("decimal(28,6)", "numeric(28,6)"),
    /** A published score: two decimals, rounded half up once. */
    SCORE("decimal(8,2)", "numeric(8,2)"),
    BOOLEAN("boolean", "boolean"),
    DATE("date", "date"),
    /** A day and time of the calendar, without a time zone, such as the start of a period. */
    DATETIME("timestamp_ntz", "timestamp without time zone"),
    /** A moment; UTC in Delta, {@code timestamp with time zone} in PostgreSQL. */
    INSTANT("timestamp", "timestamp with time zone"),
    BYTES("binary", "bytea");

    private final String spark;
    private final String postgres;

    ColumnType(String spark, String postgres) {
        this.spark = spark;
        this.postgres = postgres;
    }

    /** The type's name in Spark SQL. */
    public String spark() {
        return spark;
    }

    /** The type's name in PostgreSQL. */
    public String postgres() {
        return postgres;
    }
}
