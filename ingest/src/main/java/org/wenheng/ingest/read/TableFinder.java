package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/**
 * Finds the table of a sheet: what stands above it, its header of one to four rows, its data, what stands below. The header
 * is the first row that is about as wide as the table, holds at least two different texts, no value, and does not begin
 * with a label. Looks at the first and the last rows only, however long the sheet is.
 */
public final class TableFinder {
    private static final int HEAD = 80;
    private static final int TAIL = 80;
    private static final int HEADER_ROWS = 4;

    private final Sheet sheet;
    private final List<SheetRow> rows;
    private final UnitWords units;
    private final HeaderCells cells;

    private TableFinder(Sheet sheet, UnitWords units) {
        this.sheet = sheet;
        this.rows = sheet.rows();
        this.units = units;
        this.cells = new HeaderCells(sheet, units);
    }

    /** The table of a sheet; empty if no row looks like a header. */
    public static Optional<FoundTable> find(Sheet sheet, UnitWords units) {
        TableFinder finder = new TableFinder(sheet, units);
        int header = finder.headerIndex();
        return header < 0 ? Optional.empty() : Optional.of(finder.table(finder.first(header), finder.last(header)));
    }

    /**
     * The table of a sheet whose header is known to stand in a row.
     *
     * @param row from 1
     * @return empty if the sheet has nothing in that row
     */
    public static Optional<FoundTable> at(Sheet sheet, int row, UnitWords units) {
        TableFinder finder = new TableFinder(sheet, units);
        return IntStream.range(0, sheet.rows().size())
                .filter(i -> sheet.rows().get(i).number() >= row)
                .limit(1)
                .filter(i -> sheet.rows().get(i).number() == row)
                .mapToObj(i -> finder.table(i, i))
                .findFirst();
    }

    private int headerIndex() {
        int end = Math.min(rows.size(), HEAD);
        int width = 0;
        for (int i = 0; i < end; i++) {
            width = Math.max(width, cells.shown(rows.get(i)));
        }
        int enough = Math.max(2, (width + 1) / 2);
        for (int i = 0; i < end; i++) {
            SheetRow row = rows.get(i);
            boolean isPair = LabelLine.isPair(row) && !(width == 2 && hasValueBelow(i));
            if (cells.shown(row) >= enough && cells.couldBeHeader(row) && !isPair) {
                return i;
            }
        }
        return -1;
    }

    private boolean hasValueBelow(int index) {
        return rows.subList(index + 1, Math.min(rows.size(), HEAD)).stream()
                .filter(row -> !row.isBlank())
                .limit(1)
                .anyMatch(row -> row.texts().stream().map(String::strip).anyMatch(HeaderCells::isValue));
    }

    /** Groups of columns may stand above: a row of several texts, or of one that does not begin the line. */
    private int first(int header) {
        int first = header;
        while (first > 0 && header - first < HEADER_ROWS - 1 && isGroupRow(first - 1, rows.get(first))) {
            first--;
        }
        return first;
    }

    private boolean isGroupRow(int index, SheetRow below) {
        SheetRow row = rows.get(index);
        if (row.number() != below.number() - 1 || !cells.couldBeHeader(row)) {
            return false;
        }
        // A title with a date or a unit at its right end is no group: groups stand above several columns, or leave the
        // column of the names free.
        boolean leavesFirstFree = row.text(0).isEmpty() && !below.text(0).isEmpty();
        return !LabelLine.isPair(row) && (cells.filled(row) > 2 || leavesFirstFree || cells.shown(row) > 2);
    }

    private int last(int header) {
        int last = header;
        while (last + 1 < rows.size()
                && last - header < HEADER_ROWS - 1
                && rows.get(last + 1).number() == rows.get(last).number() + 1
                && cells.continues(rows.get(last + 1), rows.get(header))) {
            last++;
        }
        return last;
    }

    private FoundTable table(int first, int last) {
        List<SheetRow> header = rows.subList(first, last + 1);
        int end = end(last + 1);
        List<TableColumn> columns = cells.columns(header);
        List<SheetRow> body = rows.subList(Math.min(last + 1, end), end);
        int widest = body.stream()
                .limit(HEAD)
                .mapToInt(row -> row.texts().size())
                .reduce(header.get(0).texts().size(), Math::max);
        return new FoundTable(
                sheet,
                lines(rows.subList(0, first)),
                header.get(0).number(),
                header.get(header.size() - 1).number(),
                columns,
                Math.max(0, widest - columns.size()),
                body,
                lines(rows.subList(end, rows.size())));
    }

    /** The index behind the last row with data: the lines below the data begin with a note and may go on without one. */
    private int end(int from) {
        int end = rows.size();
        int notes = -1;
        for (int i = rows.size() - 1; i >= Math.max(from, rows.size() - TAIL); i--) {
            SheetRow row = rows.get(i);
            if (row.isBlank()) {
                continue;
            }
            String text = cells.firstText(row);
            if (TableWords.standard().isNote(text)) {
                notes = i;
            } else if (cells.filled(row) > 1 || HeaderCells.isValue(text)) {
                break;
            }
        }
        end = notes >= 0 ? notes : end;
        while (end > from && rows.get(end - 1).isBlank()) {
            end--;
        }
        return end;
    }

    private List<Line> lines(List<SheetRow> part) {
        List<Line> lines = new ArrayList<>();
        for (SheetRow row : part) {
            if (!row.isBlank()) {
                String text = row.texts().stream()
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .collect(Collectors.joining(" "));
                lines.add(new Line(row.number(), text, LabelLine.labels(row, units)));
            }
        }
        return lines;
    }
}
