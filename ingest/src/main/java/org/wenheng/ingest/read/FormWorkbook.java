package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/**
 * The layout of the form workbook: one form per sheet. Row 2 is the head, row 4 the header of the table. A region form
 * has one element per row from row 5; a facility form has element codes in row 5, units in row 6 and one facility per row
 * from row 7. A line that begins with {@code 填表人} ends the table. Columns named {@code 备注} hold remarks, a column
 * named {@code 无数原因} of a region form a mark where there is no number, and columns whose name begins with
 * {@code 上期} what was reported before.
 */
public final class FormWorkbook {
    /** Header of the column in which the reporter explains. */
    public static final String REMARK = "备注";
    /** Header of the column with a mark where there is no number. */
    public static final String REASON = "无数原因";
    /** Beginning of the header of a column with values of the period before. */
    public static final String BEFORE = "上期";
    /** Beginning of the line that ends a table. */
    public static final String END = "填表人";
    /** First header of a region form. */
    public static final String ELEMENT_CODE = "数据元代码";
    /** First header of a facility form. */
    public static final String FACILITY_CODE = "机构编码";

    /** Row of the head. */
    public static final int HEAD_ROW = 2;
    /** Row of the table's header. */
    public static final int HEADER_ROW = 4;
    /** First row of a region form's table. */
    public static final int REGION_ROW = 5;
    /** Row of the element codes of a facility form. */
    public static final int CODE_ROW = 5;
    /** Row of the units of a facility form. */
    public static final int UNIT_ROW = 6;
    /** First row with a facility. */
    public static final int FACILITY_ROW = 7;

    /** Column of the unit of a region form. */
    public static final int UNIT_COLUMN = 2;
    /** Column of the value of a region form. */
    public static final int VALUE_COLUMN = 3;
    /** First column with an element of a facility form. */
    public static final int FACILITY_COLUMN = 2;

    /** Columns in the head: region, period, form, origin; each has its label on the left. */
    public static final int REGION_AT = 1;

    public static final int PERIOD_AT = 4;
    public static final int FORM_AT = 6;
    public static final int ORIGIN_AT = 8;

    private static final int NONE = -1;

    private FormWorkbook() {}

    /** Whether a sheet has the head of a form. */
    static boolean hasHead(Sheet sheet) {
        return sheet.row(HEAD_ROW).text(0).equals(FormTable.FIRST_HEADER);
    }

    /** Whether a sheet has one row for each facility. */
    static boolean isOfFacilities(Sheet sheet) {
        return sheet.row(HEADER_ROW).text(0).equals(FACILITY_CODE);
    }

    /** The code of the form that a sheet says it is; empty if it has no head. */
    static String formOf(Sheet sheet) {
        return hasHead(sheet) ? sheet.row(HEAD_ROW).text(FORM_AT) : "";
    }

    static Extract read(List<Sheet> sheets) {
        List<ReportedCell> cells = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (sheet.rows().stream().allMatch(SheetRow::isBlank)) {
                continue;
            }
            SheetRow head = sheet.row(HEAD_ROW);
            List<String> missing = missingFrom(head);
            String kind = sheet.row(HEADER_ROW).text(0);
            if (!missing.isEmpty()) {
                faults.add(new Fault(
                        FaultCode.SHEET_HEAD_MISSING,
                        sheet.name(),
                        "A2",
                        String.join(" ", head.texts()).strip(),
                        String.join("、", missing)));
            } else if (kind.equals(ELEMENT_CODE)) {
                cells.addAll(regionForm(sheet, head));
            } else if (kind.equals(FACILITY_CODE)) {
                cells.addAll(facilityForm(sheet, head));
            } else {
                String expected = ELEMENT_CODE + " / " + FACILITY_CODE;
                faults.add(new Fault(FaultCode.SHEET_TABLE_MISSING, sheet.name(), "A4", kind, expected));
            }
        }
        return new Extract(cells, faults);
    }

    private static List<String> missingFrom(SheetRow head) {
        List<String> missing = new ArrayList<>();
        String[] labels = {FormTable.FIRST_HEADER, "报告期", "表号"};
        int[] columns = {REGION_AT - 1, PERIOD_AT - 1, FORM_AT - 1};
        for (int i = 0; i < labels.length; i++) {
            if (!head.text(columns[i]).equals(labels[i])
                    || head.text(columns[i] + 1).isEmpty()) {
                missing.add(Sheet.address(columns[i], HEAD_ROW) + " " + labels[i]);
            }
        }
        return missing;
    }

    private static List<ReportedCell> regionForm(Sheet sheet, SheetRow head) {
        RowHead shared = headOf(head, "", "", false);
        SheetRow header = sheet.row(HEADER_ROW);
        int remark = columnOf(header, REMARK);
        int reason = columnOf(header, REASON);
        List<ReportedCell> cells = new ArrayList<>();
        for (SheetRow row : tableFrom(sheet, REGION_ROW)) {
            String value = row.text(VALUE_COLUMN);
            String mark = reason == NONE ? "" : row.text(reason);
            // A number and a reason for none contradict each other: both are shown to the checks, which refuse them.
            String given = value.isEmpty() || mark.isEmpty() ? value + mark : value + " " + mark;
            cells.add(new ReportedCell(
                    shared,
                    sheet.name(),
                    row.number(),
                    value.isEmpty() && !mark.isEmpty() ? reason : VALUE_COLUMN,
                    row.text(0),
                    row.text(UNIT_COLUMN),
                    given,
                    MissingMarks.OF_FORMS.statusOf(given),
                    remark == NONE ? "" : row.text(remark)));
        }
        return cells;
    }

    private static List<ReportedCell> facilityForm(Sheet sheet, SheetRow head) {
        SheetRow names = sheet.row(HEADER_ROW);
        SheetRow codes = sheet.row(CODE_ROW);
        SheetRow units = sheet.row(UNIT_ROW);
        int remark = columnOf(names, REMARK);
        int width = Math.max(names.texts().size(), codes.texts().size());
        List<ReportedCell> cells = new ArrayList<>();
        for (SheetRow row : tableFrom(sheet, FACILITY_ROW)) {
            RowHead facility = headOf(head, row.text(0), row.text(1), true);
            for (int column = FACILITY_COLUMN; column < width; column++) {
                if (codes.text(column).isEmpty() && isBeside(names.text(column))) {
                    continue;
                }
                String given = row.text(column);
                cells.add(new ReportedCell(
                        facility,
                        sheet.name(),
                        row.number(),
                        column,
                        codes.text(column),
                        units.text(column),
                        given,
                        MissingMarks.OF_FORMS.statusOf(given),
                        remark == NONE ? "" : row.text(remark)));
            }
        }
        return cells;
    }

    /** Whether a column without an element stands beside the data. */
    private static boolean isBeside(String name) {
        return name.isEmpty() || name.equals(REMARK) || name.startsWith(BEFORE);
    }

    private static int columnOf(SheetRow header, String name) {
        for (int column = VALUE_COLUMN; column < header.texts().size(); column++) {
            if (header.text(column).equals(name)) {
                return column;
            }
        }
        return NONE;
    }

    private static List<SheetRow> tableFrom(Sheet sheet, int first) {
        return sheet.rows().stream()
                .filter(row -> row.number() >= first)
                .takeWhile(row -> !row.text(0).startsWith(END))
                .filter(row -> !row.isBlank())
                .toList();
    }

    private static RowHead headOf(SheetRow head, String facilityCode, String facilityName, boolean ofFacility) {
        return new RowHead(
                head.text(FORM_AT),
                head.text(REGION_AT),
                head.text(PERIOD_AT),
                facilityCode,
                facilityName,
                ofFacility,
                head.text(ORIGIN_AT).equals("synthetic"));
    }
}
