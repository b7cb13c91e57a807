package org.wenheng.ingest.answer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.workbook.TextCells;

/** Makes a sender's workbook harmless for whoever opens the answer. What is shown does not change. */
final class SentCells {
    /** Formulas that read or start something outside of the workbook: other files, addresses, other programs. */
    private static final Pattern REACHES_OUT = Pattern.compile("\\|"
            + "|\\[(\\d+|[^\\[\\]]+\\.[A-Z]{2,5})][^,;()\\[\\]]*!"
            + "|(^|[^A-Z0-9_.])(WEBSERVICE|HYPERLINK|RTD|CALL|REGISTER(\\.ID)?|EXEC|IMAGE|FILTERXML|DDE)\\s*\\(");

    private SentCells() {}

    /**
     * Marks texts that begin like a formula as texts, and puts the last value of a formula that reaches out of the
     * workbook in its place. Formulas that stay inside are left alone.
     */
    static void neutralise(XSSFWorkbook workbook) {
        TextCells cells = new TextCells(workbook);
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    neutralise((XSSFCell) cell, cells);
                }
            }
        }
    }

    private static void neutralise(XSSFCell cell, TextCells cells) {
        if (cell.getCellType() == CellType.STRING) {
            cells.protect(cell, cell.getStringCellValue());
        } else if (cell.getCellType() == CellType.FORMULA && reachesOut(cell)) {
            String shown = new DataFormatter(Locale.ROOT).formatCellValue(cell);
            String cached = cell.getCachedFormulaResultType() == CellType.NUMERIC
                    ? Double.toString(cell.getNumericCellValue())
                    : cell.getCachedFormulaResultType() == CellType.STRING ? cell.getStringCellValue() : shown;
            cell.setBlank();
            cells.putGiven(cell, cached);
        }
    }

    private static boolean reachesOut(XSSFCell cell) {
        String formula = cell.getCellFormula().toUpperCase(Locale.ROOT);
        return REACHES_OUT.matcher(formula).find();
    }
}
