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
    private static final int NARROW = 14;
    private static final int WIDE = 60;
    /** Characters from which a column is wide. */
    private static final int LONG = 40;
    /** Decimals that a number may have on the page. */
    private static final int DECIMALS = 4;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final TextCells cells = new TextCells(workbook);
    private final XSSFCellStyle top = style(true, IndexedColors.LIGHT_YELLOW);
    private final XSSFCellStyle heading = style(true, IndexedColors.GREY_25_PERCENT);
    private final XSSFCellStyle plain = style(false, null);
    private final XSSFCellStyle number = style(false, null);

    private SheetWorkbook() {
        top.setWrapText(false);
        number.setDataFormat(workbook.createDataFormat().getFormat("#,##0.####"));
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
            put(row.createCell(0), heading, line.get(0));
            put(row.createCell(1), plain, line.get(1));
        }
    }

    private void table(Sheet sheet, Title nature) {
        XSSFSheet tab = tab(sheet.name(), both(sheet.title()) + "　" + both(nature));
        XSSFRow head = tab.createRow(1);
        head.setHeightInPoints(66);
        for (int i = 0; i < sheet.columns().size(); i++) {
            int place = i;
            put(head.createCell(i), heading, sheet.columns().get(i));
            boolean wide = sheet.rows().stream()
                    .anyMatch(row -> row.get(place) instanceof String text && text.length() > LONG);
            tab.setColumnWidth(i, (wide ? WIDE : i == 1 ? 2 * NARROW : NARROW) * WIDTH_UNIT);
        }
        for (List<Object> row : sheet.rows()) {
            XSSFRow written = tab.createRow(tab.getLastRowNum() + 1);
            for (int i = 0; i < row.size(); i++) {
                put(written.createCell(i), plain, row.get(i));
            }
        }
        tab.createFreezePane(2, 2);
        tab.setAutoFilter(
                new CellRangeAddress(1, tab.getLastRowNum(), 0, sheet.columns().size() - 1));
        tab.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
        tab.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
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
            cell.setCellStyle(number);
            TextCells.putNumber(cell, plain(digits));
        } else {
            cell.setCellStyle(style);
            cells.putText(cell, value.toString());
        }
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
