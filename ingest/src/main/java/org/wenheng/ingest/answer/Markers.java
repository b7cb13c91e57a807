package org.wenheng.ingest.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.check.Severity;

/** Colours cells of one workbook and writes what was found beside them; everything else about a cell stays as it is. */
final class Markers {
    /** Author of the notes; by it a later answer knows the notes of an earlier one. */
    static final String AUTHOR = "文衡";
    /** Stands between a finding and the note that the sender had at the cell. */
    static final String SENDERS_NOTE = "\n—— 原批注 ——\n";

    private static final int COMMENT_COLUMNS = 5;
    private static final int CHARACTERS_A_LINE = 26;
    private static final int LAST_COLUMN = SpreadsheetVersion.EXCEL2007.getLastColumnIndex() - COMMENT_COLUMNS - 1;

    private final XSSFWorkbook workbook;
    private final SheetNames names;
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();

    Markers(XSSFWorkbook workbook, SheetNames names) {
        this.workbook = workbook;
        this.names = names;
    }

    /** The colour of a severity: red, yellow or blue, dark enough to be seen and pale enough to read on, as RRGGBB. */
    static String colour(Severity severity) {
        return switch (severity) {
            case REJECT -> "FF9C9C";
            case EXPLAIN -> "FFE066";
            case NOTE -> "A9CCF2";
        };
    }

    /**
     * Marks the cells of the first {@link Marks#LARGEST} marks.
     *
     * @return the colours that they had before, as AARRGGBB by {@code sheet!cell}, where they had one
     */
    Map<String, String> mark(List<Mark> marks) {
        Map<String, String> before = new HashMap<>();
        for (Mark mark : marks.subList(0, Math.min(marks.size(), Marks.LARGEST))) {
            XSSFSheet sheet = workbook.getSheet(names.of(mark.sheet()));
            if (sheet != null && mark.row() > 0) {
                XSSFRow row = sheet.getRow(mark.row() - 1);
                XSSFCell cell = (row == null ? sheet.createRow(mark.row() - 1) : row)
                        .getCell(mark.column(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
                XSSFColor colour = cell.getCellStyle().getFillForegroundXSSFColor();
                if (colour != null && colour.getARGBHex() != null) {
                    before.put(mark.sheet() + "!" + mark.cell(), colour.getARGBHex());
                }
                mark(cell, mark);
            }
        }
        return before;
    }

    /** Marks one cell. */
    void mark(XSSFCell cell, Mark mark) {
        XSSFCellStyle own = cell.getCellStyle();
        cell.setCellStyle(styles.computeIfAbsent(
                own.getIndex() + " " + mark.severity(), key -> coloured(own, colour(mark.severity()))));
        comment(cell, text(mark));
    }

    /** A style in another colour. */
    XSSFCellStyle coloured(XSSFCellStyle own, String colour) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(own);
        byte[] parts = java.util.HexFormat.of().parseHex(colour);
        style.setFillForegroundColor(
                new XSSFColor(parts, workbook.getStylesSource().getIndexedColors()));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static String text(Mark mark) {
        return mark.entries().stream()
                .map(entry -> "%s\n%s\n%s\n%s%s"
                        .formatted(
                                entry.finding().message().chinese(),
                                entry.finding().advice().chinese(),
                                entry.finding().message().english(),
                                entry.finding().advice().english(),
                                entry.values() > 1 ? "\n(涉及 %1$d 个数 / %1$d values)".formatted(entry.values()) : ""))
                .collect(Collectors.joining("\n\n"));
    }

    private static void comment(XSSFCell cell, String text) {
        XSSFComment before = cell.getCellComment();
        String whole = text;
        if (before != null) {
            String sendersNote = before.getString().getString();
            if (!sendersNote.isBlank()) {
                whole += SENDERS_NOTE + sendersNote;
            }
            cell.removeCellComment();
        }
        XSSFSheet sheet = cell.getSheet();
        int lines = whole.lines()
                .mapToInt(line -> 1 + line.length() / CHARACTERS_A_LINE)
                .sum();
        int row = cell.getRowIndex();
        int column = Math.min(cell.getColumnIndex(), LAST_COLUMN);
        // The library makes a note at the cell where its box begins and moves it; that cell must have none of its own.
        int beside = sheet.getCellComment(new CellAddress(row, column + 1)) == null ? column + 1 : column;
        XSSFClientAnchor anchor =
                new XSSFClientAnchor(0, 0, 0, 0, beside, row, beside + COMMENT_COLUMNS, row + Math.min(30, lines + 1));
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(whole);
        comment.setAuthor(AUTHOR);
        cell.setCellComment(comment);
    }
}
