package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenheng.ingest.format.CellRange;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/** The texts of a sheet in which every cell of a merged block shows the text of the block. */
final class MergedCells {
    private final Sheet sheet;
    private final Map<Integer, List<CellRange>> byColumn = new HashMap<>();

    MergedCells(Sheet sheet) {
        this.sheet = sheet;
        for (CellRange range : sheet.merged()) {
            for (int column = range.firstColumn(); column <= range.lastColumn() && column < 4096; column++) {
                byColumn.computeIfAbsent(column, key -> new ArrayList<>()).add(range);
            }
        }
    }

    boolean any() {
        return !byColumn.isEmpty();
    }

    /** The text that a person sees in a cell. */
    String text(SheetRow row, int column) {
        String own = row.text(column);
        if (!own.isEmpty() || byColumn.isEmpty()) {
            return own;
        }
        for (CellRange range : byColumn.getOrDefault(column, List.of())) {
            if (range.holds(row.number(), column)) {
                return sheet.row(range.firstRow()).text(range.firstColumn());
            }
        }
        return "";
    }
}
