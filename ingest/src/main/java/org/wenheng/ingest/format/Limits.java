package org.wenheng.ingest.format;

/**
 * What a file may have. Rows and columns are those of a spreadsheet; the rest bounds memory and time so that a file made to
 * do harm is refused before it does.
 */
final class Limits {
    /** Columns of a sheet: A to XFD. */
    static final int COLUMNS = 16_384;

    /** Rows of a sheet. */
    static final int ROWS = 1_048_576;

    /** Cells of all sheets of a file, empty ones before the last of a row included. */
    static final int CELLS = 5_000_000;

    /** Characters of all cells of a file. */
    static final int CHARACTERS = 96_000_000;

    /** Characters of one cell; a spreadsheet holds 32,767. */
    static final int CELL_CHARACTERS = 1_000_000;

    /** Sheets of a file. */
    static final int SHEETS = 1_000;

    /** Merged blocks of a file. */
    static final int MERGED = 100_000;

    /** Entries of an archive. */
    static final int ENTRIES = 4_000;

    /** Bytes of a workbook or archive when unpacked. */
    static final long UNPACKED = 512L * 1024 * 1024;

    /** Levels of JSON. */
    static final int NESTING = 64;

    /** Formats of the cells of a workbook; a spreadsheet program has 64,000. */
    static final int FORMATS = 65_536;

    /** Tags of all parts of a workbook: some for each cell that it may have. */
    static final int TAGS = 16_000_000;

    private Limits() {}
}
