package org.wenheng.ingest.template;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.wenheng.ingest.read.FormWorkbook;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.KnownValue;

/** A form with one value per element for the whole region: a row each. */
final class RegionFormSheet {
    private static final int REMARK_COLUMN = 4;
    private static final int REASON_COLUMN = 5;
    private static final int BEFORE_COLUMN = 6;

    private RegionFormSheet() {}

    static void write(FormSheet sheet, Known known) {
        TemplateStyles styles = sheet.styles();
        sheet.writeHead();
        List<String> headers = List.of(
                FormWorkbook.ELEMENT_CODE,
                "指标名称",
                "计量单位",
                "本期数",
                FormWorkbook.REMARK,
                FormWorkbook.REASON,
                sheet.beforeHeader());
        for (int column = 0; column < headers.size(); column++) {
            sheet.put(FormWorkbook.HEADER_ROW, column, headers.get(column), styles.header());
        }
        int row = FormWorkbook.REGION_ROW;
        for (Element element : sheet.elements()) {
            write(sheet, element, known, row);
            row++;
        }
        sheet.choose(
                FormWorkbook.REGION_ROW,
                row - 1,
                REASON_COLUMN,
                ValueInput.MARKS,
                FormWorkbook.REASON,
                "没有数的原因:— 不适用,无 零报告,*** 保密。有数时留空");
        sheet.writeEnd(row);
        int[] widths = {20, 44, 12, 18, 36, 12, 24, 10, 8};
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
        sheet.finish(2, FormWorkbook.HEADER_ROW, BEFORE_COLUMN);
    }

    private static void write(FormSheet sheet, Element element, Known known, int row) {
        TemplateStyles styles = sheet.styles();
        sheet.put(row, 0, element.code(), styles.fixed());
        sheet.put(row, 1, element.name().chinese(), styles.fixed());
        sheet.note(row, 1, element);
        sheet.unit(row, FormWorkbook.UNIT_COLUMN, element);
        XSSFCell value = sheet.cell(row, FormWorkbook.VALUE_COLUMN, styles.value(element));
        sheet.value(row, row, FormWorkbook.VALUE_COLUMN, element, "$C" + row);
        sheet.put(row, REMARK_COLUMN, "", styles.input());
        XSSFCell reason = sheet.put(row, REASON_COLUMN, "", styles.input());
        KnownValue now = sheet.known(known, "", element, false);
        if (now != null) {
            FormSheet.putKnown(now.value() == null ? reason : value, now);
        }
        FormSheet.putKnown(
                sheet.cell(row, BEFORE_COLUMN, styles.before(element)), sheet.known(known, "", element, true));
    }
}
