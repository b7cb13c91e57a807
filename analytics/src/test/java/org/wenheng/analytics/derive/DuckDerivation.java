package org.wenheng.analytics.derive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.yaml.YamlNode;

/** The derivation of a nation of facilities written by hand in SQL for DuckDB, over the same Parquet files. */
final class DuckDerivation implements AutoCloseable {
    private final Connection connection;

    DuckDerivation(int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run("SET threads = " + threads);
        run("SET TimeZone = 'UTC'");
    }

    /** The rules of the elements, as a table. */
    void rules(Catalogue catalogue) throws SQLException {
        String rows =
                catalogue.elements().values().stream().map(DuckDerivation::row).collect(Collectors.joining(", "));
        run("CREATE OR REPLACE TABLE rules AS SELECT * FROM (VALUES " + rows
                + ") AS r(element_code, over_facilities, over_time)");
    }

    private static String row(Element element) {
        return "('%s', '%s', '%s')"
                .formatted(
                        element.code(), YamlNode.wordOf(element.overFacilities()), YamlNode.wordOf(element.overTime()));
    }

    /**
     * Adds facilities up, looks over twelve months, and writes both as Parquet.
     *
     * @param files of the observations
     * @param lastOnly whether only windows that end with the last month are asked for
     */
    void derive(List<String> files, Instant knownAt, boolean lastOnly, Path values, Path windows) throws SQLException {
        String list = files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", "));
        run("""
                CREATE OR REPLACE TEMP TABLE own AS
                WITH sums AS (
                  SELECT region_code, period, element_code,
                         sum(value) FILTER (status = 'reported') AS total,
                         max(value) FILTER (status = 'reported') AS largest,
                         count(*) FILTER (status = 'reported') AS numbers,
                         count(*) FILTER (status = 'nil') AS nils,
                         count(*) FILTER (status = 'suppressed') AS suppressed,
                         count(*) FILTER (status = 'not-reported') AS missing,
                         count(*) FILTER (status <> 'not-applicable') AS expected,
                         bit_or(CASE origin WHEN 'real' THEN 1 WHEN 'synthetic' THEN 2 ELSE 3 END) AS origins
                  FROM read_parquet([%s], hive_partitioning = true, hive_types_autocast = false)
                  WHERE known_from <= TIMESTAMPTZ '%s' AND (known_to IS NULL OR known_to > TIMESTAMPTZ '%s')
                  GROUP BY region_code, period, element_code)
                SELECT region_code, period, element_code, over_time, nils + numbers AS reported, expected, origins,
                       CASE WHEN numbers > 0 THEN 'reported' WHEN nils > 0 THEN 'nil'
                            WHEN suppressed > 0 THEN 'suppressed' WHEN missing > 0 THEN 'not-reported'
                            ELSE 'not-applicable' END AS status,
                       CASE over_facilities WHEN 'mean' THEN round(total::DOUBLE / numbers, 6) WHEN 'max' THEN largest::DOUBLE
                            ELSE total::DOUBLE END AS value,
                       left(period, 4)::INT AS year, left(period, 4)::INT * 12 + right(period, 2)::INT AS month
                FROM sums JOIN rules USING (element_code)
                """.formatted(list, knownAt, knownAt));
        run(
                "COPY (SELECT region_code, period, element_code, status, value, reported, expected, origins FROM own) TO '%s' (FORMAT parquet)"
                        .formatted(values));
        run("""
                COPY (
                  WITH cells AS (
                    SELECT *, CASE status WHEN 'reported' THEN value WHEN 'nil' THEN 0 END AS usable,
                           (status = 'not-applicable')::INT AS without
                    FROM own),
                  seen AS (
                    SELECT region_code, period, element_code, over_time, month,
                           max(usable) OVER (places RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING) AS previous,
                           sum(usable) OVER years AS year_sum,
                           last_value(usable IGNORE NULLS) OVER years AS year_last,
                           count(usable) OVER years AS to_date_present,
                           sum(usable) OVER twelve AS trailing_sum,
                           last_value(usable IGNORE NULLS) OVER twelve AS trailing_last,
                           count(usable) OVER twelve AS trailing_present,
                           12 - sum(without) OVER twelve AS trailing_expected
                    FROM cells
                    WINDOW places AS (PARTITION BY region_code, element_code ORDER BY month),
                           twelve AS (PARTITION BY region_code, element_code ORDER BY month
                                      RANGE BETWEEN 11 PRECEDING AND CURRENT ROW),
                           years AS (PARTITION BY region_code, element_code, year ORDER BY month))
                  SELECT region_code, period, element_code, previous, to_date_present, trailing_present,
                         trailing_expected, trailing_sum / trailing_present AS trailing_mean,
                         CASE over_time WHEN 'last' THEN year_last WHEN 'mean' THEN year_sum / to_date_present
                              ELSE year_sum END AS to_date,
                         CASE over_time WHEN 'last' THEN trailing_last WHEN 'mean' THEN trailing_sum / trailing_present
                              ELSE trailing_sum END AS trailing
                  FROM seen
                  %s) TO '%s' (FORMAT parquet)
                """.formatted(lastOnly ? "WHERE month = (SELECT max(month) FROM own)" : "", windows));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
