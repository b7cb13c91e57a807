package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenheng.ingest.submission.FormFiles.RECEIVED;
import static org.wenheng.ingest.submission.FormFiles.county;
import static org.wenheng.ingest.submission.FormFiles.csv;
import static org.wenheng.ingest.submission.FormFiles.libraries;
import static org.wenheng.ingest.submission.FormFiles.text;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.reference.ValueStatus;

class IntakeTest {
    private static Submission take(SentFile file) {
        return take(file, Known.NOTHING);
    }

    private static Submission take(SentFile file, Known known) {
        return new Intake(FormFiles.catalogue(), null, RECEIVED).take(file, known);
    }

    private static Finding only(Submission submission) {
        assertThat(submission.findings()).hasSize(1);
        return submission.findings().get(0);
    }

    private static BigDecimal value(Submission submission) {
        return Objects.requireNonNull(submission.observations().get(0).value().value());
    }

    @Test
    void valueIsKeptInTheCanonicalUnitWithTheCellItCameFrom() {
        Submission submission = take(county("220102", "2026-10", "FEE|元|123456", "BOOKS|千册|1.5"));

        assertThat(submission.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(submission.ledger()).isEqualTo(new Ledger(2, 2, 0, 0));
        assertThat(submission.synthetic()).isTrue();
        assertThat(submission.regionCode()).isEqualTo("220102");
        assertThat(submission.period()).isEqualTo("2026-10");
        assertThat(submission.observations().get(0))
                .isEqualTo(new Observation(
                        new ObservationKey("220102", "", "2026-10", "FEE"),
                        "",
                        new KnownValue(ValueStatus.REPORTED, new BigDecimal("12.345600")),
                        "表一",
                        "D5",
                        "123456",
                        true,
                        false));
        assertThat(submission.observations().get(1).value().value()).isEqualByComparingTo("1500");
    }

    @Test
    void facilityFormGivesOneObservationPerFacilityAndColumn() {
        Submission submission = take(libraries("220102", "2026-10", "L1|0.5|100", "L2|-|"));

        assertThat(submission.ledger()).isEqualTo(new Ledger(4, 4, 0, 0));
        assertThat(submission.observations())
                .extracting(
                        observation -> observation.key().facilityCode(),
                        observation -> observation.facilityName(),
                        observation -> observation.cell(),
                        observation -> observation.value().text())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("L1", "馆L1", "C7", "5000"),
                        org.assertj.core.groups.Tuple.tuple("L1", "馆L1", "D7", "100"),
                        org.assertj.core.groups.Tuple.tuple("L2", "馆L2", "C8", "不适用"),
                        org.assertj.core.groups.Tuple.tuple("L2", "馆L2", "D8", "未报"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',NOT_REPORTED",
        "-,NOT_APPLICABLE",
        "—,NOT_APPLICABLE",
        "/,NOT_APPLICABLE",
        "无,NIL",
        "***,SUPPRESSED",
        "0,REPORTED"
    })
    void missingMarksAndZeroAreFiveDifferentThings(String given, ValueStatus status) {
        Submission submission = take(county("220102", "2026-10", "BOOKS|册|" + given));

        assertThat(submission.ledger()).isEqualTo(new Ledger(1, 1, 0, 0));
        KnownValue value = submission.observations().get(0).value();
        assertThat(value.status()).isEqualTo(status);
        assertThat(value.value() == null).isEqualTo(status != ValueStatus.REPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "１２３,册,BOOKS,123",
        "'1,234',册,BOOKS,1234",
        "1.2万,册,BOOKS,12000",
        "85%,%,RATE,85",
        "1.5E3,册,BOOKS,1500",
        "30.000000000000004,%,RATE,30",
        "3亿,元,FEE,30000"
    })
    void numbersAreReadAsPeopleWriteThem(String given, String unit, String element, BigDecimal value) {
        assertThat(value(take(county("220102", "2026-10", element + "|" + unit + "|" + given))))
                .isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FEE|万元|约12|NUMBER_MALFORMED|“约12”不是数|\"约12\" is not a number",
                "FEE|万元|12,34|NUMBER_MALFORMED|“12,34”不是数|\"12,34\" is not a number",
                "FEE|万元|85%|NUMBER_MALFORMED|“85%”不是数|\"85%\" is not a number",
                "FEE|万元|#DIV/0!|NUMBER_MALFORMED|“#DIV/0!”不是数|\"#DIV/0!\" is not a number",
                "FEE|万元|1.2万|NUMBER_AMBIGUOUS|“1.2万”带有倍数,而单位已是“万元”,无法判断实际数值|\"1.2万\" carries a multiple while the unit is already \"万元\"; the value is unclear",
                "FEE|万元|1E99|NUMBER_TOO_LARGE|“1E99”超过可记录的最大值(整数部分 22 位)|\"1E99\" is larger than what can be recorded (22 digits before the point)",
                "FEE|册|1|UNIT_WRONG|计量单位“册”不能换算为 FEE 的单位 万元|The unit \"册\" cannot be converted to 万元, the unit of FEE",
                "FEE|块|1|UNIT_UNKNOWN|不认识的计量单位“块”,FEE 的单位是 万元|Unknown unit \"块\"; the unit of FEE is 万元",
                "MAGIC|册|1|ELEMENT_UNKNOWN|不认识的数据元代码“MAGIC”|Unknown element \"MAGIC\"",
                "STRAY|个|1|ELEMENT_NOT_OF_FORM|数据元“STRAY”不属于表“county-month”|The element \"STRAY\" is not part of the form \"county-month\"",
                "FEE|万元|-1|VALUE_NEGATIVE|FEE 的值 -1 为负数|The value -1 of FEE is negative",
                "RATE|%|101|VALUE_ABOVE_MAXIMUM|RATE 的值 101 高于上限 100 %|The value 101 of RATE is above the maximum 100 %",
                "BOOKS|册|1.5|VALUE_NOT_WHOLE|BOOKS 应为整数,现为 1.5|BOOKS must be a whole number, found 1.5"
            })
    void wrongCellIsRefusedWithItsReason(
            String element, String unit, String given, String code, String chinese, String english) {
        Submission submission = take(county("220102", "2026-10", element + "|" + unit + "|" + given));

        assertThat(submission.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(submission.ledger()).isEqualTo(new Ledger(1, 0, 1, 0));
        Finding finding = only(submission);
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.severity()).isEqualTo(Severity.REJECT);
        assertThat(finding.sheet() + "!" + finding.cell()).isEqualTo("表一!D5");
        assertThat(finding.given()).isEqualTo(given);
        assertThat(finding.message().chinese()).isEqualTo(chinese);
        assertThat(finding.message().english()).isEqualTo(english);
        assertThat(finding.advice().chinese()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "229999|2026-10|REGION_UNKNOWN|不认识的行政区“229999”|Unknown region \"229999\"",
                "220000|2026-10|REGION_NOT_OF_FORM|“220000”不是该表的填报单位(应为:county)|\"220000\" does not report this form (it is for: county)",
                "220102|2026Q4|PERIOD_NOT_OF_FORM|报告期“2026Q4”与报送频率不符,应为月(如 2026-10)|The period \"2026Q4\" does not fit the frequency, expected a month (2026-10)",
                "220102|2026-12|PERIOD_IN_FUTURE|报告期“2026-12”在接收日(2026-11-05)尚未开始|The period \"2026-12\" has not begun on the day of receipt (2026-11-05)",
                "220102|十月|PERIOD_MALFORMED|“十月”不是报告期(应如 2026-10、2026Q4、2026)|\"十月\" is not a period (expected: 2026-10, 2026Q4 or 2026)"
            })
    void wrongHeadRefusesEveryCell(String region, String period, String code, String chinese, String english) {
        Submission submission = take(county(region, period, "FEE|元|1", "BOOKS|册|1"));

        assertThat(submission.ledger()).isEqualTo(new Ledger(2, 0, 2, 0));
        assertThat(submission.findings()).extracting(Finding::code).containsExactly(code, code);
        assertThat(submission.findings().get(0).message().chinese()).isEqualTo(chinese);
        assertThat(submission.findings().get(0).message().english()).isEqualTo(english);
    }

    @Test
    void oldCodeAndNameResolveThroughAliases() {
        assertThat(take(county("220381", "2026-10", "FEE|元|1")).regionCode()).isEqualTo("220184");
        assertThat(take(county("公主岭市", "2026-10", "FEE|元|1")).regionCode()).isEqualTo("220184");
    }

    @Test
    void bothCellsOfARepeatedKeyAreRefusedAndNameEachOther() {
        Submission submission = take(county("220102", "2026-10", "FEE|元|1", "BOOKS|册|1", "FEE|元|2"));

        assertThat(submission.verdict()).isEqualTo(Verdict.PARTLY_ACCEPTED);
        assertThat(submission.ledger()).isEqualTo(new Ledger(3, 1, 2, 0));
        assertThat(submission.findings())
                .extracting(finding -> finding.cell() + " " + finding.message().english())
                .containsExactly(
                        "D5 The same region, facility, period and element (FEE) is reported again at 表一!D7",
                        "D7 The same region, facility, period and element (FEE) is reported again at 表一!D5");
    }

    @Test
    void partAboveItsWholeIsAcceptedAndHasToBeExplained() {
        Submission submission = take(county("220102", "2026-10", "BOOKS|册|10", "NEW_BOOKS|册|11"));

        assertThat(submission.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(only(submission).severity()).isEqualTo(Severity.EXPLAIN);
        assertThat(only(submission).message().english())
                .isEqualTo("NEW_BOOKS is 11 册, more than the 10 册 of BOOKS, of which it is a part");
    }

    @Test
    void equalValueIsUnchangedAndAnotherOneIsNotedAsCorrection() {
        Map<ObservationKey, KnownValue> known = Map.of(
                new ObservationKey("220102", "", "2026-10", "FEE"),
                new KnownValue(ValueStatus.REPORTED, new BigDecimal("12.5")),
                new ObservationKey("220102", "", "2026-10", "BOOKS"),
                new KnownValue(ValueStatus.REPORTED, BigDecimal.ONE));

        Submission submission = take(county("220102", "2026-10", "FEE|元|125000", "BOOKS|册|2"), known::get);

        assertThat(submission.ledger()).isEqualTo(new Ledger(2, 1, 0, 1));
        assertThat(submission.observations()).singleElement().matches(Observation::replaces);
        assertThat(only(submission).message().chinese()).isEqualTo("BOOKS 由 1 更正为 2");
    }

    @Test
    void sheetWithoutAHeadIsRefusedAndNotSkipped() {
        SentFile file = FormFiles.workbook("notes.xlsx", sheet -> sheet.value(0, 0, "说明"));

        Submission submission = take(file);

        assertThat(submission.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(only(submission).code()).isEqualTo("SHEET_HEAD_MISSING");
        assertThat(only(submission).message().chinese()).isEqualTo("工作表第2行缺少表头项:A2 报送单位代码、D2 报告期、F2 表号;现有“”");
    }

    @Test
    void damagedFilesAreRefusedAndNeverThrow() {
        byte[] whole = county("220102", "2026-10", "FEE|元|1").bytes();
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        byte[] noise = {'a', ',', (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

        assertThat(List.of(
                        only(take(SentFile.of("half.xlsx", half))).code(),
                        only(take(SentFile.of("empty.xlsx", new byte[0]))).code(),
                        only(take(text("renamed.xlsx", "no table"))).code(),
                        only(take(text("nul.csv", "a,\0b"))).code(),
                        only(take(SentFile.of("old.xls", old))).code(),
                        only(take(SentFile.of("noise.csv", noise))).code(),
                        only(take(text("quotes.csv", csv("\"220102,2026-10")))).code(),
                        only(take(text("columns.csv", "报送单位代码,报告期\n1,2\n"))).code(),
                        only(take(text("header-only.csv", csv()))).code()))
                .containsExactly(
                        "FILE_DAMAGED",
                        "FILE_EMPTY",
                        "FILE_NOT_A_WORKBOOK",
                        "FILE_NUL_BYTES",
                        "FILE_DAMAGED",
                        "FILE_ENCODING_UNKNOWN",
                        "FILE_CSV_MALFORMED",
                        "COLUMN_MISSING",
                        "FILE_WITHOUT_CELLS");
        assertThat(only(take(SentFile.of("half.xlsx", half))).message().english())
                .isEqualTo("The file \"half.xlsx\" is damaged and cannot be opened");
    }

    @Test
    void longTableReadsTheSameInEveryEncodingItMayCome() {
        String table = csv("220102,2026-10,library-month,L1,㐂𠮷图书馆,VISITS,人次,7,");
        byte[] marked = ("\uFEFF" + table).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Submission plain = take(text("a.csv", table));
        Submission withMark = take(SentFile.of("a.csv", marked));
        Submission chinese = take(SentFile.of("a.csv", table.getBytes(Charset.forName("GB18030"))));

        assertThat(plain.observations().get(0).facilityName()).isEqualTo("㐂𠮷图书馆");
        assertThat(plain.observations().get(0).cell()).isEqualTo("H2");
        assertThat(withMark.observations()).isEqualTo(plain.observations());
        assertThat(chinese.observations()).isEqualTo(plain.observations());
        assertThat(List.of(plain.encoding(), withMark.encoding(), chinese.encoding()))
                .containsExactly(
                        "UTF-8: valid UTF-8",
                        "UTF-8: byte order mark",
                        "GB18030: not UTF-8 but valid and plausible GB18030");
    }
}
