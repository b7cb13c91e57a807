package org.wenheng.ingest.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.answer.PlantedWorkbook.take;
import static org.wenheng.ingest.template.FilledTemplate.cell;
import static org.wenheng.ingest.template.FilledTemplate.changed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.submission.Verdict;

class AnswerTest {
    private static final Set<String> MARKED = Set.of("FFFF9C9C", "FFFFE066", "FFA9CCF2");

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    /** The coloured cells outside of the answer's own sheets, with their colours. */
    static Map<String, String> marked(byte[] bytes) throws IOException {
        Map<String, String> marked = new TreeMap<>();
        try (XSSFWorkbook book = open(bytes)) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                if (sheet.getSheetName().startsWith("审核")) {
                    continue;
                }
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        XSSFColor colour = ((XSSFCell) cell).getCellStyle().getFillForegroundXSSFColor();
                        if (colour != null && MARKED.contains(colour.getARGBHex())) {
                            String place = sheet.getSheetName() + "!"
                                    + cell.getAddress().formatAsString();
                            assertThat(cell.getCellComment()).as(place).isNotNull();
                            assertThat(cell.getCellComment().getAuthor()).isEqualTo("文衡");
                            marked.put(place, colour.getARGBHex());
                        }
                    }
                }
            }
        }
        return marked;
    }

    /** Codes by place, from the findings sheet. */
    private static Map<String, String> listed(byte[] bytes) throws IOException {
        Map<String, String> listed = new LinkedHashMap<>();
        try (XSSFWorkbook book = open(bytes)) {
            XSSFSheet sheet = book.getSheet("审核结果");
            for (int row = 2; row <= sheet.getLastRowNum(); row++) {
                listed.put(
                        sheet.getRow(row).getCell(1).getStringCellValue() + "!"
                                + sheet.getRow(row).getCell(2).getStringCellValue(),
                        sheet.getRow(row).getCell(12).getStringCellValue());
            }
        }
        return listed;
    }

    private static Map<String, String> inJson(byte[] json) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        String code = "";
        String sheet = "";
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    switch (parser.currentName()) {
                        case "code" -> code = parser.getText();
                        case "sheet" -> sheet = parser.getText();
                        case "mark" -> found.put(sheet + "!" + parser.getText(), code);
                        default -> {}
                    }
                }
            }
        }
        return found;
    }

    @Test
    void filledTemplateWithoutMistakesComesBackUnmarked() throws IOException {
        Submission submission = take("filled.xlsx", PlantedWorkbook.filled());

        assertThat(submission.findings()).isEmpty();
        assertThat(marked(Answer.of(submission).workbook())).isEmpty();
    }

    @Test
    void twentyPlantedMistakesComeBackAsExactlyThoseTwentyCells() throws IOException {
        Map<String, String> planted = PlantedWorkbook.planted();
        assertThat(planted).hasSize(20);

        Answer answer = Answer.of(take("filled.xlsx", PlantedWorkbook.withMistakes()));

        assertThat(marked(answer.workbook()).keySet()).isEqualTo(new TreeSet<>(planted.keySet()));
        assertThat(marked(answer.workbook()))
                .containsEntry("文化财政年报（县级）!D6", "FFFFE066")
                .containsEntry("基础数据年报（县级）!D5", "FFFF9C9C");
        assertThat(listed(answer.workbook())).containsExactlyInAnyOrderEntriesOf(planted);
        assertThat(inJson(answer.json())).containsExactlyInAnyOrderEntriesOf(planted);
    }

    @Test
    void markedCellKeepsItsContentAndItsFormat() throws IOException {
        byte[] sent = PlantedWorkbook.withMistakes();
        byte[] answer = Answer.of(take("filled.xlsx", sent)).workbook();

        try (XSSFWorkbook before = open(sent);
                XSSFWorkbook after = open(answer)) {
            XSSFCell own = cell(before, "文化财政年报（县级）", "D8");
            XSSFCell marked = cell(after, "文化财政年报（县级）", "D8");
            assertThat(marked.getNumericCellValue()).isEqualTo(-120);
            assertThat(marked.getCellStyle().getDataFormatString())
                    .isEqualTo(own.getCellStyle().getDataFormatString());
            assertThat(marked.getCellStyle().getLocked()).isFalse();
            assertThat(marked.getCellStyle().getBorderTop())
                    .isEqualTo(own.getCellStyle().getBorderTop());
            assertThat(marked.getCellComment().getString().getString())
                    .startsWith("公共文化支出增速(FIN_CUL_G) 的值 -120 低于下限 -100 %\n请核对数值和计量单位\n")
                    .contains("below the minimum -100 %");
            assertThat(cell(after, "中小学生影片放映年报", "E2")
                            .getCellComment()
                            .getString()
                            .getString())
                    .startsWith("报告期“2027”在接收日(2026-02-20)尚未开始");
        }
    }

    @Test
    void summaryBalancesAndTheAnswerOpensOnIt() throws IOException {
        Submission submission = take("filled.xlsx", PlantedWorkbook.withMistakes());

        try (XSSFWorkbook book = open(Answer.of(submission).workbook())) {
            XSSFSheet summary = book.getSheet("审核摘要");
            assertThat(book.getActiveSheetIndex()).isEqualTo(book.getSheetIndex(summary));
            Ledger ledger = submission.ledger();
            assertThat(cell(book, "审核摘要", "B7").getStringCellValue())
                    .startsWith("读到 %d = 接受 %d + 拒绝 %d + 未变 %d"
                            .formatted(ledger.read(), ledger.accepted(), ledger.refused(), ledger.unchanged()));
            assertThat(cell(book, "审核摘要", "B6").getStringCellValue()).isEqualTo("部分接受 / partly accepted");
            assertThat(cell(book, "审核摘要", "B9").getStringCellValue()).startsWith("这是您发来的工作簿");
        }
    }

    @Test
    void sameSubmissionGivesTheSameBytes() {
        byte[] sent = PlantedWorkbook.withMistakes();

        Answer one = Answer.of(take("filled.xlsx", sent));
        Answer two = Answer.of(take("filled.xlsx", sent));

        assertThat(one.workbook()).isEqualTo(two.workbook());
        assertThat(one.json()).isEqualTo(two.json());
    }

    @Test
    void explanationInTheAnswerComesBackWithTheNextSubmission() throws IOException {
        byte[] answer =
                Answer.of(take("filled.xlsx", PlantedWorkbook.withMistakes())).workbook();
        byte[] again = changed(answer, book -> {
            XSSFSheet list = book.getSheet("审核结果");
            for (int row = 2; row <= list.getLastRowNum(); row++) {
                if (list.getRow(row).getCell(12).getStringCellValue().equals("PART_ABOVE_WHOLE")) {
                    list.getRow(row).getCell(9).setCellValue("=含上年结转");
                }
            }
            cell(book, "基础数据年报（县级）", "D5").setCellValue(300_000);
        });

        Submission second = take("filled.xlsx", again);

        assertThat(second.findings())
                .filteredOn(finding -> finding.code().equals("PART_ABOVE_WHOLE"))
                .extracting(Finding::explanation)
                .containsExactly("=含上年结转");
        Set<String> left = new LinkedHashSet<>(PlantedWorkbook.planted().keySet());
        left.remove("基础数据年报（县级）!D5");
        byte[] secondAnswer = Answer.of(second).workbook();
        assertThat(marked(secondAnswer).keySet())
                .as("the mark of the corrected cell is gone, the others are there once")
                .isEqualTo(new TreeSet<>(left));
        try (XSSFWorkbook book = open(secondAnswer)) {
            assertThat(cell(book, "基础数据年报（县级）", "D5")
                            .getCellStyle()
                            .getFillForegroundXSSFColor()
                            .getARGBHex())
                    .as("the pale yellow of a cell to fill is back")
                    .isEqualTo("FFFFFBE6");
            assertThat(cell(book, "基础数据年报（县级）", "B5").getCellComment())
                    .as("the definition stays")
                    .isNotNull();
            XSSFSheet list = book.getSheet("审核结果");
            assertThat(list.getLastRowNum() - 1).isEqualTo(19);
        }
    }

    @Test
    void fileThatCannotBeReadIsAnsweredWithTheReason() throws IOException {
        Submission submission = take("报表.xlsx", new byte[] {'P', 'K', 3, 4, 0});

        Answer answer = Answer.of(submission);

        assertThat(submission.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(listed(answer.workbook())).isEqualTo(Map.of("!", "FILE_DAMAGED"));
        try (XSSFWorkbook book = open(answer.workbook())) {
            assertThat(List.of(book.getSheetName(0), book.getSheetName(1))).containsExactly("审核结果", "审核摘要");
        }
    }
}
