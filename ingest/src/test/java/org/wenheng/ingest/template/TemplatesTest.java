package org.wenheng.ingest.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.wenheng.ingest.template.FilledTemplate.JILIN;
import static org.wenheng.ingest.template.FilledTemplate.MADE;
import static org.wenheng.ingest.template.FilledTemplate.cell;
import static org.wenheng.ingest.template.FilledTemplate.changed;
import static org.wenheng.ingest.template.FilledTemplate.region;
import static org.wenheng.ingest.template.FilledTemplate.template;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.Intake;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.KnownValue;
import org.wenheng.ingest.submission.Ledger;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.submission.Verdict;

class TemplatesTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-05T00:00:00Z");
    private static final KnownFacilities LIBRARY = (region, type) ->
            type.equals("library") ? List.of(new KnownFacility(region + "-L01", "南关区图书馆")) : List.of();

    private static Submission take(byte[] bytes, Known known) {
        return new Intake(JILIN, null, RECEIVED).take(SentFile.of("filled.xlsx", bytes), known);
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static Known known(Map<ObservationKey, String> values) {
        return key -> {
            String value = values.get(key);
            return value == null ? null : new KnownValue(ValueStatus.REPORTED, new BigDecimal(value));
        };
    }

    @Test
    void periodDecidesTheFormsAndEveryFormIsOneSheetAfterTheGuide() throws IOException {
        for (String period : List.of("2026-12", "2026Q4", "2026")) {
            Period parsed = Period.parse(period).orElseThrow();
            List<String> expected = JILIN.formsOf(region("220102")).stream()
                    .filter(form -> form.frequency() == parsed.frequency())
                    .map(form -> form.title().chinese())
                    .toList();
            try (XSSFWorkbook workbook = open(template(period, Known.NOTHING, KnownFacilities.NONE))) {
                assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                        .containsExactlyElementsOf(Stream.concat(Stream.of("填报说明"), expected.stream())
                                .toList());
            }
        }
    }

    @Test
    void fileIsNamedByReporterAndPeriodAndOneFormCanBeAskedFor() {
        Templates templates = new Templates(JILIN, Known.NOTHING, KnownFacilities.NONE, MADE);
        Period month = Period.ofMonth(2026, 10);

        TemplateFile one =
                templates.of(region("220102"), month, Set.of("film-month")).orElseThrow();

        assertThat(one.name()).isEqualTo("220102-南关区-2026-10.xlsx");
        assertThat(one.forms()).isEqualTo(1);
        assertThat(templates.of(region("220102"), month, Set.of("film-quarter")))
                .as("a quarterly form is not filled for a month")
                .isEmpty();
        assertThat(templates.of(region("220000"), month, Set.of()))
                .as("the province fills no form")
                .isEmpty();
    }

    @Test
    void sameInputsGiveTheSameBytes() {
        assertThat(template("2026-10", Known.NOTHING, LIBRARY)).isEqualTo(template("2026-10", Known.NOTHING, LIBRARY));
    }

    @Test
    void filledTemplateIsReadValueByValue() {
        byte[] filled = changed(template("2026-10", Known.NOTHING, LIBRARY, "finance-month", "library-month"), book -> {
            cell(book, "财政支出月报", "D5").setCellValue(123.5);
            cell(book, "财政支出月报", "E5").setCellValue("含上年结转");
            cell(book, "财政支出月报", "C6").setCellValue("元");
            cell(book, "财政支出月报", "D6").setCellValue(98_765_432);
            cell(book, "公共图书馆月报", "C7").setCellValue(56);
            cell(book, "公共图书馆月报", "A8").setCellValue("220102-L02");
            cell(book, "公共图书馆月报", "B8").setCellValue("少儿馆");
            cell(book, "公共图书馆月报", "C8").setCellValue("—");
        });

        Submission submission = take(filled, Known.NOTHING);

        assertThat(submission.findings()).isEmpty();
        assertThat(submission.ledger()).isEqualTo(new Ledger(4, 4, 0, 0));
        assertThat(submission.observations())
                .extracting(observation -> observation.key().facilityCode() + " "
                        + observation.key().elementCode() + " " + observation.cell() + " "
                        + observation.value().text())
                .containsExactly(
                        "220102-L01 LIB_HOURS C7 56",
                        "220102-L02 LIB_HOURS C8 不适用",
                        " FIN_207 D5 123.5",
                        " FIN_TOTAL D6 9876.5432");
    }

    @Test
    void remarkBesideTheValueIsTheExplanationOfItsFinding() {
        byte[] filled = changed(template("2026-10", Known.NOTHING, LIBRARY, "finance-month"), book -> {
            cell(book, "财政支出月报", "D5").setCellValue(20);
            cell(book, "财政支出月报", "E5").setCellValue("总支出尚未结账");
            cell(book, "财政支出月报", "D6").setCellValue(10);
        });

        assertThat(take(filled, Known.NOTHING).findings())
                .extracting(Finding::code, Finding::cell, Finding::explanation)
                .containsExactly(tuple("PART_ABOVE_WHOLE", "D5", "总支出尚未结账"));
    }

    @Test
    void reasonStandsForNumberAndContradictsOne() {
        byte[] filled = changed(template("2026-10", Known.NOTHING, LIBRARY, "finance-month"), book -> {
            cell(book, "财政支出月报", "F5").setCellValue("***");
            cell(book, "财政支出月报", "D6").setCellValue(10.5);
            cell(book, "财政支出月报", "F6").setCellValue("无");
        });

        Submission submission = take(filled, Known.NOTHING);

        assertThat(submission.observations())
                .extracting(observation ->
                        observation.cell() + " " + observation.value().status())
                .containsExactly("F5 SUPPRESSED");
        assertThat(submission.findings())
                .extracting(Finding::code, Finding::cell, Finding::given)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("NUMBER_MALFORMED", "D6", "10.5 无"));
    }

    @Test
    void knownValuesAreFilledInAndThoseOfThePeriodBeforeStandBeside() throws IOException {
        Known known = known(Map.of(
                new ObservationKey("220102", "", "2026-10", "FIN_207"), "12.5",
                new ObservationKey("220102", "", "2026-09", "FIN_207"), "11",
                new ObservationKey("220102", "220102-L01", "2026-09", "LIB_HOURS"), "60"));

        byte[] bytes = template("2026-10", known, LIBRARY, "finance-month", "library-month");

        try (XSSFWorkbook book = open(bytes)) {
            assertThat(cell(book, "财政支出月报", "D5").getNumericCellValue()).isEqualTo(12.5);
            assertThat(cell(book, "财政支出月报", "G4").getStringCellValue()).isEqualTo("上期数(2026-09)");
            assertThat(cell(book, "财政支出月报", "G5").getNumericCellValue()).isEqualTo(11);
            assertThat(cell(book, "公共图书馆月报", "A7").getStringCellValue()).isEqualTo("220102-L01");
            assertThat(cell(book, "公共图书馆月报", "E7").getNumericCellValue()).isEqualTo(60);
        }
        Submission back = take(bytes, known);
        assertThat(back.ledger()).isEqualTo(new Ledger(3, 2, 0, 1));
        assertThat(back.findings()).isEmpty();
    }

    @Test
    void templateSentBackEmptyIsNotReportedAndSaysSo() {
        Submission submission = take(template("2026-10", Known.NOTHING, LIBRARY), Known.NOTHING);

        assertThat(submission.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(submission.observations())
                .isNotEmpty()
                .allMatch(observation -> observation.value().status() == ValueStatus.NOT_REPORTED);
        assertThat(submission.findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("FORMS_NOT_FILLED", Severity.EXPLAIN));
        assertThat(submission.findings().get(0).message().chinese()).startsWith("文件中的 9 个填报单元格全部为空");
    }

    @Test
    void templateOfAnOldFormIsReadAndNoted() {
        byte[] filled = changed(template("2026-10", Known.NOTHING, LIBRARY, "film-month"), book -> {
            cell(book, "农村公益电影月报", "D5").setCellValue(30);
            var stamp = cell(book, "农村公益电影月报", "A3");
            stamp.setCellValue(stamp.getStringCellValue().replaceAll("[0-9a-f]{8}$", "00000000"));
        });

        Submission submission = take(filled, Known.NOTHING);

        assertThat(submission.ledger()).isEqualTo(new Ledger(1, 1, 0, 0));
        assertThat(submission.findings())
                .extracting(Finding::code, Finding::severity, Finding::sheet)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("TEMPLATE_OUTDATED", Severity.NOTE, "农村公益电影月报"));
        assertThat(submission.findings().get(0).message().chinese()).contains("表样 00000000", "现行的是“模板版式 1,目录 jilin,表样");
    }

    @Test
    void onlyCellsToFillAreUnlocked() throws IOException {
        try (XSSFWorkbook book = open(template("2026-10", Known.NOTHING, LIBRARY))) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                assertThat(book.getSheetAt(i).isSheetLocked()).isTrue();
            }
            assertThat(cell(book, "财政支出月报", "D5").getCellStyle().getLocked()).isFalse();
            assertThat(cell(book, "财政支出月报", "E5").getCellStyle().getLocked()).isFalse();
            for (String locked : List.of("B2", "E2", "G2", "A3", "A5", "B5", "G5")) {
                assertThat(cell(book, "财政支出月报", locked).getCellStyle().getLocked())
                        .as(locked)
                        .isTrue();
            }
        }
    }

    @Test
    void valuesUnitsAndReasonsAreCheckedWhileTheyAreTyped() throws IOException {
        try (XSSFWorkbook book = open(template("2026-10", Known.NOTHING, LIBRARY, "film-month", "library-month"))) {
            XSSFSheet film = book.getSheet("农村公益电影月报");
            assertThat(film.getDataValidations())
                    .extracting(validation ->
                            validation.getRegions().getCellRangeAddresses()[0].formatAsString() + " "
                                    + validation.getValidationConstraint().getFormula1())
                    .contains(
                            "C5 \"场,千场,万场\"",
                            "D5 OR(D5=\"—\",D5=\"-\",D5=\"/\",D5=\"无\",D5=\"***\","
                                    + "AND(ISNUMBER(D5),D5>=0,OR($C5<>\"场\",AND(D5=INT(D5)))))",
                            "F5 \"—,无,***\"");
            XSSFDataValidation value = film.getDataValidations().stream()
                    .filter(validation -> validation.getErrorBoxText().contains("整数"))
                    .findFirst()
                    .orElseThrow();
            assertThat(value.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.STOP);
            assertThat(value.getErrorBoxText())
                    .isEqualTo("“农村公益电影实际放映场次(GPS核验)”应为整数,不小于 0(单位:场)。不适用填 —,零报告填 无,保密填 ***,没有数据留空。");
            assertThat(book.getSheet("公共图书馆月报").getDataValidations())
                    .extracting(
                            validation -> validation.getValidationConstraint().getFormula1())
                    .anyMatch(formula -> formula.endsWith("AND(ISNUMBER(C7),C7>=0,OR(C$6<>\"小时/周\",AND(C7<=168))))"));
        }
    }

    @Test
    void definitionAndUnitStandAsNoteAtTheName() throws IOException {
        try (XSSFWorkbook book = open(template("2026-10", Known.NOTHING, LIBRARY, "finance-month"))) {
            assertThat(cell(book, "财政支出月报", "B5").getCellComment().getString().getString())
                    .isEqualTo("""
                            一般公共预算207类支出
                            General budget expenditure under class 207
                            单位 Unit:万元
                            取值:数字,可有小数,不小于 0
                            时间:本期发生数,不是累计数
                            不大于:一般公共预算支出
                            来源 Source:财政决算/月报
                            责任部门:省财政厅""");
        }
    }
}
