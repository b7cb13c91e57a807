package org.wenheng.ingest.workbook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Puts texts into the cells of one workbook so that they stay what they are. */
public final class TextCells {
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    /** Digits that a number of a workbook keeps. */
    private static final int DIGITS = 15;

    private final XSSFWorkbook workbook;
    private final Map<Integer, XSSFCellStyle> quoted = new HashMap<>();

    public TextCells(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** A text that came from a sender: never a number, never a formula. What is too long for a cell is cut off. */
    public void putText(XSSFCell cell, String text) {
        cell.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        protect(cell, text);
    }

    /** A number if it can be shown exactly as it is written, otherwise a text: {@code 007} and {@code 1.50} stay texts. */
    public void putGiven(XSSFCell cell, String text) {
        if (isExact(text)) {
            putNumber(cell, text);
        } else if (!text.isEmpty()) {
            putText(cell, text);
        }
    }

    /**
     * A number, stored digit by digit as it is written; the library would store 5 as 5.0.
     *
     * @param digits such as {@code -12.5}
     */
    public static void putNumber(XSSFCell cell, String digits) {
        cell.setCellValue(Double.parseDouble(digits));
        cell.getCTCell().setV(digits);
    }

    /** Marks a text cell as text if a program could take it for a formula. */
    public void protect(XSSFCell cell, String text) {
        if (SentText.looksLikeFormula(text)) {
            XSSFCellStyle style = cell.getCellStyle();
            cell.setCellStyle(quoted.computeIfAbsent((int) style.getIndex(), index -> {
                XSSFCellStyle copy = workbook.createCellStyle();
                copy.cloneStyleFrom(style);
                copy.setQuotePrefixed(true);
                return copy;
            }));
        }
    }

    private static boolean isExact(String text) {
        if (text.length() > DIGITS || !text.matches("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?")) {
            return false;
        }
        return new BigDecimal(text).compareTo(BigDecimal.valueOf(Double.parseDouble(text))) == 0;
    }
}
