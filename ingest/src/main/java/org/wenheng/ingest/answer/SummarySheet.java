package org.wenheng.ingest.answer;

import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.answer.AnswerWorkbook.Kind;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.read.OwnSheets;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.submission.Verdict;
import org.wenheng.ingest.workbook.TextCells;

/** What became of the file as a whole; the sheet on which the answer opens. */
final class SummarySheet {
    private static final int WIDTH_UNIT = 256;

    private final XSSFSheet sheet;
    private final TextCells cells;
    private final XSSFCellStyle label;
    private final XSSFCellStyle title;
    private int next;

    private SummarySheet(XSSFWorkbook workbook) {
        this.sheet = workbook.createSheet(TextSheets.free(workbook, OwnSheets.SUMMARY));
        this.cells = new TextCells(workbook);
        this.label = bold(workbook, 11);
        this.title = bold(workbook, 14);
    }

    static void write(XSSFWorkbook workbook, Submission submission, Marks marks, Kind kind) {
        new SummarySheet(workbook).write(submission, marks, kind);
        int last = workbook.getNumberOfSheets() - 1;
        for (int i = 0; i <= last; i++) {
            workbook.getSheetAt(i).setSelected(i == last);
        }
        workbook.setActiveSheet(last);
    }

    private void write(Submission submission, Marks marks, Kind kind) {
        sheet.setColumnWidth(0, 26 * WIDTH_UNIT);
        sheet.setColumnWidth(1, 90 * WIDTH_UNIT);
        XSSFCell heading = sheet.createRow(next++).createCell(0);
        heading.setCellValue("审核结论 / Result");
        heading.setCellStyle(title);
        line("文件 / File", submission.file().name());
        line("报送编号 / Submission", submission.id());
        line("报送单位 / Region", Objects.requireNonNullElse(submission.regionCode(), "多个或不明 / several or unknown"));
        line("报告期 / Period", Objects.requireNonNullElse(submission.period(), "多个或不明 / several or unknown"));
        line("结论 / Verdict", verdict(submission.verdict()));
        line("单元格 / Cells", ledger(submission.ledger()));
        line("读取方式 / Read as", submission.encoding());
        line("本文件 / This file", kind.chinese());
        line("", kind.english());
        next++;
        for (Severity severity : Severity.values()) {
            severity(severity, submission, marks);
        }
        next++;
        line("下一步 / Next", "改正红色单元格;黄色单元格请核对,属实的在“" + OwnSheets.FINDINGS + "”中写明原因;蓝色仅供知晓。然后把本文件发回。");
        line(
                "",
                "Correct the red cells; check the yellow ones and explain those that are right in the sheet "
                        + OwnSheets.FINDINGS + "; blue is for information. Then send this file back.");
        sheet.enableLocking();
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void severity(Severity severity, Submission submission, Marks marks) {
        long values = submission.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        long places =
                marks.all().stream().filter(mark -> mark.severity() == severity).count();
        XSSFRow row = line(
                FindingsSheet.word(severity) + " / " + english(severity),
                "%d 处,%d 个问题 / %d places, %d findings".formatted(places, values, places, values));
        Markers markers = new Markers(sheet.getWorkbook(), SheetNames.NONE);
        row.getCell(0).setCellStyle(markers.coloured(label, Markers.colour(severity)));
    }

    private XSSFRow line(String name, String text) {
        XSSFRow row = sheet.createRow(next++);
        XSSFCell left = row.createCell(0);
        left.setCellValue(name);
        left.setCellStyle(label);
        cells.putText(row.createCell(1), text);
        return row;
    }

    /** The ledger as one line: nothing is lost. */
    static String ledger(Ledger ledger) {
        return "读到 %1$d = 接受 %2$d + 拒绝 %3$d + 未变 %4$d / read %1$d = accepted %2$d + refused %3$d + unchanged %4$d"
                .formatted(ledger.read(), ledger.accepted(), ledger.refused(), ledger.unchanged());
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "接受 / accepted";
            case PARTLY_ACCEPTED -> "部分接受 / partly accepted";
            case REFUSED -> "拒绝 / refused";
        };
    }

    private static XSSFCellStyle bold(XSSFWorkbook workbook, int points) {
        XSSFFont font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) points);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static String english(Severity severity) {
        return switch (severity) {
            case REJECT -> "refused";
            case EXPLAIN -> "to be explained";
            case NOTE -> "for information";
        };
    }
}
