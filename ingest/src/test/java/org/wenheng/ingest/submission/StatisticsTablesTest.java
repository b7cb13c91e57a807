package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.RuleBook;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.due.FormWindows;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.read.Extract;
import org.wenheng.ingest.read.MappedTable;
import org.wenheng.ingest.read.MessyFiles;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;

/** Real tables of a statistics bureau through mappings alone; the numbers are read by eye from the files. */
class StatisticsTablesTest {
    private static final Path REFERENCE =
            MessyFiles.HOME.resolve("ingest/src/test/resources/catalogues/statistics-bureau");
    private static final Catalogue CATALOGUE = Catalogues.load(REFERENCE);
    private static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");

    @BeforeEach
    void needsTheFiles() {
        assumeTrue(Files.isDirectory(MessyFiles.FOLDER), "The messy files are not here: " + MessyFiles.FOLDER);
    }

    private record Read(List<CheckedCell> cells, Extract extract) {
        @Nullable
        BigDecimal value(String region, String period, String element) {
            ObservationKey key = new ObservationKey(region, "", period, element);
            List<CheckedCell> found =
                    cells.stream().filter(cell -> key.equals(cell.key())).toList();
            assertThat(found).as(key.toString()).hasSize(1);
            return found.get(0).value();
        }

        String address(String region, String period, String element) {
            ObservationKey key = new ObservationKey(region, "", period, element);
            return cells.stream()
                    .filter(cell -> key.equals(cell.key()))
                    .map(cell -> cell.cell().address() + " " + cell.cell().unit())
                    .collect(Collectors.joining());
        }

        long refused() {
            return cells.stream().filter(cell -> !cell.isAccepted()).count();
        }

        Map<FaultCode, String> faults() {
            return extract.faults().stream().collect(Collectors.toMap(fault -> fault.code(), fault -> fault.given()));
        }
    }

    private static Read read(String file, String mapping) throws IOException {
        Extract extract = MappedTable.read(MessyFiles.sheets(file), SourceMappings.load(REFERENCE, mapping), CATALOGUE);
        Checks checks = new Checks(CATALOGUE, RuleBook.standard(), Units.standard(), RECEIVED, FormWindows.ALWAYS_OPEN);
        return new Read(checks.check(extract), extract);
    }

    @Test
    void provincesInRowsAndYearsInColumns() throws IOException {
        Read product = read("renjiyi__分省年度数据.csv", "by-province");

        assertThat(product.cells()).hasSize(31 * 19);
        assertThat(product.refused()).isZero();
        assertThat(product.faults()).isEmpty();
        assertThat(product.value("110000", "2024", "GDP")).isEqualByComparingTo("49670.2");
        assertThat(product.value("650000", "2006", "GDP")).isEqualByComparingTo("2984.5");
        assertThat(product.address("110000", "2024", "GDP")).isEqualTo("B5 亿元");
    }

    @Test
    void sameMappingReadsOtherIndicatorsAndTheOldWorkbook() throws IOException {
        Read old = read("renjiyi__分省年度数据_(2).csv", "by-province");
        Read workbook = read("dataintegration__分省年度数据.xls", "by-province");

        assertThat(old.cells()).hasSize(31 * 20);
        assertThat(old.value("110000", "2024", "POP_65_SAMPLE")).isEqualByComparingTo("3703");
        assertThat(old.value("110000", "2025", "POP_65_SAMPLE")).isNull();
        assertThat(old.refused()).isZero();
        assertThat(workbook.cells()).hasSize(31 * 5);
        assertThat(workbook.value("650000", "2015", "GDP")).isEqualByComparingTo("9324.8");
    }

    @Test
    void yearsInRowsAndProvincesInColumns() throws IOException {
        Read turned = read("itidol__分省年度数据.csv", "by-year");

        assertThat(turned.cells()).hasSize(20 * 31);
        assertThat(turned.refused()).isZero();
        assertThat(turned.value("130000", "2003", "GDP")).isEqualByComparingTo("6334");
        assertThat(turned.value("440000", "2022", "GDP")).isEqualByComparingTo("129119");
    }

    @Test
    void unitsInTheNamesOfTheColumns() throws IOException {
        Read joined = read("renjiyi__分省年度数据_整合.csv", "joined");

        assertThat(joined.cells()).hasSize(620 * 2);
        assertThat(joined.refused()).isZero();
        assertThat(joined.value("310000", "2006", "GDP")).isEqualByComparingTo("10825.4");
        assertThat(joined.value("230000", "2024", "URBAN_RATE")).isEqualByComparingTo("68.05");
        assertThat(joined.address("310000", "2006", "GDP")).isEqualTo("C3 亿元");
    }

    @Test
    void indicatorsInRowsWithTheirUnits() throws IOException {
        Read tourism = read("loneliness__年度数据.csv", "national");
        Read more = read("loneliness__旅游业发展情况.csv", "national");
        Read wages = read("xiehuiaa__年度数据_工资.xls", "national");

        assertThat(tourism.value("100000", "2023", "TOURISTS")).isEqualByComparingTo("4890000000");
        assertThat(tourism.address("100000", "2023", "TOURISTS")).isEqualTo("B4 百万人次");
        assertThat(more.value("100000", "2023", "TOURISTS")).isEqualByComparingTo("4890000000");
        assertThat(more.value("100000", "2023", "FOREIGN_EXCHANGE")).isEqualByComparingTo("53000000000");
        assertThat(wages.value("100000", "2019", "WAGE")).isEqualByComparingTo("90501");
        assertThat(wages.value("100000", "2000", "WAGE")).isEqualByComparingTo("9333");
        assertThat(tourism.faults().get(FaultCode.LABELS_NOT_READ)).contains("城镇居民国内游客(百万人次)");
        assertThat(tourism.refused() + more.refused() + wages.refused()).isZero();
    }

    @Test
    void regionStandsAboveTheTable() throws IOException {
        Read city = read("xiehuiaa__主要城市年度数据.csv", "city");

        assertThat(city.cells()).hasSize(2 * 20);
        assertThat(city.value("310000", "2019", "ESTATE_INVESTMENT")).isEqualByComparingTo("4231.38");
        assertThat(city.value("310000", "2018", "HOUSE_PRICE")).isEqualByComparingTo("26890.08");
        assertThat(city.value("310000", "2019", "HOUSE_PRICE")).isNull();
        assertThat(city.address("310000", "2018", "HOUSE_PRICE")).isEqualTo("C14 元/平方米");
    }

    @Test
    void columnsWithoutNamesAndALabelMergedOverItsRows() throws IOException {
        Read budget = read("renjiyi__一般公共预算等.xls", "budget");

        assertThat(budget.cells()).hasSize(62 * 20);
        assertThat(budget.value("110000", "2007", "BUDGET_SPEND")).isEqualByComparingTo("1649.5");
        assertThat(budget.value("650000", "2006", "FISCAL_SPEND")).isEqualByComparingTo("678.47");
        assertThat(budget.value("110000", "2005", "BUDGET_SPEND")).isNull();
    }

    @Test
    void headerOfTwoRowsAndAUnitForEveryRow() throws IOException {
        Read ecology = read("wantime__Ecological_indicators.xlsx", "ecology");
        Read joined = read("wantime__生态原始数据.xls", "ecology-joined");

        assertThat(ecology.value("110000", "2013", "NOISE")).isEqualByComparingTo("69.1");
        assertThat(ecology.value("131100", "2017", "NOISE")).isEqualByComparingTo("62.7");
        assertThat(ecology.value("110000", "2013", "PM10")).isEqualByComparingTo("108.1");
        // The file counts the unit up from row to row: mg/m4 and mg/m5 are no units of a concentration.
        assertThat(ecology.cells())
                .filteredOn(cell -> !cell.isAccepted())
                .flatExtracting(CheckedCell::findings)
                .extracting(Finding::code)
                .containsOnly("UNIT_UNKNOWN");
        assertThat(ecology.refused()).isEqualTo(2 * 65);
        assertThat(joined.value("110000", "2013", "SO2")).isEqualByComparingTo("26.5");
        assertThat(joined.value("120000", "2017", "PM10")).isEqualByComparingTo("94");
        assertThat(ecology.extract().faults())
                .filteredOn(fault -> fault.code() == FaultCode.SHEET_NOT_READ)
                .hasSize(5);
    }

    @Test
    void longTableSaysEverythingInItsRow() {
        String csv = """
                行政区,日期,指标,计量单位,数值,备注
                石家庄市,2024-12-31,地区生产总值,万元,81000000,
                唐山市,2024-12-31,地区生产总值,亿元,1 000.5,
                唐山市,2024-12-31,地区生产总值,亿元,999,作废
                合计,2024-12-31,地区生产总值,亿元,47448.1,
                唐山市,2024-12-31,不明指标,亿元,1,
                """;
        SourceMapping mapping = SourceMappings.load(REFERENCE, "long");

        Submission submission = new Intake(CATALOGUE, mapping, RECEIVED)
                .take(SentFile.of("long.csv", csv.getBytes(StandardCharsets.UTF_8)), Known.NOTHING);

        assertThat(submission.observations())
                .extracting(
                        observation -> observation.key().regionCode(),
                        observation -> Objects.requireNonNull(
                                        observation.value().value())
                                .stripTrailingZeros()
                                .toPlainString(),
                        Observation::cell)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("130100", "8100", "E2"),
                        org.assertj.core.groups.Tuple.tuple("130200", "1000.5", "E3"),
                        org.assertj.core.groups.Tuple.tuple("130000", "47448.1", "E5"));
        assertThat(submission.findings()).extracting(Finding::code).containsExactly("LABELS_NOT_READ");
    }

    @Test
    void fileIsReadByTheMappingThatIsForItAndFitsIt() throws IOException {
        List<SourceMapping> all = SourceMappings.loadAll(REFERENCE, "by-province, by-year, joined, city, budget");

        assertThat(chosen(all, "itidol__分省年度数据.csv")).containsExactly("by-year");
        assertThat(chosen(all, "renjiyi__分省年度数据_(1).csv")).containsExactly("by-province");
        assertThat(chosen(all, "xiehuiaa__主要城市年度数据.csv")).containsExactly("city");
        SourceMappings.Choice none =
                SourceMappings.choose(all, "other.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(none.mappings()).isEmpty();
        assertThat(Objects.requireNonNull(none.fault()).code()).isEqualTo(FaultCode.MAPPING_NOT_FITTING);
        List<SourceMapping> twice = List.of(all.get(0), all.get(0));
        SourceMappings.Choice several = SourceMappings.choose(
                twice, "renjiyi__分省年度数据.csv", Files.readAllBytes(MessyFiles.FOLDER.resolve("renjiyi__分省年度数据.csv")));
        assertThat(Objects.requireNonNull(several.fault()).code()).isEqualTo(FaultCode.MAPPING_UNCLEAR);
    }

    private static List<String> chosen(List<SourceMapping> mappings, String file) throws IOException {
        byte[] bytes = Files.readAllBytes(MessyFiles.FOLDER.resolve(file));
        return SourceMappings.choose(mappings, file, bytes).mappings().stream()
                .map(SourceMapping::code)
                .toList();
    }
}
