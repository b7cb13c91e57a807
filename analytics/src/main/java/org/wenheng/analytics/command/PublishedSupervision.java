package org.wenheng.analytics.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenheng.analytics.gold.SupervisionTables;
import org.wenheng.analytics.study.Sheet;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.table.Table;
import org.wenheng.ingest.workbook.SentText;

/** Reads what supervision said of the published run of a scheme and period from the mart. */
final class PublishedSupervision {
    /** A region, and those that lie in it, by code; every region for an empty one. */
    private static final String BELOW = """
            WITH RECURSIVE below AS (
                SELECT g.region_code FROM mart.region g WHERE g.catalogue = ? AND g.region_code = ?
                UNION
                SELECT g.region_code FROM mart.region g JOIN below b ON g.parent_code = b.region_code WHERE g.catalogue = ?)
            """;

    private final Connection reader;
    private final Head head;
    private final String region;

    private PublishedSupervision(Connection reader, Head head, String region) {
        this.reader = reader;
        this.head = head;
        this.region = region;
    }

    /**
     * What is shown of the run.
     *
     * @param regions regions scored
     */
    record Head(String run, String catalogue, String periodName, String origin, String knownAt, int regions) {}

    /** How often a rule shows a colour. */
    record Count(Title title, String colour, int count) {}

    /**
     * A light that somebody has to act on.
     *
     * @param region name; empty for what belongs to no region
     */
    record Lit(String colour, Title region, Title title, Title reason, String acts, String departments) {}

    /**
     * The published run.
     *
     * @param region code: this region and those below it; empty for all
     * @throws InputRefusedException if there is none, or no such region
     */
    static PublishedSupervision open(Connection reader, String scheme, Period period, Optional<String> region)
            throws SQLException {
        String sql = """
                SELECT r.run_id, s.catalogue, r.period_name_zh, r.origin, r.known_at::text, r.regions
                FROM mart.publication p
                JOIN mart.run r USING (run_id)
                JOIN mart.scheme s ON s.scheme_code = r.scheme_code AND s.scheme_version = r.scheme_version
                WHERE p.scheme_code = ? AND p.period = ?
                """;
        try (PreparedStatement statement = reader.prepareStatement(sql)) {
            statement.setString(1, scheme);
            statement.setString(2, period.code());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw InputRefusedException.of(
                            "RUN_NOT_PUBLISHED",
                            scheme + " " + period.code(),
                            "没有这一方案、期次的已发布批次;先运行 ./wenheng run",
                            "No published run of this scheme and period; run ./wenheng run first");
                }
                Head head = new Head(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6));
                PublishedSupervision published = new PublishedSupervision(reader, head, region.orElse(""));
                published.requireRegion();
                return published;
            }
        }
    }

    Head head() {
        return head;
    }

    private void requireRegion() throws SQLException {
        if (!region.isEmpty() && query("SELECT region_code FROM below").isEmpty()) {
            throw InputRefusedException.of(
                    "REGION_UNKNOWN",
                    "--region",
                    "目录里没有行政区 \"%s\"".formatted(region),
                    "The catalogue has no region \"%s\"".formatted(region));
        }
    }

    /** Counts by rule and colour, by the title of the rule. */
    List<Count> counts() throws SQLException {
        return query("""
                        SELECT l.title_zh, l.title_en, l.colour, count(*)::text FROM mart.light l
                        WHERE l.run_id = ? AND (? = '' OR l.region_code IN (SELECT region_code FROM below))
                        GROUP BY l.light_code, l.title_zh, l.title_en, l.colour ORDER BY l.light_code, l.colour
                        """, head.run(), region).stream()
                .map(row -> new Count(new Title(row.get(0), row.get(1)), row.get(2), Integer.parseInt(row.get(3))))
                .toList();
    }

    /** The red and yellow lights: those of the regions with the most red and then yellow ones first, red before yellow. */
    List<Lit> lit() throws SQLException {
        return query("""
                        SELECT l.colour, coalesce(g.name_zh, ''), coalesce(g.name_en, ''), l.title_zh, l.title_en,
                               l.reason_zh, l.reason_en, l.acts, l.departments
                        FROM mart.light l LEFT JOIN mart.region g ON g.catalogue = ? AND g.region_code = l.region_code
                        WHERE l.run_id = ? AND l.colour IN ('red', 'yellow')
                          AND (? = '' OR l.region_code IN (SELECT region_code FROM below))
                        ORDER BY count(*) FILTER (WHERE l.colour = 'red') OVER (PARTITION BY l.region_code) DESC,
                                 count(*) OVER (PARTITION BY l.region_code) DESC,
                                 l.region_code, l.colour, l.light_code, l.subject
                        """, head.catalogue(), head.run(), region).stream()
                .map(row -> new Lit(
                        row.get(0),
                        new Title(row.get(1), row.get(2)),
                        new Title(row.get(3), row.get(4)),
                        new Title(row.get(5), row.get(6)),
                        row.get(7),
                        row.get(8)))
                .toList();
    }

    /** What could not be judged of anybody, with the reasons. */
    List<Lit> unjudged() throws SQLException {
        return query("""
                        SELECT l.title_zh, l.title_en, l.reason_zh, l.reason_en FROM mart.light l
                        WHERE l.run_id = ? AND l.colour = 'no-data' AND l.region_code = '' ORDER BY l.light_code
                        """, head.run()).stream()
                .map(row -> new Lit(
                        "no-data",
                        new Title("", ""),
                        new Title(row.get(0), row.get(1)),
                        new Title(row.get(2), row.get(3)),
                        "nobody",
                        ""))
                .toList();
    }

    /** A table of supervision as a sheet, with the names of the regions, in the order of its columns after the run. */
    Sheet sheet(Table table, Title title) throws SQLException {
        List<String> columns = new ArrayList<>(List.of("region_name"));
        table.columnNames().stream().filter(name -> !name.equals("run_id")).forEach(columns::add);
        String names = String.join(
                ", ",
                columns.stream().skip(1).map(name -> "t." + name + "::text").toList());
        String order = table.equals(SupervisionTables.SPOT_CHECK)
                ? "t.region_code"
                : String.join(
                        ", ",
                        table.columnNames().stream()
                                .skip(1)
                                .limit(3)
                                .map(name -> "t." + name)
                                .toList());
        List<List<Object>> rows = query(
                        "SELECT coalesce(g.name_zh, ''), " + names + " FROM mart." + table.name()
                                + " t LEFT JOIN mart.region g ON g.catalogue = ? AND g.region_code = t.region_code"
                                + " WHERE t.run_id = ? AND (? = '' OR t.region_code IN (SELECT region_code FROM below))"
                                + " ORDER BY " + order,
                        head.catalogue(),
                        head.run(),
                        region)
                .stream()
                .map(row ->
                        row.stream().<Object>map(PublishedSupervision::harmless).toList())
                .toList();
        return new Sheet(table.name().replace('_', '-'), title, columns, rows);
    }

    /** A text that a spreadsheet program might take for a formula is marked as text; numbers stay. */
    private static String harmless(String text) {
        boolean number = text.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
        return !number && SentText.looksLikeFormula(text) ? "'" + text : text;
    }

    private List<List<String>> query(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = reader.prepareStatement(BELOW + sql)) {
            statement.setString(1, head.catalogue());
            statement.setString(2, region);
            statement.setString(3, head.catalogue());
            for (int i = 0; i < values.length; i++) {
                statement.setString(4 + i, values[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        String value = result.getString(column);
                        row.add(value == null ? "" : value);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
