package org.wenheng.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.FormFiles;
import org.wenheng.ingest.yaml.YamlFile;

class MappedTableTest {
    private static final String TITLE = "title: { zh: 表, en: Table }\n";

    private static SourceMapping mapping(String text) {
        Problems problems = new Problems();
        SourceMapping mapping = SourceMappings.parse("m", YamlFile.parse("m.yml", TITLE + text, problems));
        problems.throwIfAny("m.yml");
        return mapping;
    }

    private static Extract read(String mapping, Sheet... sheets) {
        return MappedTable.read(List.of(sheets), mapping(mapping), FormFiles.catalogue());
    }

    private static Fault only(Extract extract) {
        assertThat(extract.faults()).hasSize(1);
        return extract.faults().get(0);
    }

    private static List<String> problems(String text) {
        try {
            mapping(text);
            return List.of();
        } catch (InputRefusedException refused) {
            return refused.problems().stream()
                    .map(Problem::toString)
                    .map(line -> line.substring(0, line.indexOf(']') + 1))
                    .toList();
        }
    }

    @Test
    void headerIsFoundBelowLinesThatSomebodyInserted() {
        Extract extract = read(
                "region: { 代码: 0 }\nperiod: { fixed: 2026-10 }\ncolumns: { 藏书: BOOKS, 经费: FEE }\n",
                Grid.sheet("说明 | 甲 | 乙 | 丙", "单位：千元", "代码 | 名称 | 经费 | 藏书(千册)", "220102 | 南关 | 5 | 1.5"));

        assertThat(extract.faults()).isEmpty();
        assertThat(extract.cells())
                .extracting(ReportedCell::address, ReportedCell::element, ReportedCell::unit)
                .containsExactly(Tuple.tuple("D4", "BOOKS", "千册"), Tuple.tuple("C4", "FEE", "千元"));
    }

    @Test
    void neededColumnThatIsThereTwiceIsAFaultUnlessItsNumberIsGiven() {
        Sheet sheet = Grid.sheet("代码 | 藏书 | 藏书", "220102 | 1 | 2");
        String mapping = "region: { 代码: 0 }\nperiod: { fixed: 2026-10 }\ncolumns: { %s: BOOKS }\n";

        assertThat(only(read(mapping.formatted("藏书"), sheet)))
                .isEqualTo(new Fault(FaultCode.COLUMN_REPEATED, "表", "C1", "藏书", "B1, C1"));
        assertThat(read(mapping.formatted("藏书#2"), sheet).cells())
                .extracting(ReportedCell::given)
                .containsExactly("2");
        assertThat(read(mapping.formatted("\"@B\""), sheet).cells())
                .extracting(ReportedCell::given)
                .containsExactly("1");
        assertThat(only(read(mapping.formatted("藏书#3"), sheet)).code()).isEqualTo(FaultCode.COLUMN_MISSING);
    }

    @Test
    void declaredUnitThatTheHeaderContradictsIsRefusedWithBoth() {
        Extract extract = read(
                "region: { 代码: 0 }\nperiod: { fixed: 2026-10 }\ncolumns: { 经费: { element: FEE, unit: 元 }, 藏书: { element: BOOKS, unit: 册 } }\n",
                Grid.sheet("代码 | 经费(万元) | 藏书", "220102 | 1 | 2"));

        assertThat(only(extract)).isEqualTo(new Fault(FaultCode.UNIT_CONFLICT, "表", "B1", "万元", "FEE 元"));
        assertThat(extract.cells()).extracting(ReportedCell::element).containsExactly("BOOKS");
    }

    @Test
    void totalsAreReadForTheRegionThatTheMappingSaysAndForNoOther() {
        Sheet sheet = Grid.sheet("地区 | 藏书", "南关区 | 1", "全省合计 | 9");
        String mapping = "region: 地区\nperiod: { fixed: 2026-10 }\ncolumns: { 藏书: BOOKS }\n";

        Extract apart = read(mapping, sheet);
        Extract named = read(mapping + "totals: 220000\n", sheet);

        assertThat(apart.cells()).extracting(cell -> cell.head().region()).containsExactly("220102");
        assertThat(only(apart)).isEqualTo(new Fault(FaultCode.TOTALS_NOT_READ, "表", "A3", "A3", ""));
        assertThat(named.cells()).extracting(cell -> cell.head().region()).containsExactly("220102", "220000");
    }

    @Test
    void periodMayStandInSeveralColumnsOrAsTheSerialNumberOfADate() {
        Extract parted = read(
                "region: 地区\nperiod: { columns: [年, 月] }\ncolumns: { 藏书: BOOKS }\n",
                Grid.sheet("地区 | 年 | 月 | 藏书", "南关区 | 2026 | 9 | 1", "南关区 | 2026年 | 10月 | 2"));
        Extract serial = read(
                "region: 地区\nperiod: { column: 日期, format: excel-serial }\ncolumns: { 藏书: BOOKS }\n",
                Grid.sheet("地区 | 日期 | 藏书", "南关区 | 46296 | 1"));
        Extract points = read(
                "region: 地区\nperiod: 月份\ncolumns: { 藏书: BOOKS }\n",
                Grid.sheet("地区 | 月份 | 藏书", "南关区 | 2026.1 | 1", "南关区 | 2026.10 | 2"));

        assertThat(parted.cells()).extracting(cell -> cell.head().period()).containsExactly("2026-09", "2026-10");
        assertThat(serial.cells()).extracting(cell -> cell.head().period()).containsExactly("2026-10");
        assertThat(points.cells()).extracting(cell -> cell.head().period()).containsExactly("2026-01", "2026-10");
    }

    @Test
    void sheetIsChosenByNameOrNumberAndTheOthersAreNoted() {
        Sheet first = new Sheet("一", Grid.sheet("地区 | 藏书", "南关区 | 1").rows());
        Sheet second = new Sheet("二", Grid.sheet("地区 | 藏书", "南关区 | 2").rows());
        String mapping = "region: 地区\nperiod: { fixed: 2026-10 }\ncolumns: { 藏书: BOOKS }\n";

        assertThat(read(mapping, first, second).cells())
                .extracting(ReportedCell::given)
                .containsExactly("1");
        assertThat(read(mapping + "sheet: 2\n", first, second).cells())
                .extracting(ReportedCell::given)
                .containsExactly("2");
        assertThat(read(mapping + "sheet: \"*\"\n", first, second).cells())
                .extracting(ReportedCell::given)
                .containsExactly("1", "2");
        assertThat(only(read(mapping + "sheet: 二\n", first, second)))
                .isEqualTo(new Fault(FaultCode.SHEET_NOT_READ, "一", "", "一", ""));
        assertThat(read(mapping + "sheet: 三\n", first).faults())
                .contains(new Fault(FaultCode.SHEET_MISSING, "", "", "一", "三"));
    }

    @Test
    void nameIsLookedUpAmongTheRegionsThatTheMappingSays() {
        Extract extract = read(
                "region: { column: 地区, under: \"220000\", level: county }\nperiod: { fixed: 2026-10 }\ncolumns: { 藏书: BOOKS }\n",
                Grid.sheet("地区 | 藏书", "公主岭市 | 1", "220000 | 2", "朝阳区 | 3"));

        assertThat(extract.cells()).extracting(cell -> cell.head().region()).containsExactly("220184", "220000", "朝阳区");
    }

    @Test
    void marksOfAMappingAreItsOwnAndAnUnknownMarkIsNoReason() {
        String mapping = "region: 地区\nperiod: { fixed: 2026-10 }\ncolumns: { 藏书: BOOKS }\n";
        Sheet sheet = Grid.sheet("地区 | 藏书", "南关区 | —", "公主岭市 | -9", "220105 | 　");

        assertThat(read(mapping, sheet).cells())
                .extracting(ReportedCell::missing)
                .containsExactly(ValueStatus.NOT_APPLICABLE, null, ValueStatus.NOT_REPORTED);
        assertThat(read(mapping + "missing: { \"-9\": suppressed }\n", sheet).cells())
                .extracting(ReportedCell::missing)
                .containsExactly(null, ValueStatus.SUPPRESSED, ValueStatus.NOT_REPORTED);
    }

    @Test
    void layoutThatContradictsItselfIsRefusedWithItsLine() {
        assertThat(problems("layout: long\nregion: 地区\nperiod: 期\n"))
                .containsExactly("m.yml:2 [MAPPING_LAYOUT_UNCLEAR]", "m.yml:2 [MAPPING_LAYOUT_UNCLEAR]");
        assertThat(problems("layout: periods-in-colums\nregion: 地区\nperiod: { fixed: 2026 }\ncolumns: { A: B }\n"))
                .containsExactly("m.yml:2 [YAML_WORD_UNKNOWN]");
        assertThat(
                        problems(
                                "layout: indicators-in-rows\nregion: { line: 地区, column: 县 }\nelement: { column: 指标 }\nelements: { A: [甲], B: [甲] }\n"))
                .containsExactly("m.yml:3 [MAPPING_PLACE_UNCLEAR]", "m.yml:5 [MAPPING_LABEL_REPEATED]");
        assertThat(
                        problems(
                                "region: { header: all, match: \"(\" }\nperiod: { column: 期, format: serial }\ncolumns: { A: B }\n"))
                .containsExactlyInAnyOrder(
                        "m.yml:2 [MAPPING_MATCH_MALFORMED]",
                        "m.yml:3 [YAML_WORD_UNKNOWN]",
                        "m.yml:1 [MAPPING_LAYOUT_UNCLEAR]");
    }

    @Test
    void misspeltKeyOrMappingIsAnsweredWithTheNearestOne() {
        assertThatThrownBy(() -> mapping("regoin: 地区\nperiod: { fixed: 2026 }\ncolumns: { A: B }\n"))
                .hasMessageContaining("Unknown key \"regoin\" (did you mean \"region\"?)");
        assertThatThrownBy(() -> SourceMappings.load(
                        MessyFiles.HOME.resolve("ingest/catalogues/us-public-libraries"), "sistems-2015"))
                .hasMessageContaining("No source mapping \"sistems-2015\" (did you mean \"systems-2015\"?)");
    }
}
