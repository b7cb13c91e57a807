package org.wenheng.analytics.gold;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.table.Table;

/**
 * SHA-256 digests of the rows of a run, table by table. This class alone says how a row is written down for it.
 *
 * <p>A value is its length in characters, a colon and its text; a missing value is a hyphen. Numbers are written as Java
 * writes them, exact numbers without zeros at their end, moments in UTC. A row is its values in the order of the declaration;
 * rows are sorted as texts, so that their order in the table cannot show. Before them stand the names of the columns. Of
 * the run itself, durations and the seal are left out, since no second run would have the same.
 *
 * @param runId the run
 * @param tables digest of each table, hexadecimal, by its path
 */
public record RunDigest(String runId, Map<String, String> tables) {
    /** The tables whose rows belong to runs. */
    public static final List<Table> TABLES = Stream.concat(
                    Stream.of(GoldTables.RUN, GoldTables.RESULT, GoldTables.SCORE_TABLE, GoldTables.INPUT),
                    SupervisionTables.ALL.stream())
            .toList();

    private static final Set<String> LEFT_OUT = Set.of("finished_at", "stages", "digest", "signature");

    public RunDigest {
        tables = new TreeMap<>(tables);
    }

    /** The digests of a run's rows. */
    public static RunDigest of(String runId, GoldRows rows) {
        return new RunDigest(
                runId, TABLES.stream().collect(Collectors.toMap(Table::path, table -> digest(table, rows.of(table)))));
    }

    /** The rows of a table written down and sorted. */
    public static List<String> lines(Table table, Collection<@Nullable Object[]> rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(table, row)));
        lines.sort(null);
        return lines;
    }

    /** One digest over all tables: what is kept with the run. */
    public String whole() {
        return sha256(text());
    }

    /** The text that is signed: the run, and a line for each table. */
    public String text() {
        return tables.entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue() + "\n")
                .collect(Collectors.joining("", "wenheng run " + runId + "\n", ""));
    }

    private static String digest(Table table, List<@Nullable Object[]> rows) {
        return sha256(String.join(",", table.columnNames()) + "\n" + String.join("\n", lines(table, rows)));
    }

    private static String line(Table table, @Nullable Object[] row) {
        List<String> names = table.columnNames();
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            if (!table.equals(GoldTables.RUN) || !LEFT_OUT.contains(names.get(column))) {
                Object value = row[column];
                String text = value instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : String.valueOf(value);
                line.append(value == null ? "-" : text.length() + ":" + text);
            }
        }
        return line.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
