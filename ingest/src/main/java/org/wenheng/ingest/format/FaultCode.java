package org.wenheng.ingest.format;

/** Why a file, a sheet or a table could not be read. The sentences for people stand with the rules of the checks. */
public enum FaultCode {
    FILE_EMPTY,
    FILE_TOO_LARGE,
    FILE_TOO_MANY_CELLS,
    FILE_DAMAGED,
    FILE_ENCRYPTED,
    FILE_NOT_A_WORKBOOK,
    FILE_OLD_WORKBOOK,
    FILE_KIND_UNREADABLE,
    FILE_XML_FORBIDDEN,
    FILE_ARCHIVE_UNSAFE,
    FILE_ARCHIVE_NESTED,
    FILE_UNPACKED,
    FILE_NUL_BYTES,
    FILE_TEXT_BROKEN,
    FILE_ENCODING_UNKNOWN,
    FILE_ENCODING_MIXED,
    FILE_CSV_MALFORMED,
    FILE_JSON_MALFORMED,
    FILE_NESTED_TOO_DEEP,
    FILE_WITHOUT_CELLS,
    SHEET_HEAD_MISSING,
    SHEET_TABLE_MISSING,
    COLUMN_MISSING,
    COLUMN_REPEATED
}
