package org.wenheng.ingest.format;

/** Why a file, a sheet or a table could not be read. The sentences for people stand with the rules of the checks. */
public enum FaultCode {
    FILE_EMPTY,
    FILE_TOO_LARGE,
    FILE_ARCHIVE_BROKEN,
    FILE_NOT_A_WORKBOOK,
    FILE_OLD_WORKBOOK,
    FILE_NUL_BYTES,
    FILE_ENCODING_UNKNOWN,
    FILE_CSV_MALFORMED,
    FILE_WITHOUT_CELLS,
    SHEET_HEAD_MISSING,
    SHEET_TABLE_MISSING,
    COLUMN_MISSING,
    COLUMN_REPEATED,
    TEMPLATE_OUTDATED,
    FORMS_NOT_FILLED
}
