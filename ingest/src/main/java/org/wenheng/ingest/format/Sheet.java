package org.wenheng.ingest.format;

import java.util.List;

/**
 * A table of texts with addresses; what a file of any format becomes.
 *
 * @param name the sheet's name; empty for a CSV file
 * @param hidden whether the sheet is hidden from whoever opens the file
 * @param rows in ascending order of their numbers, empty rows may be left out
 * @param merged blocks of cells that are shown as one; the text stands in their first cell
 */
public record Sheet(String name, boolean hidden, List<SheetRow> rows, List<CellRange> merged) {

    /** A sheet that is shown and has no merged cells. */
    public Sheet(String name, List<SheetRow> rows) {
        this(name, false, rows, List.of());
    }

    /** The row with this number; an empty row if the sheet has none. */
    public SheetRow row(int number) {
        if (number >= 1 && number <= rows.size() && rows.get(number - 1).number() == number) {
            return rows.get(number - 1);
        }
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = rows.get(middle).number();
            if (found == number) {
                return rows.get(middle);
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return new SheetRow(number, List.of());
    }

    /** The address of a cell, such as {@code C7}: column from 0, row from 1. */
    public static String address(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
