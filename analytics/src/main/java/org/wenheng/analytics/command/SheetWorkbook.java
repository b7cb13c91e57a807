package org.wenheng.analytics.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.analytics.study.Sheet;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.workbook.TextCells;
import org.wenheng.ingest.workbook.WorkbookBytes;

/** Sheets as one workbook: what must be known first, then a tab each. A text is never a formula. */
final class SheetWorkbook {
    private static final int WIDTH_UNIT = 256;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 60;
    /** Points of a line of text. */
    private static final int LINE = 14;
    /** Decimals that a number may have on the page. */
    private static final int DECIMALS = 4;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final TextCells cells = new TextCells(workbook);
    private final XSSFCellStyle top = style(true, IndexedColors.LIGHT_YELLOW);
    private final XSSFCellStyle heading = style(true, IndexedColors.GREY_25_PERCENT);
    private final XSSFCellStyle plain = style(false, null);
    private final XSSFCellStyle number = style(false, null);
    private final XSSFCellStyle money = style(false, null);

    private SheetWorkbook() {
        top.setWrapText(false);
        number.setDataFormat(workbook.createDataFormat().getFormat("#,##0.####"));
        money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
    }

    /**
     * The bytes of the workbook; the same for the same sheets, lines and moment.
     *
     * @param title of the whole
     * @param nature of the data, on top of every tab
     * @param lines what has to be known beside the tables: a label and a text each
     * @param moment stated as the time of making
     */
    static byte[] of(String title, Title nature, List<List<String>> lines, List<Sheet> sheets, Instant moment) {
        SheetWorkbook writing = new SheetWorkbook();
        writing.about(title, nature, lines);
        sheets.forEach(sheet -> writing.table(sheet, nature));
        WorkbookBytes.state(writing.workbook, title, moment);
        return WorkbookBytes.of(writing.workbook);
    }

    private void about(String title, Title nature, List<List<String>> lines) {
        XSSFSheet tab = tab("说明 About", title + "　" + both(nature));
        tab.setColumnWidth(0, 30 * WIDTH_UNIT);
        tab.setColumnWidth(1, 110 * WIDTH_UNIT);
        for (List<String> line : lines) {
            XSSFRow row = tab.createRow(tab.getLastRowNum() + 1);
            row(row, plain, line, new int[] {30, 110});
            row.getCell(0).setCellStyle(heading);
        }
    }

    private void table(Sheet sheet, Title nature) {
        XSSFSheet tab = tab(sheet.name(), both(sheet.title()) + "　" + both(nature));
        int[] widths = widths(sheet);
        for (int i = 0; i < widths.length; i++) {
            tab.setColumnWidth(i, widths[i] * WIDTH_UNIT);
        }
        row(tab.createRow(1), heading, sheet.columns(), widths);
        sheet.rows().forEach(row -> row(tab.createRow(tab.getLastRowNum() + 1), plain, row, widths));
        tab.createFreezePane(2, 2);
        tab.setAutoFilter(
                new CellRangeAddress(1, tab.getLastRowNum(), 0, sheet.columns().size() - 1));
        tab.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
        tab.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
    }

    /** Wide enough for the longest cell, within limits; headings are broken into lines instead. */
    private static int[] widths(Sheet sheet) {
        int[] widths = new int[sheet.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            int place = i;
            int longest = sheet.rows().stream()
                    .mapToInt(row -> SheetFiles.width(shown(row.get(place))) + 2)
                    .max()
                    .orElse(0);
            widths[i] = Math.max(NARROWEST, Math.min(WIDEST, longest));
        }
        return widths;
    }

    /** A row as high as its longest text needs: programs do not see to that for files they did not write. */
    private void row(XSSFRow row, XSSFCellStyle style, List<?> values, int[] widths) {
        int lines = 1;
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            put(row.createCell(i), style, value);
            lines = Math.max(lines, (SheetFiles.width(shown(value)) + widths[i] - 1) / widths[i]);
        }
        row.setHeightInPoints(lines * LINE);
    }

    private XSSFSheet tab(String name, String line) {
        XSSFSheet tab = workbook.createSheet(name);
        XSSFCell cell = tab.createRow(0).createCell(0);
        put(cell, top, line);
        tab.getPrintSetup().setLandscape(true);
        tab.getPrintSetup().setPaperSize((short) 8);
        tab.setFitToPage(true);
        tab.getPrintSetup().setFitWidth((short) 1);
        tab.getPrintSetup().setFitHeight((short) 0);
        return tab;
    }

    private void put(XSSFCell cell, XSSFCellStyle style, Object value) {
        if (value instanceof Double binary && !Double.isFinite(binary)) {
            cell.setCellStyle(style);
        } else if (value instanceof Number digits) {
            cell.setCellStyle(digits instanceof BigDecimal exact && exact.scale() == 2 ? money : number);
            TextCells.putNumber(cell, plain(digits));
        } else {
            cell.setCellStyle(style);
            cells.putText(cell, value.toString());
        }
    }

    /** What a cell looks like, with the commas of thousands. */
    private static String shown(Object value) {
        if (!(value instanceof Number digits)) {
            return value.toString();
        }
        boolean there = !(digits instanceof Double binary) || Double.isFinite(binary);
        String text = there ? plain(digits) : "";
        return text + ",".repeat(text.length() / 3);
    }

    private static String plain(Number digits) {
        BigDecimal exact = digits instanceof Double binary
                ? BigDecimal.valueOf(binary).setScale(DECIMALS, java.math.RoundingMode.HALF_UP)
                : new BigDecimal(digits.toString());
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static String both(Title title) {
        return title.chinese() + " / " + title.english();
    }

    private XSSFCellStyle style(boolean bold, @org.jspecify.annotations.Nullable IndexedColors colour) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) 10);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        style.setBorderBottom(BorderStyle.HAIR);
        if (colour != null) {
            style.setFillForegroundColor(colour.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
