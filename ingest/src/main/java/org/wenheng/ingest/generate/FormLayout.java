package org.wenheng.ingest.generate;

import java.util.List;

/** Where the cells of a form stand, in a workbook and in the long CSV. Rows count from 0, as in a program. */
final class FormLayout {
    /** First element row of a region form. */
    static final int REGION_FIRST_ROW = 4;
    /** First facility row of a facility form. */
    static final int FACILITY_FIRST_ROW = 6;
    /** Column of the values of a region form. */
    static final int REGION_VALUE_COLUMN = 3;
    /** First element column of a facility form. */
    static final int FACILITY_FIRST_COLUMN = 2;

    private static final int CSV_VALUE_COLUMN = 7;

    private FormLayout() {}

    /** The address of a value as a person writes it, such as {@code D7}. */
    static String address(Report.Format format, List<Sheet> sheets, int sheet, int row, int column) {
        Sheet at = sheets.get(sheet);
        if (format != Report.Format.WORKBOOK) {
            int before =
                    sheets.subList(0, sheet).stream().mapToInt(Sheet::cells).sum();
            return cell(
                    CSV_VALUE_COLUMN, 1 + before + row * at.form().elements().size() + column);
        }
        return at.form().facilityType() == null
                ? cell(REGION_VALUE_COLUMN, REGION_FIRST_ROW + column)
                : cell(FACILITY_FIRST_COLUMN + column, FACILITY_FIRST_ROW + row);
    }

    /** The address of the region code in the head. */
    static String regionCodeAddress(Report.Format format, List<Sheet> sheets, int sheet) {
        int before = sheets.subList(0, sheet).stream().mapToInt(Sheet::cells).sum();
        return format == Report.Format.WORKBOOK ? "B2" : cell(0, 1 + before);
    }

    private static String cell(int column, int row) {
        return (char) ('A' + column) + Integer.toString(row + 1);
    }
}
