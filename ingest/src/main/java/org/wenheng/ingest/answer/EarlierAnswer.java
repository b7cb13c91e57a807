package org.wenheng.ingest.answer;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.read.Explanations;
import org.wenheng.ingest.read.OwnSheets;

/** Takes the marks of an earlier answer out of a workbook that was sent back, so that only the new ones are seen. */
final class EarlierAnswer {
    private static final List<String> COLOURS =
            Stream.of(Severity.values()).map(Markers::colour).toList();
    private static final DataFormatter TEXT = new DataFormatter();

    private EarlierAnswer() {}

    /** Removes colours, notes and the sheets of the answer. A workbook that is no answer stays as it is. */
    static void remove(XSSFWorkbook workbook) {
        XSSFSheet findings = workbook.getSheet(OwnSheets.FINDINGS);
        if (findings == null || !isOwn(findings)) {
            return;
        }
        restoreColours(workbook, findings);
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            removeNotes(workbook.getSheetAt(i));
        }
        for (String name : List.of(OwnSheets.FINDINGS, OwnSheets.SUMMARY)) {
            int index = workbook.getSheetIndex(name);
            if (index >= 0) {
                workbook.removeSheetAt(index);
            }
        }
    }

    private static boolean isOwn(XSSFSheet findings) {
        return column(findings, FindingsSheet.COLOUR_BEFORE) >= 0;
    }

    private static int column(XSSFSheet findings, String header) {
        XSSFRow headers = findings.getRow(1);
        if (headers != null) {
            for (int column = 0; column < headers.getLastCellNum(); column++) {
                if (text(headers, column).equals(header)) {
                    return column;
                }
            }
        }
        return -1;
    }

    private static void restoreColours(XSSFWorkbook workbook, XSSFSheet findings) {
        int sheetColumn = column(findings, Explanations.SHEET);
        int cellColumn = column(findings, Explanations.CELL);
        int colourColumn = column(findings, FindingsSheet.COLOUR_BEFORE);
        Markers markers = new Markers(workbook, SheetNames.SAME);
        for (int i = 2; sheetColumn >= 0 && cellColumn >= 0 && i <= findings.getLastRowNum(); i++) {
            XSSFRow row = findings.getRow(i);
            String address = row == null ? "" : text(row, cellColumn);
            XSSFSheet sheet = row == null ? null : workbook.getSheet(text(row, sheetColumn));
            if (row == null || sheet == null || !address.matches("[A-Z]{1,3}\\d{1,7}")) {
                continue;
            }
            CellReference at = new CellReference(address);
            XSSFRow marked = sheet.getRow(at.getRow());
            XSSFCell cell = marked == null ? null : marked.getCell(at.getCol());
            if (cell != null && isMarked(cell)) {
                restore(cell, text(row, colourColumn), markers);
            }
        }
    }

    private static boolean isMarked(XSSFCell cell) {
        XSSFColor colour = cell.getCellStyle().getFillForegroundXSSFColor();
        String hex = colour == null ? null : colour.getARGBHex();
        return hex != null && COLOURS.contains(hex.substring(2));
    }

    private static void restore(XSSFCell cell, String colour, Markers markers) {
        if (colour.length() == 8 && isHexadecimal(colour)) {
            cell.setCellStyle(markers.coloured(cell.getCellStyle(), colour.substring(2)));
        } else {
            XSSFCellStyle style = cell.getSheet().getWorkbook().createCellStyle();
            style.cloneStyleFrom(cell.getCellStyle());
            style.setFillPattern(FillPatternType.NO_FILL);
            cell.setCellStyle(style);
        }
    }

    private static boolean isHexadecimal(String text) {
        return text.chars().allMatch(HexFormat::isHexDigit);
    }

    private static void removeNotes(XSSFSheet sheet) {
        for (CellAddress address : List.copyOf(sheet.getCellComments().keySet())) {
            XSSFComment comment = sheet.getCellComment(address);
            XSSFRow row = sheet.getRow(address.getRow());
            XSSFCell cell = row == null ? null : row.getCell(address.getColumn());
            if (comment == null || cell == null || !Markers.AUTHOR.equals(comment.getAuthor())) {
                continue;
            }
            String text = comment.getString().getString();
            int sendersNote = text.indexOf(Markers.SENDERS_NOTE);
            if (sendersNote >= 0) {
                comment.setString(text.substring(sendersNote + Markers.SENDERS_NOTE.length()));
            } else {
                cell.removeCellComment();
            }
        }
    }

    private static String text(XSSFRow row, int column) {
        XSSFCell cell = column < 0 ? null : row.getCell(column);
        return cell == null ? "" : TEXT.formatCellValue(cell).strip();
    }
}
