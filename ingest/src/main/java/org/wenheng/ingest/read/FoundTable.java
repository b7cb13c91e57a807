package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.TableColumn.RecognisedUnit;
import org.wenheng.ingest.read.TableColumn.UnitSource;
import org.wenheng.ingest.read.TableWords.Role;

/**
 * A table as it was found in a sheet.
 *
 * @param preamble what stands above the header, such as title, database, unit
 * @param headerFirst first row of the header, from 1
 * @param headerLast last row of the header, from 1
 * @param columns from column A to the last one with a header
 * @param emptyColumns columns behind the last header in which rows end but nothing stands
 * @param body rows from the first to the last with data, blank ones among them
 * @param footers what stands below the data, such as notes, source, signatures
 */
public record FoundTable(
        Sheet sheet,
        List<Line> preamble,
        int headerFirst,
        int headerLast,
        List<TableColumn> columns,
        int emptyColumns,
        List<SheetRow> body,
        List<Line> footers) {

    /** What the rows and columns of a table are. */
    public enum Orientation {
        /** A row is an entity, a column an element. */
        WIDE,
        /** A row is an entity, a column a period. */
        PERIODS_IN_COLUMNS,
        /** A row is an element, a column a period or an entity. */
        INDICATORS_IN_ROWS,
        /** A row is a period, a column an entity or an element. */
        PERIODS_IN_ROWS,
        /** A row is one value with what it is about. */
        LONG
    }

    /** The rows with data; rows that add up others are among them. */
    public List<SheetRow> rows() {
        return body.stream().filter(row -> !row.isBlank()).toList();
    }

    /** Whether a row adds up others: the first or second text in it says so. */
    public boolean isTotal(SheetRow row) {
        int seen = 0;
        for (int column = 0; column < row.texts().size() && seen < 2; column++) {
            String text = row.text(column);
            if (!text.isEmpty()) {
                if (TableWords.standard().isTotal(text)) {
                    return true;
                }
                seen++;
            }
        }
        return false;
    }

    /** The columns by name, for names that several columns have. Columns without a name are not among them. */
    public Map<String, List<TableColumn>> duplicates() {
        Map<String, List<TableColumn>> byName = new LinkedHashMap<>();
        for (TableColumn column : columns) {
            if (!column.name().isEmpty()) {
                byName.computeIfAbsent(TableWords.plain(column.header()), key -> new ArrayList<>())
                        .add(column);
            }
        }
        byName.values().removeIf(same -> same.size() == 1);
        return byName;
    }

    /** The values behind a label above the table, compared without white space and width of letters. */
    public List<Line.Label> labels(String name) {
        String plain = TableWords.plain(name);
        return preamble.stream()
                .flatMap(line -> line.labels().stream())
                .filter(label -> TableWords.plain(label.name()).equals(plain))
                .toList();
    }

    /** The labels above the table that announce something. */
    List<Line.Label> labels(Role role) {
        return preamble.stream()
                .flatMap(line -> line.labels().stream())
                .filter(label -> label.role() == role && !label.value().isEmpty())
                .toList();
    }

    /** The unit that a line above the table names for all its values: the indicator's before that of the whole table. */
    public Optional<RecognisedUnit> unit(UnitWords units) {
        for (Line.Label label : labels(Role.INDICATOR)) {
            String unit = units.split(label.value()).unit();
            if (unit != null) {
                return Optional.of(new RecognisedUnit(unit, UnitSource.INDICATOR_LINE, label.address()));
            }
        }
        for (Line.Label label : labels(Role.UNIT)) {
            // Several units in one line are kept as they stand, so that the check of the unit says so at every value.
            String unit = units.unitOf(label.value());
            if (unit != null || isListOfUnits(label.value(), units)) {
                return Optional.of(
                        new RecognisedUnit(unit == null ? label.value() : unit, UnitSource.UNIT_LINE, label.address()));
            }
        }
        return Optional.empty();
    }

    private static boolean isListOfUnits(String text, UnitWords units) {
        String[] parts = text.split("[、,，;；和及]", -1);
        return parts.length > 1 && units.isUnit(parts[0].strip());
    }

    /** What rows and columns are, as far as their names tell. */
    public Orientation orientation() {
        TableWords words = TableWords.standard();
        List<TableColumn> named =
                columns.stream().filter(column -> !column.name().isEmpty()).toList();
        Role first = named.isEmpty() ? null : words.column(named.get(0).name());
        boolean hasValue = named.stream().anyMatch(column -> words.column(column.name()) == Role.VALUE);
        boolean hasElement = named.stream().anyMatch(column -> isElement(words.column(column.name())));
        if (hasValue && hasElement) {
            return Orientation.LONG;
        }
        if (isElement(first)) {
            return Orientation.INDICATORS_IN_ROWS;
        }
        long periods = named.stream()
                .filter(column -> WrittenPeriod.isPeriod(column.name()))
                .count();
        if (periods > 0 && periods * 2 > named.size() - 1) {
            return Orientation.PERIODS_IN_COLUMNS;
        }
        return body.stream()
                        .limit(20)
                        .filter(row -> !row.isBlank())
                        .allMatch(row -> WrittenPeriod.isPeriod(row.text(0)))
                ? Orientation.PERIODS_IN_ROWS
                : Orientation.WIDE;
    }

    private static boolean isElement(@Nullable Role role) {
        return role == Role.ELEMENT_CODE || role == Role.ELEMENT_NAME;
    }
}
