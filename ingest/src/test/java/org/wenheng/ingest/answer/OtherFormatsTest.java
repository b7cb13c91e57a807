package org.wenheng.ingest.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.submission.FormFiles.csv;
import static org.wenheng.ingest.template.FilledTemplate.cell;
import static org.wenheng.ingest.template.FilledTemplate.changed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.submission.Intake;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Submission;

class OtherFormatsTest {
    private static Submission take(String name, byte[] bytes) {
        return new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED)
                .take(SentFile.of(name, bytes), Known.NOTHING);
    }

    private static byte[] table(String... values) {
        String[] lines = java.util.Arrays.stream(values)
                .map(value -> "220102,2026-10,county-month,,,FEE,万元," + value + ",real")
                .toArray(String[]::new);
        return csv(lines).getBytes(StandardCharsets.UTF_8);
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    @Test
    void csvComesBackAsWorkbookWithTheSameAddresses() throws IOException {
        byte[] answer = Answer.of(take("a.csv", table("约5"))).workbook();

        assertThat(AnswerTest.marked(answer)).containsOnlyKeys("数据!H2");
        try (XSSFWorkbook book = open(answer)) {
            assertThat(cell(book, "数据", "H2").getStringCellValue()).isEqualTo("约5");
            assertThat(cell(book, "数据", "A1").getStringCellValue()).isEqualTo("报送单位代码");
            assertThat(cell(book, "审核结果", "C3").getHyperlink().getAddress()).isEqualTo("'数据'!H2");
        }
    }

    @Test
    void answerToCsvCanBeCorrectedExplainedAndSentBack() {
        byte[] sent = csv(
                        "220102,2026-10,county-month,,,BOOKS,册,10,real",
                        "220102,2026-10,county-month,,,NEW_BOOKS,册,11,real")
                .getBytes(StandardCharsets.UTF_8);
        byte[] answer = Answer.of(take("a.csv", sent)).workbook();

        byte[] again = changed(answer, book -> cell(book, "审核结果", "J3").setCellValue("含接受捐赠"));

        assertThat(take("a.csv.answer.xlsx", again).findings())
                .extracting(Finding::code, Finding::sheet, Finding::cell, Finding::explanation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("PART_ABOVE_WHOLE", "数据", "H3", "含接受捐赠"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"})
    void textThatLooksLikeFormulaStaysText(String given) throws IOException {
        byte[] answer = Answer.of(take("a.csv", table("\"" + given + "\""))).workbook();

        try (XSSFWorkbook book = open(answer)) {
            for (String place : Set.of("数据!H2", "审核结果!E3")) {
                String[] at = place.split("!", 2);
                assertThat(cell(book, at[0], at[1]).getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell(book, at[0], at[1]).getCellStyle().getQuotePrefixed())
                        .as(place)
                        .isTrue();
            }
            assertThat(cell(book, "数据", "H2").getStringCellValue()).isEqualTo(given);
        }
    }

    @Test
    void negativeNumberStaysNumberAndCodeStaysText() throws IOException {
        byte[] sent = csv("220102,2026-10,county-month,,,FEE,万元,-5,real", "007,2026-10,county-month,,,FEE,万元,1.50,real")
                .getBytes(StandardCharsets.UTF_8);

        try (XSSFWorkbook book = open(Answer.of(take("a.csv", sent)).workbook())) {
            assertThat(cell(book, "数据", "H2").getNumericCellValue()).isEqualTo(-5);
            assertThat(cell(book, "数据", "H2").getCellStyle().getQuotePrefixed()).isFalse();
            assertThat(cell(book, "数据", "A3").getStringCellValue()).isEqualTo("007");
            assertThat(cell(book, "数据", "H3").getStringCellValue()).isEqualTo("1.50");
        }
    }

    @Test
    void textsOfTheSendersOwnWorkbookAreNeutralisedAndFormulasThatReachOutAreGone() throws IOException {
        byte[] own = FormFiles.county("220102", "2026-10", "FEE|万元|约5").bytes();
        byte[] sent = changed(own, book -> {
            cell(book, "表一", "E5").setCellValue("=HYPERLINK(\"http://x\")");
            cell(book, "表一", "F5").setCellFormula("HYPERLINK(\"http://x\",\"看\")");
            cell(book, "表一", "G5").setCellFormula("1+1");
        });

        try (XSSFWorkbook book = open(Answer.of(take("a.xlsx", sent)).workbook())) {
            assertThat(cell(book, "表一", "E5").getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell(book, "表一", "E5").getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(cell(book, "表一", "F5").getCellType()).isNotEqualTo(CellType.FORMULA);
            assertThat(cell(book, "表一", "G5").getCellFormula()).isEqualTo("1+1");
        }
    }

    @Test
    void sendersOwnNoteStaysBehindTheFinding() throws IOException {
        byte[] own = FormFiles.county("220102", "2026-10", "FEE|万元|约5").bytes();
        byte[] sent = changed(own, book -> {
            XSSFSheet sheet = book.getSheet("表一");
            var note = sheet.createDrawingPatriarch()
                    .createCellComment(new org.apache.poi.xssf.usermodel.XSSFClientAnchor(0, 0, 0, 0, 3, 4, 5, 6));
            note.setString("财政局口头数");
            note.setAuthor("张三");
        });

        byte[] answer = Answer.of(take("a.xlsx", sent)).workbook();
        byte[] second = Answer.of(take(
                        "a.xlsx", changed(answer, book -> cell(book, "表一", "D5").setCellValue(5))))
                .workbook();

        try (XSSFWorkbook book = open(answer)) {
            assertThat(cell(book, "表一", "D5").getCellComment().getString().getString())
                    .startsWith("“约5”不是数")
                    .endsWith("财政局口头数");
        }
        try (XSSFWorkbook book = open(second)) {
            assertThat(cell(book, "表一", "D5").getCellComment().getString().getString())
                    .isEqualTo("财政局口头数");
        }
    }

    @Test
    void bigFileComesBackAsItsRowsWithFindings() throws IOException {
        String[] lines = IntStream.rangeClosed(1, 100_001)
                .mapToObj(number -> "220102,2026-10,library-month,L%d,%d号馆,VISITS,人次,%s,real"
                        .formatted(number, number, number % 50_000 == 1 ? "约5" : "5"))
                .toArray(String[]::new);
        Submission submission = take("big.csv", csv(lines).getBytes(StandardCharsets.UTF_8));

        byte[] answer = Answer.of(submission).workbook();

        assertThat(submission.findings()).hasSize(3);
        try (XSSFWorkbook book = open(answer)) {
            XSSFSheet data = book.getSheet("数据");
            assertThat(IntStream.rangeClosed(1, data.getLastRowNum())
                            .mapToObj(row -> (int) data.getRow(row).getCell(0).getNumericCellValue())
                            .filter(number -> number == 2 || number > 6)
                            .collect(Collectors.toList()))
                    .as("the rows of the file, from 1, the header being the first")
                    .containsExactly(2, 50_002, 100_002);
            assertThat(cell(book, "数据", "I3").getStringCellValue()).isEqualTo("约5");
            assertThat(cell(book, "数据", "I3").getCellComment()).isNotNull();
        }
    }
}
