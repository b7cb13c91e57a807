package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.SourceMapping.Field;
import org.wenheng.ingest.read.SourceMapping.KeyColumn;
import org.wenheng.ingest.read.SourceMapping.RowChoice;
import org.wenheng.ingest.reference.ValueStatus;

/** Reads a wide table by a source mapping. Columns that the mapping does not name are not read. */
public final class MappedTable {
    private final SourceMapping mapping;
    private final Sheet sheet;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private MappedTable(SourceMapping mapping, Sheet sheet) {
        this.mapping = mapping;
        this.sheet = sheet;
    }

    /** The cells of the first sheet: row by row, in each row in the order of the mapping. */
    public static Extract read(List<Sheet> sheets, SourceMapping mapping) {
        MappedTable table = new MappedTable(mapping, sheets.get(0));
        List<Fault> faults = table.findColumns();
        return faults.isEmpty() ? table.extract() : new Extract(List.of(), faults);
    }

    private List<Fault> findColumns() {
        SheetRow header = sheet.row(mapping.headerRow());
        List<Fault> faults = new ArrayList<>();
        List<String> needed = neededColumns();
        for (int column = 0; column < header.texts().size(); column++) {
            String name = header.text(column);
            if (columns.putIfAbsent(name, column) != null && needed.contains(name)) {
                String address = Sheet.address(column, header.number());
                faults.add(new Fault(FaultCode.COLUMN_REPEATED, sheet.name(), address, name, ""));
            }
        }
        List<String> missing =
                needed.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            String start = header.texts().stream().limit(5).collect(Collectors.joining(","));
            faults.add(new Fault(
                    FaultCode.COLUMN_MISSING,
                    sheet.name(),
                    Sheet.address(0, header.number()),
                    start,
                    String.join(", ", missing)));
        }
        return faults;
    }

    private List<String> neededColumns() {
        Stream<@Nullable String> optional = Stream.of(
                mapping.facilityName(),
                mapping.period().column(),
                mapping.closed() == null ? null : mapping.closed().column(),
                mapping.keep() == null ? null : mapping.keep().column());
        return Stream.of(
                        mapping.region().stream().map(KeyColumn::column),
                        mapping.facility().stream(),
                        optional,
                        mapping.fields().stream().map(Field::column))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Extract extract() {
        List<ReportedCell> cells = new ArrayList<>();
        for (SheetRow row : sheet.rows()) {
            if (row.number() > mapping.headerRow() && !row.isBlank() && isKept(row)) {
                extract(row, cells);
            }
        }
        return cells.isEmpty()
                ? new Extract(cells, List.of(Fault.ofFile(FaultCode.FILE_WITHOUT_CELLS, "")))
                : new Extract(cells, List.of());
    }

    private void extract(SheetRow row, List<ReportedCell> cells) {
        RowHead head = headOf(row);
        RowChoice closed = mapping.closed();
        boolean isClosed = closed != null && matches(row, closed);
        for (Field field : mapping.fields()) {
            String constant = field.constant();
            int column = field.column() == null ? keyColumn() : column(field.column());
            String given = constant != null ? constant : row.text(column);
            ValueStatus missing = constant == null ? status(field, given) : null;
            boolean saysNothing = constant != null || given.isEmpty();
            cells.add(new ReportedCell(
                    head,
                    sheet.name(),
                    row.number(),
                    column,
                    field.element(),
                    field.unit(),
                    given,
                    isClosed && saysNothing ? ValueStatus.NOT_APPLICABLE : missing,
                    ""));
        }
    }

    private @Nullable ValueStatus status(Field field, String given) {
        ValueStatus own = field.missing().get(given);
        if (own != null) {
            return own;
        }
        ValueStatus common = mapping.missing().statusOf(given);
        return common == null && given.isEmpty() ? ValueStatus.NOT_REPORTED : common;
    }

    private RowHead headOf(SheetRow row) {
        StringBuilder region = new StringBuilder();
        for (KeyColumn part : mapping.region()) {
            String text = row.text(column(part.column()));
            region.append("0".repeat(Math.max(0, part.width() - text.length()))).append(text);
        }
        String facility =
                mapping.facility().stream().map(name -> row.text(column(name))).collect(Collectors.joining("-"));
        String name = mapping.facilityName();
        String fixed = mapping.period().fixed();
        String periodColumn = mapping.period().column();
        String period = fixed != null ? fixed : periodColumn != null ? row.text(column(periodColumn)) : "";
        return new RowHead(
                "",
                region.toString(),
                period,
                facility,
                name == null ? "" : row.text(column(name)),
                !mapping.facility().isEmpty(),
                false);
    }

    /** Constants stand in no cell; they are shown at the column that names the row. */
    private int keyColumn() {
        return column(
                mapping.facility().isEmpty()
                        ? mapping.region().get(0).column()
                        : mapping.facility().get(0));
    }

    private boolean isKept(SheetRow row) {
        RowChoice keep = mapping.keep();
        return keep == null || matches(row, keep);
    }

    private boolean matches(SheetRow row, RowChoice choice) {
        return choice.values().contains(row.text(column(choice.column())));
    }

    private int column(String name) {
        return columns.getOrDefault(name, 0);
    }
}
