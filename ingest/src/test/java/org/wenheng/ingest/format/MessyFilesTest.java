package org.wenheng.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real statistical files, against what another program found in them. */
class MessyFilesTest {
    private static final Path FILES =
            Path.of(System.getProperty("wenheng.home")).resolve("../shared/data/messy");
    private static final String ONTARIO = "bindiya__ontario_public_library_statistics_2022_open_data1.csv";
    private static final String SHANGHAI = "fleetfei__shanghaiData_excel_zhCN_dates.csv";

    @BeforeAll
    static void needsTheFiles() {
        assumeTrue(Files.isDirectory(FILES), "The files are not here: " + FILES);
    }

    private static Content read(String name, byte[] bytes) {
        // The two files that no rule can take for one encoding are declared as what their owners would declare.
        String declared = name.equals(ONTARIO) ? "windows-1252" : name.equals(SHANGHAI) ? "GB18030" : null;
        return Content.of(name, bytes, declared);
    }

    private static int columns(Sheet sheet) {
        return sheet.rows().stream().mapToInt(row -> row.texts().size()).max().orElse(0);
    }

    private static int lastRow(Sheet sheet) {
        return sheet.rows().isEmpty()
                ? 0
                : sheet.rows().get(sheet.rows().size() - 1).number();
    }

    private static String encoding(JsonNode facts) {
        String expected = facts.get("encoding").asText().toLowerCase(Locale.ROOT);
        if (expected.startsWith("single-byte")) {
            return "windows-1252: declared by the source";
        }
        return expected.equals("utf-8 bom")
                ? "UTF-8: byte order mark"
                : expected.equals("utf-8")
                        ? "UTF-8: valid UTF-8"
                        : "GB18030: not UTF-8 but valid and plausible GB18030";
    }

    private static String text(JsonNode value) {
        return value.isNull()
                ? ""
                : value.isNumber()
                        ? CellFormat.text(value.asDouble())
                        : value.asText().strip();
    }

    @Test
    void everyFileIsWhatIsExpectedOfIt() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(FILES.resolve("expected.json").toFile());
        List<String> checked = new ArrayList<>();
        expected.properties().forEach(entry -> {
            try {
                byte[] bytes = Files.readAllBytes(FILES.resolve(entry.getKey()));
                Content content = read(entry.getKey(), bytes);
                assertThat(content.fault()).as(entry.getKey()).isNull();
                if (entry.getValue().has("encoding")) {
                    text(entry.getKey(), entry.getValue(), bytes, content);
                } else {
                    workbook(entry.getKey(), entry.getValue(), content);
                }
                checked.add(entry.getKey());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(checked).hasSize(15);
    }

    private static void text(String name, JsonNode facts, byte[] bytes, Content content) {
        Sheet sheet = content.sheets().get(0);
        String plain = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(bytes.length).as(name).isEqualTo(facts.get("bytes").asInt());
        assertThat(plain.contains("\r\n") ? "CRLF" : "LF")
                .as(name)
                .isEqualTo(facts.get("newline").asText());
        if (!name.equals(SHANGHAI)) {
            assertThat(content.encoding()).as(name).isEqualTo(encoding(facts));
        }
        int header = facts.get("header_row").asInt();
        int last = header
                + facts.get("data_rows").asInt()
                + facts.get("footer_rows").asInt();
        assertThat(lastRow(sheet)).as(name).isEqualTo(last);
        assertThat(columns(sheet)).as(name).isEqualTo(facts.get("columns").asInt());
        for (int i = 0; i < facts.get("header_first").size(); i++) {
            assertThat(sheet.row(header).text(i))
                    .isEqualTo(text(facts.get("header_first").get(i)));
            assertThat(sheet.row(header + 1).text(i))
                    .isEqualTo(text(facts.get("first_row").get(i)));
        }
    }

    private static void workbook(String name, JsonNode facts, Content content) {
        assertThat(content.encoding())
                .as(name)
                .startsWith(facts.get("format").asText().substring(0, 4).strip() + ":");
        assertThat(content.sheets())
                .extracting(Sheet::name)
                .containsExactlyElementsOf(facts.get("sheets").findValuesAsText("name"));
        for (int i = 0; i < content.sheets().size(); i++) {
            Sheet sheet = content.sheets().get(i);
            JsonNode expected = facts.get("sheets").get(i);
            assertThat(sheet.hidden()).isFalse();
            if (expected.has("dimensions")) {
                String corner = expected.get("dimensions").asText().replace("A1:", "");
                assertThat(Sheet.address(columns(sheet) - 1, lastRow(sheet))).isEqualTo(corner);
                assertThat(sheet.merged()).hasSize(expected.get("merged_ranges").asInt());
                for (int column = 0; column < expected.get("first_row").size(); column++) {
                    assertThat(sheet.row(1).text(column))
                            .isEqualTo(text(expected.get("first_row").get(column)));
                }
            } else {
                assertThat(lastRow(sheet))
                        .as(name)
                        .isEqualTo(expected.get("rows").asInt());
                assertThat(columns(sheet))
                        .as(name)
                        .isEqualTo(expected.get("cols").asInt());
            }
            if (expected.has("data_rows")) {
                int first = expected.get("header_row").asInt() + 1;
                assertThat(sheet.merged()).hasSize(expected.get("merged").size());
                for (int column = 0; column < expected.get("first_row").size(); column++) {
                    assertThat(sheet.row(first).text(column))
                            .isEqualTo(text(expected.get("first_row").get(column)));
                }
            }
        }
    }

    @Test
    void mergedBlocksStandWhereTheyAreSeen() throws IOException {
        String name = "renjiyi__一般公共预算等.xls";
        Content content = Content.of(name, Files.readAllBytes(FILES.resolve(name)), null);

        // The other program counts from 0 and ends before the last: [1, 32, 1, 2] is B2 to B32.
        assertThat(content.sheets().get(0).merged())
                .containsExactly(new CellRange(2, 1, 32, 1), new CellRange(33, 1, 63, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ONTARIO + "|FILE_ENCODING_UNKNOWN|178: |H縯el de Ville|H¿tel de Ville",
                SHANGHAI + "|FILE_ENCODING_MIXED|4503: |Universit茅 libre|Université libre"
            })
    void textThatOnlyLooksChineseIsRefusedWithItsLineAndBothReadings(
            String name, FaultCode code, String line, String chinese, String other) throws IOException {
        Content content = Content.of(name, Files.readAllBytes(FILES.resolve(name)), null);

        Fault fault = Objects.requireNonNull(content.fault());
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.expected()).startsWith(line.strip()).contains(chinese).contains(other);
    }

    @Test
    void everyNameOfARegionPassesInGb18030() throws IOException {
        for (String name : List.of("townships-2023.csv", "county-population-2020.csv", "gbt2260-history.csv")) {
            String text =
                    Files.readString(FILES.resolve("../china").resolve(name)).replace("\uFEFF", "");
            byte[] bytes = text.getBytes(Decoding.GB18030);

            Decoding decoding = Decoding.of(bytes, null).orElseThrow();
            assertThat(decoding.encoding()).isEqualTo("GB18030");
            assertThat(decoding.text()).isEqualTo(text);
        }
    }
}
