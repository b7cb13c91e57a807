package org.wenheng.ingest.read;

import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/** Which part of a form a mistake is about, and where that part of a value's description stands. */
public enum MistakePlace {
    REGION("报送单位代码", FormWorkbook.REGION_AT),
    PERIOD("报告期", FormWorkbook.PERIOD_AT),
    FORM("表号", FormWorkbook.FORM_AT),
    FACILITY("机构编码", 0),
    ELEMENT("数据元代码", 0),
    UNIT("计量单位", FormWorkbook.UNIT_COLUMN),
    VALUE("", 0);

    private final String header;
    private final int column;

    MistakePlace(String header, int column) {
        this.header = header;
        this.column = column;
    }

    /** The part that a check is about, by the check's code; the value where the code says nothing else. */
    public static MistakePlace of(String code) {
        if (code.startsWith("REGION_")) {
            return REGION;
        }
        if (code.startsWith("PERIOD_")) {
            return PERIOD;
        }
        if (code.startsWith("ELEMENT_")) {
            return ELEMENT;
        }
        if (code.startsWith("UNIT_")) {
            return UNIT;
        }
        return switch (code) {
            case "FORM_UNKNOWN" -> FORM;
            case "FACILITY_CODE_MISSING" -> FACILITY;
            default -> VALUE;
        };
    }

    /**
     * The address at which this part stands for the value at a row (from 1) and column (from 0). In a table that is no
     * form it is the value's own.
     */
    public String addressFor(Sheet sheet, int row, int valueColumn) {
        String own = Sheet.address(valueColumn, row);
        if (this == VALUE) {
            return own;
        }
        if (FormTable.fits(sheet)) {
            return inTable(sheet.row(1), row, own);
        }
        if (!FormWorkbook.hasHead(sheet)) {
            return own;
        }
        boolean ofFacilities = FormWorkbook.isOfFacilities(sheet);
        return switch (this) {
            case REGION, PERIOD, FORM -> Sheet.address(column, FormWorkbook.HEAD_ROW);
            case FACILITY -> Sheet.address(0, row);
            case ELEMENT ->
                ofFacilities ? Sheet.address(valueColumn, FormWorkbook.CODE_ROW) : Sheet.address(column, row);
            case UNIT -> ofFacilities ? Sheet.address(valueColumn, FormWorkbook.UNIT_ROW) : Sheet.address(column, row);
            case VALUE -> own;
        };
    }

    private String inTable(SheetRow names, int row, String own) {
        for (int at = 0; at < names.texts().size(); at++) {
            if (names.text(at).equals(header)) {
                return Sheet.address(at, row);
            }
        }
        return own;
    }
}
