package org.wenheng.ingest.read;

import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * A cell that reports a value: as given, not yet checked.
 *
 * @param sheet name of the sheet; empty for a CSV file
 * @param row from 1
 * @param column from 0
 * @param element code of the element
 * @param unit unit of the value; null if the source promises the element's canonical unit
 * @param given the text in the cell
 * @param missing the reason that the cell states instead of a value; null if it should be a number
 * @param remark what the reporter wrote beside the value, such as an explanation; empty if nothing
 */
public record ReportedCell(
        RowHead head,
        String sheet,
        int row,
        int column,
        String element,
        @Nullable String unit,
        String given,
        @Nullable ValueStatus missing,
        String remark) {

    /** The address, such as {@code C7}. */
    public String address() {
        return Sheet.address(column, row);
    }

    /** The same cell about something else. */
    ReportedCell with(RowHead other) {
        return new ReportedCell(other, sheet, row, column, element, unit, given, missing, remark);
    }

    /** The same cell with another remark. */
    ReportedCell withRemark(String text) {
        return new ReportedCell(head, sheet, row, column, element, unit, given, missing, text);
    }
}
