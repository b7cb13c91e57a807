package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.SourceMapping.Layout;
import org.wenheng.ingest.read.SourceMapping.Origin;
import org.wenheng.ingest.reference.Catalogue;

/**
 * Reads the tables of another owner by a source mapping. Columns of a wide table that the mapping does not name are not
 * read; rows and columns of another layout whose name is no element, region or period are not read and noted.
 */
public final class MappedTable {
    private static final int HEAD = 80;

    private MappedTable() {}

    /** The cells of the sheets that the mapping chooses: row by row, in each row in the order of the mapping or the columns. */
    public static Extract read(List<Sheet> sheets, SourceMapping mapping, Catalogue catalogue) {
        List<ReportedCell> cells = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<Sheet> chosen = chosen(sheets, mapping, faults);
        for (Sheet sheet : chosen) {
            Optional<FoundTable> table = table(sheet, mapping);
            if (table.isEmpty()) {
                faults.add(new Fault(
                        FaultCode.HEADER_NOT_FOUND, sheet.name(), "", "", String.join(", ", mapping.columns())));
                continue;
            }
            Extract extract = mapping.layout() == Layout.WIDE
                    ? new WideTable(mapping, table.get(), catalogue).read()
                    : new CrossTable(mapping, table.get(), catalogue).read();
            cells.addAll(extract.cells());
            faults.addAll(extract.faults());
        }
        if (cells.isEmpty() && faults.stream().allMatch(fault -> fault.code() == FaultCode.SHEET_NOT_READ)) {
            faults.add(Fault.ofFile(FaultCode.FILE_WITHOUT_CELLS, ""));
        }
        return new Extract(cells, faults);
    }

    /** Whether the sheets have what the mapping names: sheets, columns, labels above the table. */
    static boolean fits(List<Sheet> sheets, SourceMapping mapping) {
        List<Fault> faults = new ArrayList<>();
        List<Sheet> chosen = chosen(sheets, mapping, faults);
        boolean sheetsThere = faults.stream().noneMatch(fault -> fault.code() == FaultCode.SHEET_MISSING);
        return sheetsThere
                && !chosen.isEmpty()
                && chosen.stream()
                        .allMatch(sheet -> table(sheet, mapping)
                                .map(table -> hasAll(table, mapping))
                                .orElse(false));
    }

    private static boolean hasAll(FoundTable table, SourceMapping mapping) {
        ColumnFinder finder = new ColumnFinder(table);
        mapping.columns().forEach(finder::column);
        return finder.faults().isEmpty()
                && mapping.places()
                        .filter(place -> place.origin() == Origin.LINE)
                        .noneMatch(place -> table.labels(place.name()).isEmpty());
    }

    private static List<Sheet> chosen(List<Sheet> sheets, SourceMapping mapping, List<Fault> faults) {
        List<Sheet> chosen = new ArrayList<>();
        for (String wanted : mapping.sheets()) {
            List<Sheet> found = wanted.equals("*")
                    ? sheets.stream().filter(MappedTable::canBeRead).toList()
                    : sheets.stream()
                            .filter(sheet -> sheet.name().equals(wanted)
                                    || Integer.toString(sheets.indexOf(sheet) + 1)
                                            .equals(wanted))
                            .limit(1)
                            .toList();
            if (found.isEmpty()) {
                List<String> names = sheets.stream().map(Sheet::name).toList();
                faults.add(new Fault(FaultCode.SHEET_MISSING, "", "", String.join(", ", names), wanted));
            }
            chosen.addAll(found);
        }
        if (mapping.sheets().isEmpty()) {
            sheets.stream().filter(MappedTable::canBeRead).limit(1).forEach(chosen::add);
        }
        for (Sheet sheet : sheets) {
            if (!chosen.contains(sheet) && !isBlank(sheet)) {
                faults.add(new Fault(FaultCode.SHEET_NOT_READ, sheet.name(), "", sheet.name(), ""));
            }
        }
        return chosen;
    }

    private static boolean canBeRead(Sheet sheet) {
        return !sheet.hidden() && !isBlank(sheet);
    }

    private static boolean isBlank(Sheet sheet) {
        return sheet.rows().stream().allMatch(SheetRow::isBlank);
    }

    /**
     * The header stands where the mapping says; otherwise in the row that holds most of the names that the mapping needs,
     * and if it needs none, where a header is found by its looks.
     */
    private static Optional<FoundTable> table(Sheet sheet, SourceMapping mapping) {
        UnitWords units = UnitWords.standard();
        if (mapping.headerRow() > 0) {
            return TableFinder.at(sheet, mapping.headerRow(), units);
        }
        Optional<FoundTable> found = TableFinder.find(sheet, units);
        List<String> needed = mapping.columns();
        if (found.isPresent()) {
            ColumnFinder finder = new ColumnFinder(found.get());
            needed.forEach(finder::column);
            if (finder.faults().stream().noneMatch(fault -> fault.code() == FaultCode.COLUMN_MISSING)) {
                return found;
            }
        }
        Set<String> names = new HashSet<>();
        needed.forEach(name -> names.add(TableWords.plain(name)));
        int most = 0;
        int best = 0;
        for (SheetRow row : sheet.rows().subList(0, Math.min(HEAD, sheet.rows().size()))) {
            int matches = (int) row.texts().stream()
                    .map(TableWords::plain)
                    .filter(names::contains)
                    .distinct()
                    .count();
            if (matches > most) {
                most = matches;
                best = row.number();
            }
        }
        return most > 0 ? TableFinder.at(sheet, best, units) : found;
    }
}
