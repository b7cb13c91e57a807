package org.wenheng.ingest.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.format.CellRange;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.OwnSheets;
import org.wenheng.ingest.workbook.TextCells;

/** The texts of a file that is no workbook of this format, every one at the address it had. */
final class TextSheets {
    private TextSheets() {}

    static SheetNames write(XSSFWorkbook workbook, List<Sheet> sheets) {
        Map<String, String> names = new HashMap<>();
        TextCells cells = new TextCells(workbook);
        for (Sheet sheet : sheets) {
            XSSFSheet written = workbook.createSheet(free(workbook, sheet.name()));
            names.putIfAbsent(sheet.name(), written.getSheetName());
            for (SheetRow row : sheet.rows()) {
                XSSFRow at = written.createRow(row.number() - 1);
                for (int column = 0; column < row.texts().size(); column++) {
                    String text = row.texts().get(column);
                    if (!text.isEmpty()) {
                        cells.putGiven(at.createCell(column), text);
                    }
                }
            }
            for (CellRange block : sheet.merged()) {
                if (block.firstRow() < block.lastRow() || block.firstColumn() < block.lastColumn()) {
                    written.addMergedRegionUnsafe(new CellRangeAddress(
                            block.firstRow() - 1, block.lastRow() - 1, block.firstColumn(), block.lastColumn()));
                }
            }
        }
        return new SheetNames(names, true);
    }

    /** A name that a workbook allows and does not have yet. */
    static String free(XSSFWorkbook workbook, String name) {
        String safe = WorkbookUtil.createSafeSheetName(name.isEmpty() ? OwnSheets.DATA : name);
        String free = safe;
        for (int number = 2; workbook.getSheet(free) != null; number++) {
            String end = " (" + number + ")";
            free = safe.substring(0, Math.min(safe.length(), 31 - end.length())) + end;
        }
        return free;
    }
}
