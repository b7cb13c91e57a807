package org.wenheng.analytics.export;

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
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.export.Assessment.Head;
import org.wenheng.analytics.export.Assessment.Node;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.workbook.TextCells;
import org.wenheng.ingest.workbook.WorkbookBytes;

/** {@code scores.xlsx}: the scores, what they are, and the clauses. The nature of the data stands on every sheet's top. */
final class ScoresWorkbook {
    /** Name of the sheet with the table of {@link ScoreSheet}. */
    static final String SCORES = "得分 Scores";

    /** The row of the headings, from 1; the nature of the data stands above. */
    static final int HEADINGS = 2;

    private static final int WIDTH_UNIT = 256;
    private static final int[] WIDTHS = {10, 18, 14, 9, 15, 15, 36, 7, 8, 16, 9, 10, 10, 40, 44, 12};
    private static final int WIDTH_OF_POINTS = 15;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final TextCells cells = new TextCells(workbook);
    private final XSSFCellStyle top = style(true, 12, IndexedColors.LIGHT_YELLOW);
    private final XSSFCellStyle heading = style(true, 10, IndexedColors.GREY_25_PERCENT);
    private final XSSFCellStyle plain = style(false, 10, null);
    private final XSSFCellStyle points = style(false, 10, null);
    private final Assessment assessment;

    private ScoresWorkbook(Assessment assessment) {
        this.assessment = assessment;
        points.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
    }

    static byte[] write(Assessment assessment, ScoreSheet table, boolean signed) {
        ScoresWorkbook writing = new ScoresWorkbook(assessment);
        writing.scores(table);
        writing.about(signed);
        writing.clauses();
        WorkbookBytes.state(
                writing.workbook,
                assessment.head().schemeTitle().chinese() + " "
                        + assessment.head().period(),
                Instant.parse(assessment.head().generatedAt()));
        return WorkbookBytes.of(writing.workbook);
    }

    private void scores(ScoreSheet table) {
        XSSFSheet sheet = sheet(SCORES);
        row(sheet, 1, heading, table.columns());
        sheet.getRow(1).setHeightInPoints(54);
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.setColumnWidth(i, (i < WIDTHS.length ? WIDTHS[i] : WIDTH_OF_POINTS) * WIDTH_UNIT);
        }
        for (List<@Nullable Object> row : table.rows()) {
            row(sheet, sheet.getLastRowNum() + 1, plain, row);
        }
        sheet.createFreezePane(2, HEADINGS);
        sheet.setAutoFilter(new CellRangeAddress(
                1, sheet.getLastRowNum(), 0, table.columns().size() - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
    }

    private void about(boolean signed) {
        XSSFSheet sheet = sheet("说明 About");
        Head head = assessment.head();
        sheet.setColumnWidth(0, 30 * WIDTH_UNIT);
        sheet.setColumnWidth(1, 90 * WIDTH_UNIT);
        line(sheet, "方案 / Scheme", ScoreSheet.both(head.schemeTitle()));
        line(sheet, "方案代码与版本 / Code, version", head.scheme() + " " + head.schemeVersion());
        line(sheet, "方案哈希 / Hash of the scheme", head.schemeHash());
        line(sheet, "期 / Period", head.period() + " " + head.periodName());
        line(sheet, "批次 / Run", head.run());
        line(sheet, "数据截至 / Data known at", head.knownAt());
        line(sheet, "生成时间 / Generated at", head.generatedAt());
        line(sheet, "引擎版本 / Engine version", head.engineVersion());
        Caveats.of(head).forEach(caveat -> line(sheet, "使用须知 / Caveat", ScoreSheet.both(caveat)));
        line(sheet, "签名 / Signature", signed ? "signature.json(Ed25519)" : ScoreSheet.both(Caveats.UNSIGNED));
        assessment
                .grades()
                .forEach(grade -> line(
                        sheet,
                        "等次 / Grade",
                        "%s ≥ %s".formatted(ScoreSheet.both(grade.title()), ScoreSheet.text(grade.from()))));
    }

    private void clauses() {
        XSSFSheet sheet = sheet("指标与条款 Clauses");
        int[] widths = {18, 12, 38, 44, 10, 10, 70};
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * WIDTH_UNIT);
        }
        row(
                sheet,
                1,
                heading,
                List.of(
                        new Title("代码", "Code"),
                        new Title("类别", "Kind"),
                        new Title("名称", "Title"),
                        new Title("为什么", "Why"),
                        new Title("单位", "Unit"),
                        new Title("权重%", "Weight %"),
                        new Title("条款与出处", "Clause and source")));
        for (Node node : assessment.nodes()) {
            row(
                    sheet,
                    sheet.getLastRowNum() + 1,
                    plain,
                    List.of(
                            node.code(),
                            node.kind(),
                            node.title(),
                            node.question(),
                            node.unit(),
                            node.weight(),
                            node.clause()));
        }
        sheet.createFreezePane(0, HEADINGS);
    }

    private XSSFSheet sheet(String name) {
        XSSFSheet sheet = workbook.createSheet(name);
        Head head = assessment.head();
        XSSFCell cell = sheet.createRow(0).createCell(0);
        cells.putText(
                cell,
                "%s　%s　%s"
                        .formatted(
                                ScoreSheet.both(Caveats.nature(head.origin())),
                                head.schemeTitle().chinese(),
                                head.periodName()));
        cell.setCellStyle(top);
        sheet.getRow(0).setHeightInPoints(24);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize((short) 8);
        return sheet;
    }

    private void line(XSSFSheet sheet, String label, @Nullable String text) {
        XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
        put(row.createCell(0), heading, label);
        put(row.createCell(1), plain, text);
    }

    private void row(XSSFSheet sheet, int number, XSSFCellStyle style, List<? extends @Nullable Object> values) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < values.size(); i++) {
            put(row.createCell(i), style, values.get(i));
        }
    }

    private void put(XSSFCell cell, XSSFCellStyle style, @Nullable Object value) {
        cell.setCellStyle(value instanceof BigDecimal ? points : style);
        if (value instanceof BigDecimal || value instanceof Integer) {
            TextCells.putNumber(cell, ScoreSheet.text(value));
        } else if (value instanceof Title title) {
            cells.putText(cell, ScoreSheet.text(ScoreSheet.both(title)));
        } else {
            cells.putText(cell, ScoreSheet.text(value));
        }
    }

    private XSSFCellStyle style(boolean bold, int size, @Nullable IndexedColors colour) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) size);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (size < 12) {
            style.setWrapText(true);
            style.setBorderBottom(BorderStyle.HAIR);
        }
        if (colour != null) {
            style.setFillForegroundColor(colour.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
