package org.wenheng.ingest.format;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number from 1, as a spreadsheet shows it
 * @param texts the cells from column A on, exactly as stored; an empty cell is an empty text
 */
public record SheetRow(int number, List<String> texts) {

    /** The text in a column (from 0) without surrounding white space; empty beyond the last cell. */
    public String text(int column) {
        return column < texts.size() ? texts.get(column).strip() : "";
    }

    /** Whether no cell of the row holds anything. */
    public boolean isBlank() {
        return texts.stream().allMatch(String::isBlank);
    }
}
