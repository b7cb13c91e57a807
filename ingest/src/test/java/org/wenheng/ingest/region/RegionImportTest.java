package org.wenheng.ingest.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.region.RegionImport.Imported;
import org.wenheng.ingest.yaml.YamlFile;

class RegionImportTest {
    private static final String MAPPING = """
            title: { zh: 区划表, en: Regions }
            source: 区划公告
            root: { code: "0", zh: 国, en: Nation, level: nation }
            code: { column: 代码, fill: 4 }
            name: 名称
            level: { column: 级别, words: { 地级: city, 县级: county } }
            parent: { names: [市, 名称], none: [直辖] }
            valid: { from: 启用, until: 停用 }
            successors: { column: 新代码, separator: ";", pattern: '(?<code>\\d{4})(?:\\[(?<date>\\d{4})\\])?' }
            days: { "1103": 2020-06-19, "1203": 2020-06-19 }
            keep: { 级别: [地级, 县级] }
            leave-out: { 名称: [市辖区] }
            """;

    private static final String TABLE = """
            代码,市,名称,级别,启用,停用,新代码
            11,,甲市,地级,1981,,
            12,,乙市,地级,1981,,
            13,,丙地区,地级,1981,1995,
            13,,丙市,地级,1995,,
            1101,甲市,东县,县级,1981,2010,1104
            1104,甲市,东区,县级,2010,,
            1102,甲市,西县,县级,1981,2012,1104
            1103,甲市,移县,县级,1981,2020,1104[2005];1203
            1203,乙市,移县,县级,2020,,
            1105,甲市,大县,县级,1981,1990,1105;1106
            1105,甲市,小县,县级,1990,,
            1106,甲市,新县,县级,1990,,
            1301,丙地区,同县,县级,1981,1995,1301
            1301,丙市,同县,县级,1995,,
            1201,乙市,旧名县,县级,1981,2001,1201
            1201,乙市,新名县,县级,2001,,
            1202,乙市,废县,县级,1981,1988,
            1204,乙市,始县,县级,2003,,
            1205,乙市,市辖区,县级,1981,,
            9001,直辖,独县,县级,1981,,
            8,,某省,省级,1981,,
            """;

    private static RegionMapping mapping(String yaml) {
        Problems problems = new Problems();
        RegionMapping mapping = RegionMappings.parse(YamlFile.parse("regions.yml", yaml, problems));
        problems.throwIfAny("regions.yml");
        return mapping;
    }

    private static Sheet sheet(String text, String encoding) {
        return Content.of("区划.csv", text.getBytes(Charset.forName(encoding)), null)
                .sheets()
                .get(0);
    }

    private static Imported read(String table, String yaml) {
        return RegionImport.read(Map.of("区划.csv", sheet(table, "UTF-8")), mapping(yaml), Map.of());
    }

    @Test
    void kindOfEveryChangeIsToldFromWhatDiffers() {
        assertThat(read(TABLE, MAPPING).changes())
                .extracting(RegionFiles::line)
                .containsExactly(
                        "1988-01-01,abolish,1202,,,,区划公告",
                        "1990-01-01,split,1105,1105,,,区划公告",
                        "1990-01-01,split,1105,1106,,,区划公告",
                        "1995-01-01,rename,1300,1300,,,区划公告",
                        "2001-01-01,rename,1201,1201,,,区划公告",
                        "2003-01-01,establish,,1204,,,区划公告",
                        "2010-01-01,recode,1101,1104,,,区划公告",
                        "2012-01-01,merge,1102,1104,,,区划公告",
                        "2020-06-19,transfer,1103,1203,,,区划公告");
    }

    @Test
    void regionsHaveParentsAndDaysAndThoseThatDidNotChangeAreOne() {
        Imported imported = read(TABLE, MAPPING);

        assertThat(imported.rows()).isEqualTo(19);
        assertThat(imported.present())
                .extracting(RegionFiles::line)
                .contains(
                        "0,国,Nation,nation,,,,",
                        "1100,甲市,甲市,city,0,1981-01-01,,",
                        "1301,同县,同县,county,1300,1981-01-01,,",
                        "1203,移县,移县,county,1200,2020-06-19,,",
                        "9001,独县,独县,county,0,1981-01-01,,");
        assertThat(imported.former())
                .extracting(RegionFiles::line)
                .contains(
                        "1103,移县,移县,county,1100,1981-01-01,2020-06-18,", "1300,丙地区,丙地区,city,0,1981-01-01,1994-12-31,");
        assertThat(imported.present()).extracting(Region::code).doesNotContain("1205", "8000");
    }

    @Test
    void partThatWentElsewhereIsABoundaryChangeIfBothWereThere() {
        String table = TABLE.replace("1104[2005];1203", "1102[2005];1203");

        assertThat(read(table, MAPPING).changes())
                .extracting(RegionFiles::line)
                .contains("2005-01-01,boundary,1103,1102,,,区划公告");
    }

    @Test
    void recordsMayBeginOnADay() {
        Imported imported = read(TABLE, MAPPING + "since: 2012-01-01\n");

        assertThat(imported.former())
                .extracting(RegionFiles::line)
                .containsExactly("1103,移县,移县,county,1100,,2020-06-18,");
        assertThat(imported.changes()).hasSize(2);
    }

    @Test
    void encodingAndOrderOfTheRowsDoNotMatter() {
        List<String> lines = TABLE.lines().toList();
        String turned = lines.get(0) + "\n"
                + String.join(
                        "\n",
                        lines.subList(1, lines.size()).stream()
                                .sorted(java.util.Comparator.reverseOrder())
                                .toList());
        Imported other = RegionImport.read(Map.of("区划.csv", sheet(turned, "GB18030")), mapping(MAPPING), Map.of());

        assertThat(other).isEqualTo(read(TABLE, MAPPING));
    }

    @Test
    void regionsThatAreKnownAreComparedAndNotAddedAgain() {
        Imported first = read(TABLE, MAPPING);
        Map<String, Region> known =
                first.present().stream().collect(java.util.stream.Collectors.toMap(Region::code, region -> region));
        String table = TABLE.replace("独县", "独市") + "1206,乙市,添县,县级,2024,,\n";

        Imported second = RegionImport.read(Map.of("区划.csv", sheet(table, "UTF-8")), mapping(MAPPING), known);

        assertThat(second.present()).extracting(Region::code).containsExactly("1206");
        assertThat(second.same()).isEqualTo(first.present().size() - 2);
        assertThat(second.different()).containsExactly("9001: 独县, 独市");
    }

    @Test
    void everythingThatCannotBeReadIsSaidAtOnceWithItsRow() {
        String table = TABLE.replace("1101,甲市,东县,县级,1981", "1101,无市,东县,县级,19八一")
                .replace("1104,甲市,东区,县级", "1104,甲市,,县级")
                .replace("1104[2005];1203", "1104[2005]、1203");

        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> read(table, MAPPING.replace("县级: county", "县: county")))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.where() + " " + problem.code())
                        .contains(
                                "区划.csv:6 REGION_PARENT_UNKNOWN",
                                "区划.csv:6 REGION_DAY_MALFORMED",
                                "区划.csv:6 REGION_LEVEL_UNKNOWN",
                                "区划.csv:7 REGION_INCOMPLETE",
                                "区划.csv:9 REGION_SUCCESSOR_MALFORMED"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name: 名称 | nane: 名称 | regions.yml:5 [YAML_KEY_UNKNOWN]",
                "source: 区划公告 | source: | regions.yml:2 [YAML_VALUE_MISSING]",
                "names: [市, 名称] | names: [] | regions.yml:7 [MAPPING_PARENT_UNCLEAR]",
                "(?<code> | (?<kode> | regions.yml:9 [MAPPING_PATTERN]",
                "(?<code>\\d{4}) | (?<code>\\d{4} | regions.yml:9 [MAPPING_PATTERN]",
                "2020-06-19 | 19.6.2020 | regions.yml:10 [MAPPING_DAY]",
                "fill: 4 | fill: four | regions.yml:4 [YAML_NUMBER_EXPECTED]",
                "启用, until | 起用, until | 区划.csv:1 [COLUMN_MISSING] 缺少列 起用"
            })
    void mistakeInTheMappingIsSaidAtItsLine(String right, String wrong, String expected) {
        assertThat(MAPPING).contains(right);
        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> read(TABLE, MAPPING.replace(right, wrong)))
                .withMessageContaining(expected);
    }
}
