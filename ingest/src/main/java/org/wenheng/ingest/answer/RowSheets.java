package org.wenheng.ingest.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.workbook.TextCells;

/** Of a big file only the rows with findings, each with its number in the file in column A. */
final class RowSheets {
    private static final String ROW_NUMBER = "原行号";
    /** Rows at the beginning of a sheet that are shown in any case: they name the columns. */
    private static final int FIRST_ROWS = 6;

    private RowSheets() {}

    static SheetNames write(XSSFWorkbook workbook, List<Sheet> sheets, Marks marks) {
        Map<String, List<Mark>> bySheet = marks.all().stream()
                .filter(mark -> mark.row() > 0)
                .limit(Marks.LARGEST)
                .collect(Collectors.groupingBy(Mark::sheet));
        TextCells cells = new TextCells(workbook);
        Markers markers = new Markers(workbook, SheetNames.NONE);
        Map<String, String> names = new HashMap<>();
        for (Sheet sheet : sheets) {
            Map<Integer, List<Mark>> byRow = bySheet.getOrDefault(sheet.name(), List.of()).stream()
                    .collect(Collectors.groupingBy(Mark::row, TreeMap::new, Collectors.toList()));
            if (!byRow.isEmpty()) {
                XSSFSheet written = workbook.createSheet(TextSheets.free(workbook, sheet.name()));
                names.put(sheet.name(), written.getSheetName());
                write(sheet, byRow, written, cells, markers);
            }
        }
        return new SheetNames(names, false);
    }

    private static void write(
            Sheet sheet, Map<Integer, List<Mark>> byRow, XSSFSheet written, TextCells cells, Markers markers) {
        written.createRow(0).createCell(0).setCellValue(ROW_NUMBER);
        written.createFreezePane(1, 1);
        int next = 1;
        for (SheetRow row : sheet.rows()) {
            List<Mark> found = byRow.getOrDefault(row.number(), List.of());
            if (found.isEmpty() && row.number() > FIRST_ROWS) {
                continue;
            }
            XSSFRow at = written.createRow(next++);
            at.createCell(0).setCellValue(row.number());
            for (int column = 0; column < row.texts().size(); column++) {
                cells.putGiven(at.createCell(column + 1), row.texts().get(column));
            }
            for (Mark mark : found) {
                XSSFCell cell = at.getCell(mark.column() + 1);
                markers.mark(cell == null ? at.createCell(mark.column() + 1) : cell, mark);
            }
        }
    }
}
