package org.wenheng.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.RuleBook;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.due.FormWindows;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;

/** Forms as counties rearrange them, against the forms of a real catalogue. */
class FreeFormTest {
    private static final Catalogue JILIN = Catalogues.load(MessyFiles.HOME.resolve("ingest/catalogues/jilin"));

    private static Extract read(Sheet sheet) {
        return Forms.read(List.of(sheet), JILIN);
    }

    private static List<CheckedCell> check(Extract extract) {
        return new Checks(
                        JILIN,
                        RuleBook.standard(),
                        Units.standard(),
                        Instant.parse("2026-11-05T00:00:00Z"),
                        FormWindows.ALWAYS_OPEN)
                .check(extract);
    }

    private static Fault only(Extract extract) {
        assertThat(extract.faults()).hasSize(1);
        return extract.faults().get(0);
    }

    @Test
    void facilityFormWithNamesInsteadOfCodesAndALineForTheUnit() {
        Extract extract = read(Grid.sheet(
                "公主岭市公共图书馆季报",
                "填报单位：公主岭市 | | 报告期：2026年第三季度 | 单位：万人次",
                "",
                "序号 | 机构名称 | 机构编码 | 总流通人次 | 书刊文献外借册次(册次) | 备注",
                "1 | 市图书馆 | L1 | 1.2 | 3,456 | 新馆开放",
                "2 | 二馆 | L2 | - | 缺 |",
                "合  计 | | | 1.2 | 3456 |",
                "注：总流通人次含参加活动人次。",
                "填表人：张三 | 审核人：李四"));

        RowHead first = new RowHead("library-quarter", "220184", "2026Q3", "L1", "市图书馆", true, false);
        assertThat(extract.cells())
                .extracting(
                        ReportedCell::address,
                        ReportedCell::element,
                        ReportedCell::unit,
                        ReportedCell::given,
                        ReportedCell::missing)
                .containsExactly(
                        Tuple.tuple("D5", "LIB_VISIT", "万人次", "1.2", null),
                        Tuple.tuple("E5", "LIB_LOAN", "册次", "3,456", null),
                        Tuple.tuple(
                                "D6", "LIB_VISIT", "万人次", "-", org.wenheng.ingest.reference.ValueStatus.NOT_APPLICABLE),
                        Tuple.tuple(
                                "E6", "LIB_LOAN", "册次", "缺", org.wenheng.ingest.reference.ValueStatus.NOT_REPORTED));
        assertThat(extract.cells().get(0).head()).isEqualTo(first);
        assertThat(extract.cells().get(0).remark()).isEqualTo("新馆开放");
        assertThat(only(extract)).isEqualTo(new Fault(FaultCode.TOTALS_NOT_READ, "表", "A7", "A7", ""));
        assertThat(check(extract)).allMatch(CheckedCell::isAccepted);
        assertThat(check(extract).get(0).value()).isEqualByComparingTo("12000");
    }

    @Test
    void regionFormWithRowsInsertedAndColumnsMoved() {
        Extract extract = read(Grid.sheet(
                "某某县上报稿",
                "",
                "表号 | base-year | 报告期 | 2026年度 | 报送单位代码 | 220184",
                "本期数 | 指标名称 | 计量单位 | 数据元代码 | 备注",
                "86.2 | 常住人口 | 万人 | POP | 年末数",
                "12 | 社区数 | 个 | |",
                "10 | 街道数(个) | | |"));

        assertThat(extract.faults()).isEmpty();
        assertThat(extract.cells())
                .extracting(ReportedCell::address, ReportedCell::element, ReportedCell::unit, ReportedCell::remark)
                .containsExactly(
                        Tuple.tuple("A5", "POP", "万人", "年末数"),
                        Tuple.tuple("A6", "N_COMM", "个", ""),
                        Tuple.tuple("A7", "N_STREET", "个", ""));
        assertThat(check(extract).get(0).value()).isEqualByComparingTo("862000");
        assertThat(check(extract)).allMatch(CheckedCell::isAccepted);
    }

    @Test
    void formAsSentOutWithItsColumnsMovedIsNotReadByPlace() {
        Extract extract = read(Grid.sheet(
                "基础数据年报（县级）",
                "报送单位代码 | 220184 | 公主岭市 | 报告期 | 2026 | 表号 | base-year",
                "",
                "数据元代码 | 本期数 | 指标名称 | 计量单位",
                "POP | 862313 | 常住人口 | 人"));

        assertThat(extract.cells())
                .extracting(ReportedCell::address, ReportedCell::given, ReportedCell::unit)
                .containsExactly(Tuple.tuple("B5", "862313", "人"));
    }

    @Test
    void columnThatIsNoElementIsRefusedWithWhatIsStillOpen() {
        Extract extract = read(Grid.sheet(
                "表号：library-quarter　报告期：2026Q3　报送单位代码：220184　单位：人次", "机构编码 | 机构名称 | 总流通人次 | 外借", "L1 | 甲馆 | 5 | 6"));

        assertThat(extract.cells()).extracting(ReportedCell::element).containsExactly("LIB_VISIT");
        assertThat(only(extract)).isEqualTo(new Fault(FaultCode.ELEMENT_UNCLEAR, "表", "D2", "外借", "LIB_LOAN 书刊文献外借册次"));
    }

    @Test
    void whatIsSaidInTwoWaysIsRefusedWithBoth() {
        Extract regions =
                read(Grid.sheet("报送单位：南关区　报送单位代码：220184　报告期：2026　表号：base-year", "指标名称 | 计量单位 | 本期数", "常住人口 | 人 | 1"));
        Extract units =
                read(Grid.sheet("报送单位代码：220184　报告期：2026　表号：base-year", "指标名称 | 计量单位 | 本期数", "常住人口(万人) | 人 | 1"));
        Extract elements = read(
                Grid.sheet("报送单位代码：220184　报告期：2026　表号：base-year", "数据元代码 | 指标名称 | 计量单位 | 本期数", "POP | 社区数 | 人 | 1"));
        Extract values =
                read(Grid.sheet("报送单位代码：220184　报告期：2026　表号：base-year", "指标名称 | 计量单位 | 初报 | 复核", "常住人口 | 人 | 1 | 2"));

        assertThat(only(regions))
                .isEqualTo(new Fault(FaultCode.REGION_UNCLEAR, "表", "A1", "220184, 南关区", "220184, 220102"));
        assertThat(only(units)).isEqualTo(new Fault(FaultCode.UNIT_CONFLICT, "表", "C3", "万人", "POP 人"));
        assertThat(only(elements)).isEqualTo(new Fault(FaultCode.ELEMENT_UNCLEAR, "表", "B3", "POP 社区数", "POP, N_COMM"));
        assertThat(only(values).code()).isEqualTo(FaultCode.VALUES_UNCLEAR);
        assertThat(only(values).expected()).isEqualTo("C2 初报, D2 复核");
        assertThat(List.of(regions, units, elements, values))
                .allSatisfy(extract -> assertThat(extract.cells()).isEmpty());
    }

    @Test
    void valueWithoutAnyUnitIsNotGivenOne() {
        Extract extract = read(Grid.sheet("报送单位代码：220184　报告期：2026　表号：base-year", "指标名称 | 本期数", "常住人口 | 862313"));

        Finding finding = check(extract).get(0).findings().get(0);
        assertThat(finding.code()).isEqualTo("UNIT_UNKNOWN");
        assertThat(finding.advice().chinese()).isEqualTo("请改用 人,数值相应换算");
    }

    @Test
    void whatIsMissingAboveTheTableIsSaidAtOnce() {
        Extract extract = read(Grid.sheet("报送单位代码：220184", "指标名称 | 计量单位 | 本期数", "常住人口 | 人 | 1"));

        assertThat(extract.faults())
                .extracting(Fault::code)
                .containsExactly(FaultCode.FORM_UNCLEAR, FaultCode.PERIOD_UNCLEAR);
    }

    @Test
    void periodThatASpreadsheetMayHaveCutIsRefusedWithBothMeanings() {
        Extract extract = read(Grid.sheet(
                "报送单位代码：220184　报告期：2026.1　表号：library-month", "机构编码 | 机构名称 | 公共图书馆周开放小时(小时/周)", "L1 | 甲馆 | 56"));
        Extract written = read(Grid.sheet(
                "报送单位代码：220184　报告期：2026年10月　表号：library-month", "机构编码 | 机构名称 | 公共图书馆周开放小时(小时/周)", "L1 | 甲馆 | 56"));

        Finding finding = check(extract).get(0).findings().get(0);
        assertThat(finding.code()).isEqualTo("PERIOD_AMBIGUOUS");
        assertThat(finding.message().chinese()).isEqualTo("报告期“2026.1”有两种理解:2026-01, 2026-10");
        assertThat(written.cells().get(0).head().period()).isEqualTo("2026-10");
        assertThat(check(written)).allMatch(CheckedCell::isAccepted);
    }

    @Test
    void cityReportsForItsCountiesInOneTable() {
        Extract extract = read(Grid.sheet(
                "2026年全省应急广播统计",
                "表号：base-year",
                "县区 | 常住人口(人) | 街道数(个)",
                "南关区 | 657682 | 13",
                "公主岭市 | 862313 | 10",
                "全市合计 | 1519995 | 23"));

        assertThat(extract.cells())
                .extracting(cell -> cell.head().region(), ReportedCell::given)
                .containsExactly(
                        Tuple.tuple("220102", "657682"),
                        Tuple.tuple("220102", "13"),
                        Tuple.tuple("220184", "862313"),
                        Tuple.tuple("220184", "10"));
        assertThat(extract.cells()).allMatch(cell -> cell.head().period().equals("2026"));
        assertThat(only(extract).code()).isEqualTo(FaultCode.TOTALS_NOT_READ);
    }

    @Test
    void hiddenSheetIsNotReadAndNoted() {
        Sheet shown = Grid.sheet("报送单位代码：220184　报告期：2026　表号：base-year", "指标名称 | 计量单位 | 本期数", "常住人口 | 人 | 1");
        Sheet hidden = new Sheet("旧数", true, shown.rows(), List.of());

        Extract extract = Forms.read(List.of(hidden, shown), JILIN);

        assertThat(extract.cells()).hasSize(1);
        assertThat(only(extract)).isEqualTo(new Fault(FaultCode.SHEET_NOT_READ, "旧数", "", "旧数", ""));
        assertThat(Objects.requireNonNull(
                                Forms.read(List.of(hidden), JILIN).faults().get(1))
                        .code())
                .isEqualTo(FaultCode.FILE_WITHOUT_CELLS);
    }
}
