package org.wenheng.ingest.template;

import java.util.List;
import org.wenheng.ingest.read.FormWorkbook;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.submission.Known;

/** A form with one row per facility and one column per element; what was reported before stands on the right. */
final class FacilityFormSheet {
    /** Empty rows for facilities that are not known yet. */
    private static final int NEW_ROWS = 10;
    /** Empty rows where no facility is known. */
    private static final int FIRST_ROWS = 30;

    private static final int FIRST = FormWorkbook.FACILITY_COLUMN;
    private static final int ELEMENT_WIDTH = 16;

    private FacilityFormSheet() {}

    static void write(FormSheet sheet, Known known, List<KnownFacility> facilities) {
        List<Element> elements = sheet.elements();
        int remark = FIRST + elements.size();
        int before = remark + 1;
        int lastRow =
                FormWorkbook.FACILITY_ROW - 1 + facilities.size() + (facilities.isEmpty() ? FIRST_ROWS : NEW_ROWS);
        sheet.writeHead();
        writeHeaders(sheet, elements, remark, before);
        for (int i = 0; i < elements.size(); i++) {
            String unit = new org.apache.poi.ss.util.CellReference(FormWorkbook.UNIT_ROW - 1, FIRST + i, true, false)
                    .formatAsString();
            sheet.value(FormWorkbook.FACILITY_ROW, lastRow, FIRST + i, elements.get(i), unit);
        }
        for (int row = FormWorkbook.FACILITY_ROW; row <= lastRow; row++) {
            int index = row - FormWorkbook.FACILITY_ROW;
            if (index < facilities.size()) {
                writeKnown(sheet, row, facilities.get(index), elements, known);
            } else {
                writeNew(sheet, row, elements);
            }
        }
        sheet.writeEnd(lastRow + 1);
        sheet.width(0, 18);
        sheet.width(1, 30);
        int[] ofHead = {0, 0, 0, 0, 0, 0, 24, 10, 8};
        for (int column = FIRST; column < Math.max(ofHead.length, before + elements.size()); column++) {
            int least = column < ofHead.length ? ofHead[column] : 0;
            sheet.width(column, Math.max(least, column == remark ? 30 : ELEMENT_WIDTH));
        }
        int longest = elements.stream()
                .mapToInt(element -> element.name().chinese().length())
                .max()
                .orElse(1);
        sheet.heighten(FormWorkbook.HEADER_ROW, longest, ELEMENT_WIDTH);
        sheet.heighten(FormWorkbook.UNIT_ROW, longest, ELEMENT_WIDTH);
        sheet.finish(FIRST, FormWorkbook.UNIT_ROW, before + elements.size() - 1);
    }

    private static void writeHeaders(FormSheet sheet, List<Element> elements, int remark, int before) {
        TemplateStyles styles = sheet.styles();
        for (int row = FormWorkbook.HEADER_ROW; row <= FormWorkbook.UNIT_ROW; row++) {
            boolean isFirst = row == FormWorkbook.HEADER_ROW;
            sheet.put(row, 0, isFirst ? FormWorkbook.FACILITY_CODE : "", styles.header());
            sheet.put(row, 1, isFirst ? "机构名称" : "", styles.header());
            sheet.put(row, remark, isFirst ? FormWorkbook.REMARK : "", styles.header());
        }
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            sheet.put(FormWorkbook.HEADER_ROW, FIRST + i, element.name().chinese(), styles.header());
            sheet.note(FormWorkbook.HEADER_ROW, FIRST + i, element);
            sheet.put(FormWorkbook.CODE_ROW, FIRST + i, element.code(), styles.header());
            sheet.unit(FormWorkbook.UNIT_ROW, FIRST + i, element);
            sheet.put(FormWorkbook.HEADER_ROW, before + i, sheet.beforeHeader(), styles.header());
            // The name stands in the row of the units: a text in the row of the codes would be taken for an element.
            sheet.put(FormWorkbook.CODE_ROW, before + i, "", styles.header());
            sheet.put(FormWorkbook.UNIT_ROW, before + i, element.name().chinese(), styles.header());
        }
    }

    private static void writeKnown(
            FormSheet sheet, int row, KnownFacility facility, List<Element> elements, Known known) {
        TemplateStyles styles = sheet.styles();
        sheet.put(row, 0, facility.code(), styles.fixed());
        sheet.put(row, 1, facility.name(), styles.input());
        int before = FIRST + elements.size() + 1;
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            FormSheet.putKnown(
                    sheet.cell(row, FIRST + i, styles.value(element)),
                    sheet.known(known, facility.code(), element, false));
            FormSheet.putKnown(
                    sheet.cell(row, before + i, styles.before(element)),
                    sheet.known(known, facility.code(), element, true));
        }
        sheet.put(row, before - 1, "", styles.input());
    }

    private static void writeNew(FormSheet sheet, int row, List<Element> elements) {
        TemplateStyles styles = sheet.styles();
        sheet.put(row, 0, "", styles.inputCode());
        sheet.put(row, 1, "", styles.input());
        for (int i = 0; i < elements.size(); i++) {
            sheet.cell(row, FIRST + i, styles.value(elements.get(i)));
        }
        sheet.put(row, FIRST + elements.size(), "", styles.input());
    }
}
