package org.wenheng.ingest.answer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.answer.Mark.Entry;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.read.Explanations;
import org.wenheng.ingest.read.OwnSheets;
import org.wenheng.ingest.workbook.TextCells;

/** The list of what was found, one line a place and kind, with a column in which the reporter explains. */
final class FindingsSheet {
    /** Header of the hidden column with the colour that a cell had before it was marked. */
    static final String COLOUR_BEFORE = "原底色";

    private static final List<String> HEADERS = List.of(
            "序号",
            Explanations.SHEET,
            Explanations.CELL,
            "数据元",
            "填报值",
            "级别",
            "问题",
            "建议",
            "涉及数",
            Explanations.EXPLANATION,
            "Problem",
            "Advice",
            "代码",
            COLOUR_BEFORE);
    private static final int[] WIDTHS = {7, 20, 9, 18, 16, 9, 48, 48, 8, 40, 48, 48, 22, 10};
    private static final int CELL_COLUMN = 2;
    private static final int SEVERITY_COLUMN = 5;
    private static final int EXPLANATION_COLUMN = 9;
    private static final int WIDTH_UNIT = 256;

    private final XSSFSheet sheet;
    private final SheetNames names;
    private final TextCells cells;
    private final XSSFCellStyle plain;
    private final XSSFCellStyle filled;
    private final XSSFCellStyle header;
    private final Map<Severity, XSSFCellStyle> severities;

    private FindingsSheet(XSSFWorkbook workbook, SheetNames names) {
        this.sheet = workbook.createSheet(TextSheets.free(workbook, OwnSheets.FINDINGS));
        this.names = names;
        this.cells = new TextCells(workbook);
        this.plain = workbook.createCellStyle();
        plain.setWrapText(true);
        plain.setVerticalAlignment(VerticalAlignment.TOP);
        Markers markers = new Markers(workbook, names);
        this.filled = markers.coloured(plain, "FFFBE6");
        filled.setLocked(false);
        this.header = markers.coloured(plain, "DDE7F0");
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
        this.severities = Map.of(
                Severity.REJECT, markers.coloured(plain, Markers.colour(Severity.REJECT)),
                Severity.EXPLAIN, markers.coloured(plain, Markers.colour(Severity.EXPLAIN)),
                Severity.NOTE, markers.coloured(plain, Markers.colour(Severity.NOTE)));
    }

    /** @param coloursBefore colours that marked cells had, by {@code sheet!cell} */
    static void write(XSSFWorkbook workbook, Marks marks, SheetNames names, Map<String, String> coloursBefore) {
        new FindingsSheet(workbook, names).write(marks, coloursBefore);
    }

    private void write(Marks marks, Map<String, String> coloursBefore) {
        sheet.createRow(0)
                .createCell(0)
                .setCellValue("请在浅黄色的“填报单位说明”列写明原因,改好数据后把本文件发回。"
                        + " / Explain in the pale yellow column, correct the data and send this file back.");
        XSSFRow titles = sheet.createRow(1);
        for (int column = 0; column < HEADERS.size(); column++) {
            XSSFCell cell = titles.createCell(column);
            cell.setCellValue(HEADERS.get(column));
            cell.setCellStyle(header);
            sheet.setColumnWidth(column, WIDTHS[column] * WIDTH_UNIT);
        }
        int row = 2;
        int shown = Math.min(marks.all().size(), Marks.LARGEST);
        for (Mark mark : marks.all().subList(0, shown)) {
            String before = coloursBefore.getOrDefault(mark.sheet() + "!" + mark.cell(), "");
            for (Entry entry : mark.entries()) {
                write(sheet.createRow(row++), mark, entry, before);
            }
        }
        if (shown < marks.all().size()) {
            int more = marks.all().size() - shown;
            sheet.createRow(row)
                    .createCell(0)
                    .setCellValue("另有 %d 处,见 JSON / %d more in the JSON".formatted(more, more));
        }
        sheet.setColumnHidden(HEADERS.indexOf(COLOUR_BEFORE), true);
        sheet.createFreezePane(CELL_COLUMN + 1, 2);
        sheet.setAutoFilter(new CellRangeAddress(1, Math.max(1, row - 1), 0, HEADERS.size() - 1));
        sheet.enableLocking();
        sheet.lockAutoFilter(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        // On paper the Chinese columns only: all of them would be too small to read.
        XSSFWorkbook workbook = sheet.getWorkbook();
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, EXPLANATION_COLUMN, 0, row);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("2:2"));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void write(XSSFRow row, Mark mark, Entry entry, String before) {
        Finding finding = entry.finding();
        List<String> texts = List.of(
                Integer.toString(entry.number()),
                names.of(mark.sheet()),
                mark.cell(),
                Objects.requireNonNullElse(finding.elementCode(), ""),
                Objects.requireNonNullElse(finding.given(), ""),
                word(finding.severity()),
                finding.message().chinese(),
                finding.advice().chinese(),
                Integer.toString(entry.values()),
                Objects.requireNonNullElse(finding.explanation(), ""),
                finding.message().english(),
                finding.advice().english(),
                finding.code(),
                before);
        for (int column = 0; column < texts.size(); column++) {
            XSSFCell cell = row.createCell(column);
            cell.setCellStyle(
                    column == EXPLANATION_COLUMN
                            ? filled
                            : column == SEVERITY_COLUMN
                                    ? Objects.requireNonNull(severities.get(finding.severity()))
                                    : plain);
            if (column == 0 || column == 8) {
                cell.setCellValue(Integer.parseInt(texts.get(column)));
            } else if (column == 4) {
                cells.putGiven(cell, texts.get(column));
            } else {
                cells.putText(cell, texts.get(column));
            }
        }
        if (names.present() && mark.row() > 0) {
            XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + names.of(mark.sheet()).replace("'", "''") + "'!" + mark.cell());
            row.getCell(CELL_COLUMN).setHyperlink(link);
        }
    }

    /** The word for a severity. */
    static String word(Severity severity) {
        return switch (severity) {
            case REJECT -> "拒绝";
            case EXPLAIN -> "待说明";
            case NOTE -> "提示";
        };
    }
}
