package org.wenheng.ingest.pull;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.source.Dialect;
import org.wenheng.ingest.source.JdbcSource;
import org.wenheng.ingest.source.JdbcSource.Rows;
import org.wenheng.ingest.source.KeyColumn;
import org.wenheng.ingest.source.KeyKind;
import org.wenheng.ingest.source.SourceQuery;
import org.wenheng.ingest.yaml.Nearest;

/**
 * The columns of a source, held against what the mapping needs of them before a row is read.
 *
 * @param read columns to be read, in order: of a question all, of a table those that the mapping names
 * @param watermark null if the source has none
 * @param key null if the source is not parted
 */
record SourceColumns(
        List<SourceColumn> read,
        @Nullable KeyColumn watermark,
        @Nullable KeyColumn key) {

    /**
     * Asks the server.
     *
     * @param needed names of the columns that the mapping reads
     * @throws org.wenheng.ingest.problem.InputRefusedException with everything that does not fit
     */
    static SourceColumns of(SourceConnection connection, JdbcSource source, List<String> needed) {
        List<SourceColumn> there = there(connection, source);
        return new Checked(connection, source, there).columns(needed);
    }

    /** Names of the columns to be read, in order. */
    List<String> names() {
        return read.stream().map(SourceColumn::name).toList();
    }

    private static List<SourceColumn> there(SourceConnection connection, JdbcSource source) {
        try {
            return connection.askRaw(
                    SourceQuery.columns(source), rows -> columns(source.server().dialect(), rows.getMetaData()));
        } catch (SQLException e) {
            if (source.rows() instanceof Rows.Table table && SourceProblems.isTableUnknown(e)) {
                String near =
                        nearest(table.name(), tables(connection, table.name())).orElse("");
                throw connection
                        .problems()
                        .refused(
                                "SOURCE_TABLE_UNKNOWN",
                                "没有表或视图“%s”%s".formatted(table.name(), near),
                                "There is no table or view \"%s\"%s".formatted(table.name(), near));
            }
            throw connection.problems().of(e);
        }
    }

    private static List<SourceColumn> columns(Dialect dialect, ResultSetMetaData about) throws SQLException {
        List<SourceColumn> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            boolean mayBeMissing = about.isNullable(i) != ResultSetMetaData.columnNoNulls;
            columns.add(SourceColumn.of(
                    dialect,
                    about.getColumnLabel(i),
                    about.getColumnType(i),
                    about.getColumnTypeName(i),
                    mayBeMissing));
        }
        return columns;
    }

    /** Names of tables and views as a mapping would write them: with the schema if the unknown name has one. */
    private static List<String> tables(SourceConnection connection, String unknown) {
        List<String> names = new ArrayList<>();
        try {
            // PostgreSQL answers nothing more in a transaction in which a question failed.
            connection.jdbc().rollback();
            DatabaseMetaData about = connection.jdbc().getMetaData();
            try (ResultSet tables = about.getTables(
                    connection.jdbc().getCatalog(), null, "%", new String[] {"TABLE", "VIEW", "BASE TABLE"})) {
                while (tables.next()) {
                    String schema = tables.getString("TABLE_SCHEM");
                    String name = tables.getString("TABLE_NAME");
                    names.add(unknown.contains(".") && schema != null ? schema + "." + name : name);
                }
            }
        } catch (SQLException e) {
            throw connection.problems().of(e);
        }
        return names;
    }

    private static Optional<String> nearest(String name, List<String> known) {
        return known.stream()
                .filter(candidate -> candidate.equalsIgnoreCase(name))
                .findFirst()
                .or(() -> Nearest.to(name, known))
                .map(" (did you mean \"%s\"?)"::formatted);
    }

    /** Gathers everything that does not fit. */
    private record Checked(
            SourceConnection connection, JdbcSource source, List<SourceColumn> there, Problems problems) {
        Checked(SourceConnection connection, JdbcSource source, List<SourceColumn> there) {
            this(connection, source, there, new Problems());
        }

        SourceColumns columns(List<String> needed) {
            Map<String, SourceColumn> byName = new LinkedHashMap<>();
            for (SourceColumn column : there) {
                if (byName.putIfAbsent(column.name(), column) != null) {
                    problem(
                            "SOURCE_COLUMN_REPEATED",
                            "查询结果有两列都叫“%s”,请用 as 改名".formatted(column.name()),
                            "Two columns of the answer are named \"%s\"; rename one with as".formatted(column.name()));
                }
            }
            Set<String> names = new LinkedHashSet<>();
            Stream.of(source.keyColumn().stream(), source.watermarkColumn().stream(), needed.stream())
                    .flatMap(stream -> stream)
                    .forEach(names::add);
            names.stream().filter(name -> !byName.containsKey(name)).forEach(name -> {
                String near = nearest(name, List.copyOf(byName.keySet())).orElse("");
                String all = String.join(", ", byName.keySet());
                problem(
                        "SOURCE_COLUMN_UNKNOWN",
                        "没有列“%s”%s,现有: %s".formatted(name, near, all),
                        "There is no column \"%s\"%s; there are: %s".formatted(name, near, all));
            });
            KeyColumn key = source.keyColumn().map(byName::get).map(this::key).orElse(null);
            KeyColumn watermark = source.watermarkColumn()
                    .map(byName::get)
                    .map(this::watermark)
                    .orElse(null);
            problems.throwIfAny(source.mapping());
            if (source.rows() instanceof Rows.Query) {
                return new SourceColumns(there, watermark, key);
            }
            return new SourceColumns(names.stream().map(byName::get).toList(), watermark, key);
        }

        private @Nullable KeyColumn key(SourceColumn column) {
            KeyKind kind = column.kind();
            if (kind == null) {
                problem(
                        "SOURCE_KEY_WITHOUT_ORDER",
                        "partition 的列“%s”应为数值、日期、时间或文本".formatted(column.name()),
                        "The column \"%s\" of partition must hold numbers, dates, points in time or texts"
                                .formatted(column.name()));
                return null;
            }
            requireValues(column, "partition");
            return new KeyColumn(column.name(), kind);
        }

        private @Nullable KeyColumn watermark(SourceColumn column) {
            KeyKind kind = column.kind();
            if (kind == null || kind == KeyKind.TEXT) {
                problem(
                        "SOURCE_WATERMARK_NOT_COMPARABLE",
                        "watermark 的列“%s”应为数值、日期或时间".formatted(column.name()),
                        "The column \"%s\" of watermark must hold numbers, dates or points in time"
                                .formatted(column.name()));
                return null;
            }
            if (source.watermark() != null && !kind.fits(source.watermark().overlap())) {
                boolean number = kind == KeyKind.INTEGER || kind == KeyKind.DECIMAL;
                problem(
                        "SOURCE_OVERLAP_MISMATCH",
                        "watermark 的列“%s”是%s,overlap 应为%s"
                                .formatted(column.name(), number ? "数值" : "时间", number ? "整数,如 1000" : "时长,如 PT2H"),
                        "The column \"%s\" of watermark holds %s, so overlap must be %s"
                                .formatted(
                                        column.name(),
                                        number ? "numbers" : "times",
                                        number ? "a whole number such as 1000" : "a time such as PT2H"));
            }
            requireValues(column, "watermark");
            return new KeyColumn(column.name(), kind);
        }

        /** A row without a value would never be in any part or window: nobody would see that it was left out. */
        private void requireValues(SourceColumn column, String use) {
            if (!column.mayBeMissing()) {
                return;
            }
            String count =
                    connection.text(SourceQuery.nulls(source, column.name())).orElse("0");
            if (!count.equals("0")) {
                problem(
                        "SOURCE_VALUE_MISSING",
                        "%s 的列“%s”有 %s 行为空,这些行会被漏掉;请换一列,或在 query 中用 coalesce 补值".formatted(use, column.name(), count),
                        "The column \"%s\" of %s is null in %s rows, which would be left out; choose another, or fill it with coalesce in a query"
                                .formatted(column.name(), use, count));
            }
        }

        private void problem(String code, String chinese, String english) {
            problems.add(code, source.mapping() + " " + source.server().url(), chinese, english);
        }
    }
}
