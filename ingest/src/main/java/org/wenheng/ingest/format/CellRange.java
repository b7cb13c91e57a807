package org.wenheng.ingest.format;

/**
 * A block of cells, both corners included.
 *
 * @param firstRow from 1
 * @param firstColumn from 0
 * @param lastRow from 1
 * @param lastColumn from 0
 */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    /** Whether a cell lies in the block. */
    public boolean holds(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
}
