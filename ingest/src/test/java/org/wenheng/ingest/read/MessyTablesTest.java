package org.wenheng.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenheng.ingest.format.CellRange;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;

/** Every real file gives the facts that were counted from it independently. */
class MessyTablesTest {

    @BeforeAll
    static void needsTheFiles() {
        assumeTrue(Files.isDirectory(MessyFiles.FOLDER), "The messy files are not here: " + MessyFiles.FOLDER);
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper()
                .readTree(MessyFiles.FOLDER.resolve("expected.json").toFile());
    }

    static Stream<Map.Entry<String, JsonNode>> texts() throws IOException {
        return Files.isDirectory(MessyFiles.FOLDER)
                ? expected().properties().stream()
                        .filter(entry -> entry.getKey().endsWith(".csv"))
                : Stream.empty();
    }

    static Stream<Map.Entry<String, JsonNode>> workbooks() throws IOException {
        return Files.isDirectory(MessyFiles.FOLDER)
                ? expected().properties().stream()
                        .filter(entry -> !entry.getKey().endsWith(".csv"))
                : Stream.empty();
    }

    private static FoundTable table(Sheet sheet) {
        return TableFinder.find(sheet, UnitWords.standard()).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tableOfATextFileIsFound(Map.Entry<String, JsonNode> file) throws IOException {
        JsonNode facts = file.getValue();
        FoundTable table = table(MessyFiles.sheets(file.getKey()).get(0));

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(table.preamble()).hasSize(facts.get("preamble_rows").asInt());
        softly.assertThat(table.preamble()).extracting(Line::text).isEqualTo(texts(facts.get("preamble")));
        softly.assertThat(table.headerFirst()).isEqualTo(facts.get("header_row").asInt());
        softly.assertThat(table.headerLast()).isEqualTo(table.headerFirst());
        softly.assertThat(table.columns()).hasSize(facts.get("columns").asInt());
        softly.assertThat(table.columns().stream()
                        .limit(4)
                        .map(TableColumn::header)
                        .toList())
                .isEqualTo(texts(facts.get("header_first")));
        softly.assertThat(table.columns().get(table.columns().size() - 1).header())
                .isEqualTo(facts.get("header_last").asText());
        softly.assertThat(table.emptyColumns() > 0)
                .isEqualTo(facts.get("trailing_empty_header").asBoolean());
        long nameless = table.columns().stream()
                .filter(column -> column.name().isEmpty())
                .count();
        int repeated = table.duplicates().values().stream()
                .mapToInt(same -> same.size() - 1)
                .sum();
        softly.assertThat(repeated + Math.max(0, nameless - 1))
                .isEqualTo(facts.get("duplicate_headers").asLong());
        softly.assertThat(table.rows()).hasSize(facts.get("data_rows").asInt());
        softly.assertThat(table.footers()).hasSize(facts.get("footer_rows").asInt());
        List<String> footers = texts(facts.get("footers"));
        for (int i = 0; i < footers.size(); i++) {
            String text =
                    table.sheet().row(table.footers().get(i).row()).texts().get(0);
            softly.assertThat(text).startsWith(footers.get(i));
        }
        int width = table.columns().size();
        softly.assertThat(cells(table, width).filter(String::isBlank).count())
                .isEqualTo(facts.get("empty_data_cells").asLong());
        softly.assertThat(cells(table, width)
                        .filter(cell -> cell.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?"))
                        .count())
                .isEqualTo(facts.get("thousands_cells").asLong());
        softly.assertThat(start(table.rows().get(0), 4)).isEqualTo(texts(facts.get("first_row")));
        softly.assertThat(start(table.rows().get(table.rows().size() - 1), 4)).isEqualTo(texts(facts.get("last_row")));
        TreeSet<Integer> widths = new TreeSet<>();
        table.rows().forEach(row -> widths.add(row.texts().size()));
        softly.assertThat(widths.stream().map(String::valueOf).toList()).isEqualTo(texts(facts.get("ragged")));
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void tablesOfAWorkbookAreFound(Map.Entry<String, JsonNode> file) throws IOException {
        List<Sheet> sheets = MessyFiles.sheets(file.getKey());
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < sheets.size(); i++) {
            JsonNode facts = file.getValue().get("sheets").get(i);
            Sheet sheet = sheets.get(i);
            softly.assertThat(sheet.name()).isEqualTo(facts.get("name").asText());
            if (facts.path("rows").asInt(1) == 0) {
                softly.assertThat(TableFinder.find(sheet, UnitWords.standard())).isEmpty();
                continue;
            }
            FoundTable table = table(sheet);
            if (facts.has("merged_ranges")) {
                softly.assertThat(sheet.merged())
                        .hasSize(facts.get("merged_ranges").asInt());
                softly.assertThat(sheet.merged().stream()
                                .map(MessyTablesTest::named)
                                .sorted()
                                .limit(6)
                                .toList())
                        .isEqualTo(texts(facts.get("merged_first")));
                softly.assertThat(dimensions(table))
                        .isEqualTo(facts.get("dimensions").asText());
                continue;
            }
            softly.assertThat(table.headerFirst())
                    .isEqualTo(facts.get("header_row").asInt());
            softly.assertThat(table.preamble()).extracting(Line::text).isEqualTo(texts(facts.get("preamble")));
            softly.assertThat(table.columns()).hasSize(facts.get("cols").asInt());
            softly.assertThat(table.rows()).hasSize(facts.get("data_rows").asInt());
            softly.assertThat(table.footers()).hasSize(facts.get("footer_rows").asInt());
            softly.assertThat(sheet.merged().stream()
                            .map(range -> List.of(
                                    range.firstRow() - 1, range.lastRow(), range.firstColumn(), range.lastColumn() + 1))
                            .toList())
                    .isEqualTo(merged(facts.get("merged")));
            softly.assertThat(cells(table, table.columns().size())
                            .filter(String::isBlank)
                            .count())
                    .isEqualTo(facts.get("empty_cells").asLong());
            softly.assertThat(start(table.rows().get(0), 4)).isEqualTo(texts(facts.get("first_row")));
        }
        softly.assertAll();
    }

    @Test
    void mergedGroupsOfColumnsNameEveryColumn() throws IOException {
        FoundTable table =
                table(MessyFiles.sheets("wantime__Ecological_indicators.xlsx").get(0));

        assertThat(table.headerFirst()).isEqualTo(1);
        assertThat(table.headerLast()).isEqualTo(2);
        assertThat(table.rows()).hasSize(4);
        assertThat(table.columns()).hasSize(67);
        assertThat(table.columns())
                .extracting(TableColumn::name)
                .startsWith("Indicators", "Unit", "Beijing/2013", "Beijing/2014")
                .endsWith("Hengshui/2016", "Hengshui/2017");
    }

    @Test
    void unitsAreRecognisedWhereTheyStand() throws IOException {
        FoundTable product = table(MessyFiles.sheets("renjiyi__分省年度数据.csv").get(0));
        FoundTable population =
                table(MessyFiles.sheets("renjiyi__分省年度数据_(1).csv").get(0));
        FoundTable joined = table(MessyFiles.sheets("renjiyi__分省年度数据_整合.csv").get(0));

        assertThat(product.unit(UnitWords.standard()))
                .contains(new TableColumn.RecognisedUnit("亿元", TableColumn.UnitSource.INDICATOR_LINE, "A2"));
        assertThat(population.unit(UnitWords.standard()))
                .contains(new TableColumn.RecognisedUnit("人", TableColumn.UnitSource.INDICATOR_LINE, "A2"));
        assertThat(joined.columns().get(2).name()).isEqualTo("GDP");
        assertThat(joined.columns().get(2).unit())
                .isEqualTo(new TableColumn.RecognisedUnit("亿元", TableColumn.UnitSource.HEADER, "C1"));
        assertThat(joined.columns().get(4).unit()).isNull();
    }

    @Test
    void orientationIsToldFromTheNames() throws IOException {
        assertThat(table(MessyFiles.sheets("renjiyi__分省年度数据.csv").get(0)).orientation())
                .isEqualTo(FoundTable.Orientation.PERIODS_IN_COLUMNS);
        assertThat(table(MessyFiles.sheets("itidol__分省年度数据.csv").get(0)).orientation())
                .isEqualTo(FoundTable.Orientation.PERIODS_IN_ROWS);
        assertThat(table(MessyFiles.sheets("xiehuiaa__年度数据_工资.xls").get(0)).orientation())
                .isEqualTo(FoundTable.Orientation.INDICATORS_IN_ROWS);
        assertThat(table(MessyFiles.sheets("bindiya__ontario_public_library_statistics_2022_open_data1.csv")
                                .get(0))
                        .orientation())
                .isEqualTo(FoundTable.Orientation.WIDE);
    }

    private static List<String> start(SheetRow row, int count) {
        return row.texts().stream().limit(count).toList();
    }

    private static Stream<String> cells(FoundTable table, int width) {
        return table.rows().stream()
                .flatMap(row -> Stream.iterate(0, column -> column < width, column -> column + 1)
                        .map(row::text));
    }

    private static String dimensions(FoundTable table) {
        int last = table.rows().get(table.rows().size() - 1).number();
        return "A1:" + Sheet.address(table.columns().size() - 1, last);
    }

    private static String named(CellRange range) {
        return Sheet.address(range.firstColumn(), range.firstRow()) + ":"
                + Sheet.address(range.lastColumn(), range.lastRow());
    }

    private static List<List<Integer>> merged(JsonNode ranges) {
        List<List<Integer>> merged = new ArrayList<>();
        for (JsonNode range : ranges) {
            merged.add(StreamSupport.stream(range.spliterator(), false)
                    .map(JsonNode::asInt)
                    .toList());
        }
        return merged;
    }

    /** Texts as they stand in a cell: whole numbers without a point. */
    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            String text = item.asText();
            texts.add(item.isDouble() && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
        }
        return texts;
    }
}
