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
 * from row 7. A line that begins with {@code 填表人} ends the table.
 */
final class FormWorkbook {
    private static final String END = "填表人";

    private FormWorkbook() {}

    static Extract read(List<Sheet> sheets) {
        List<ReportedCell> cells = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (sheet.rows().stream().allMatch(SheetRow::isBlank)) {
                continue;
            }
            SheetRow head = sheet.row(2);
            List<String> missing = missingFrom(head);
            String kind = sheet.row(4).text(0);
            if (!missing.isEmpty()) {
                faults.add(new Fault(
                        FaultCode.SHEET_HEAD_MISSING,
                        sheet.name(),
                        "A2",
                        String.join(" ", head.texts()).strip(),
                        String.join("、", missing)));
            } else if (kind.equals("数据元代码")) {
                cells.addAll(regionForm(sheet, head));
            } else if (kind.equals("机构编码")) {
                cells.addAll(facilityForm(sheet, head));
            } else {
                faults.add(new Fault(FaultCode.SHEET_TABLE_MISSING, sheet.name(), "A4", kind, "数据元代码 / 机构编码"));
            }
        }
        return new Extract(cells, faults);
    }

    private static List<String> missingFrom(SheetRow head) {
        List<String> missing = new ArrayList<>();
        String[] labels = {"报送单位代码", "报告期", "表号"};
        int[] columns = {0, 3, 5};
        for (int i = 0; i < labels.length; i++) {
            if (!head.text(columns[i]).equals(labels[i])
                    || head.text(columns[i] + 1).isEmpty()) {
                missing.add(Sheet.address(columns[i], 2) + " " + labels[i]);
            }
        }
        return missing;
    }

    private static List<ReportedCell> regionForm(Sheet sheet, SheetRow head) {
        RowHead shared = headOf(head, "", "", false);
        List<ReportedCell> cells = new ArrayList<>();
        for (SheetRow row : tableFrom(sheet, 5)) {
            String given = row.text(3);
            cells.add(new ReportedCell(
                    shared,
                    sheet.name(),
                    row.number(),
                    3,
                    row.text(0),
                    row.text(2),
                    given,
                    MissingMarks.OF_FORMS.statusOf(given),
                    ""));
        }
        return cells;
    }

    private static List<ReportedCell> facilityForm(Sheet sheet, SheetRow head) {
        SheetRow names = sheet.row(4);
        SheetRow codes = sheet.row(5);
        SheetRow units = sheet.row(6);
        int width = Math.max(names.texts().size(), codes.texts().size());
        List<ReportedCell> cells = new ArrayList<>();
        for (SheetRow row : tableFrom(sheet, 7)) {
            RowHead facility = headOf(head, row.text(0), row.text(1), true);
            for (int column = 2; column < width; column++) {
                if (names.text(column).isEmpty() && codes.text(column).isEmpty()) {
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
                        ""));
            }
        }
        return cells;
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
                head.text(6),
                head.text(1),
                head.text(4),
                facilityCode,
                facilityName,
                ofFacility,
                head.text(8).equals("synthetic"));
    }
}
