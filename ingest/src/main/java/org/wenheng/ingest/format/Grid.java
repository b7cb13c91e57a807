package org.wenheng.ingest.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the cells of a file's sheets, in any order, and refuses the file when they exceed {@link Limits}. */
final class Grid {
    private static final int NONE = -1;

    private final String file;
    private final List<Sheet> sheets = new ArrayList<>();
    private String name = "";
    private boolean hidden;
    private SortedMap<Integer, List<String>> rows = new TreeMap<>();
    private List<CellRange> merged = new ArrayList<>();
    private int currentNumber = NONE;
    private List<String> current = new ArrayList<>();
    private long cells;
    private long characters;
    private int blocks;

    /** @param file name of the file, for the faults */
    Grid(String file) {
        this.file = file;
    }

    /** Begins a sheet; {@link #end} ends it. */
    void begin(String sheetName, boolean isHidden) {
        if (sheets.size() == Limits.SHEETS) {
            throw new UnreadableException(FaultCode.FILE_TOO_MANY_CELLS, file, Limits.SHEETS + " 张表 / sheets");
        }
        name = sheetName;
        hidden = isHidden;
        rows = new TreeMap<>();
        merged = new ArrayList<>();
        currentNumber = NONE;
        current = new ArrayList<>();
    }

    /** Says whether the sheet that has begun is hidden. */
    void hide(boolean isHidden) {
        hidden = isHidden;
    }

    /**
     * Puts a text into a cell.
     *
     * @param row from 1
     * @param column from 0
     */
    void put(int row, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        List<String> texts = row(row, column);
        check(row, column, text);
        if (column >= texts.size()) {
            count(column + 1 - texts.size());
            while (texts.size() < column) {
                texts.add("");
            }
            texts.add(text);
        } else if (texts.set(column, text).isEmpty()) {
            return;
        } else {
            // The same cell twice: which of them a person sees depends on the program.
            throw new UnreadableException(FaultCode.FILE_DAMAGED, name, Sheet.address(column, row), file, "");
        }
    }

    /** Puts a row of texts from column A on; empty texts at its end are kept. */
    void putRow(int number, List<String> texts) {
        List<String> row = row(number, Math.max(0, texts.size() - 1));
        count(texts.size());
        for (int column = 0; column < texts.size(); column++) {
            check(number, column, texts.get(column));
        }
        row.addAll(texts);
    }

    /** Notes a merged block. Single cells are none. */
    void merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        if (firstRow == lastRow && firstColumn == lastColumn) {
            return;
        }
        if (firstRow < 1 || firstColumn < 0 || lastRow < firstRow || lastColumn < firstColumn) {
            throw new UnreadableException(FaultCode.FILE_DAMAGED, file, "");
        }
        if (++blocks > Limits.MERGED) {
            throw new UnreadableException(
                    FaultCode.FILE_TOO_MANY_CELLS, name, "", file, Limits.MERGED + " 处合并 / merged blocks");
        }
        merged.add(new CellRange(
                firstRow, firstColumn, Math.min(lastRow, Limits.ROWS), Math.min(lastColumn, Limits.COLUMNS - 1)));
    }

    /** Ends the sheet. */
    void end() {
        merged.forEach(this::hideCovered);
        List<SheetRow> done = new ArrayList<>(rows.size());
        rows.forEach((number, texts) -> done.add(new SheetRow(number, List.copyOf(texts))));
        sheets.add(new Sheet(name, hidden, Collections.unmodifiableList(done), List.copyOf(merged)));
        rows = new TreeMap<>();
    }

    /** The sheets that have ended. */
    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** Whether the sheet has no cell yet. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    private List<String> row(int row, int column) {
        if (row == currentNumber && column < Limits.COLUMNS) {
            return current;
        }
        if (row < 1 || row > Limits.ROWS || column < 0 || column >= Limits.COLUMNS) {
            throw new UnreadableException(
                    FaultCode.FILE_TOO_MANY_CELLS,
                    name,
                    "",
                    file,
                    "%d 行 rows × %d 列 columns".formatted(Limits.ROWS, Limits.COLUMNS));
        }
        currentNumber = row;
        current = rows.computeIfAbsent(row, number -> new ArrayList<>());
        return current;
    }

    private void count(int added) {
        cells += added;
        if (cells > Limits.CELLS) {
            throw tooMany();
        }
    }

    private void check(int row, int column, String text) {
        characters += text.length();
        if (characters > Limits.CHARACTERS || text.length() > Limits.CELL_CHARACTERS) {
            throw new UnreadableException(
                    FaultCode.FILE_TOO_MANY_CELLS,
                    name,
                    Sheet.address(column, row),
                    file,
                    "%d 个字符 / characters".formatted(Limits.CHARACTERS));
        }
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == 0 || (Character.isSurrogate(one) && !isPairAt(text, i))) {
                throw new UnreadableException(
                        FaultCode.FILE_TEXT_BROKEN, name, Sheet.address(column, row), file, "U+%04X".formatted((int)
                                        one));
            }
            if (Character.isSurrogate(one)) {
                i++;
            }
        }
    }

    private static boolean isPairAt(String text, int place) {
        return place + 1 < text.length() && Character.isSurrogatePair(text.charAt(place), text.charAt(place + 1));
    }

    /** What stands below the first cell of a merged block is not shown. Blocks that overlap are counted like cells. */
    private void hideCovered(CellRange block) {
        for (var entry : rows.subMap(block.firstRow(), block.lastRow() + 1).entrySet()) {
            List<String> texts = entry.getValue();
            int last = Math.min(block.lastColumn(), texts.size() - 1);
            count(Math.max(0, last - block.firstColumn()));
            for (int column = block.firstColumn(); column <= last; column++) {
                if (entry.getKey() != block.firstRow() || column != block.firstColumn()) {
                    texts.set(column, "");
                }
            }
        }
    }

    private UnreadableException tooMany() {
        return new UnreadableException(
                FaultCode.FILE_TOO_MANY_CELLS, name, "", file, "%d 格 / cells".formatted(Limits.CELLS));
    }
}
