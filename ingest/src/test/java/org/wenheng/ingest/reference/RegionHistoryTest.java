package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.problem.InputRefusedException;

class RegionHistoryTest {
    @TempDir
    private Path folder;

    /** Two cities; B moved from one to the other and was recoded, C was divided, D and E were put together. */
    @BeforeEach
    void writeRegions() throws IOException {
        write("regions.csv", """
                code,name_zh,name_en,level,parent,valid_from,valid_to,aliases
                1,省,Province,province,,,,
                11,甲市,City A,city,1,,,
                12,乙市,City B,city,1,,,
                121,移县,Moved,county,12,2020-06-19,,
                113,东县,East,county,11,2010-01-01,,
                114,西县,West,county,11,2010-01-01,,
                115,合县,Joined,county,11,2015-03-01,,
                116,新名县,New name,county,11,2018-01-01,,
                """);
        write("former-regions.csv", """
                code,name_zh,name_en,level,parent,valid_from,valid_to,aliases
                112,移县,Moved,county,11,,2020-06-18,
                113,整县,Whole,county,11,,2009-12-31,
                118,丁县,D,county,11,,2015-02-28,
                119,戊县,E,county,11,,2015-02-28,
                116,旧名县,Old name,county,11,,2017-12-31,
                """);
        write("region-changes.csv", """
                date,kind,from,to,weight,basis,source
                2010-01-01,split,113,113,0.6,population-2010,公告
                2010-01-01,split,113,114,0.4,population-2010,公告
                2015-03-01,merge,118,115,,,公告
                2015-03-01,merge,119,115,,,公告
                2018-01-01,rename,116,116,,,公告
                2019-01-01,boundary,113,114,,,公告
                2020-06-19,transfer,112,121,,,公告
                """);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private RegionHistory load() {
        return Catalogues.loadRegions(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2009-12-31 | 1 11 112 113 116 118 119 12",
                "2010-01-01 | 1 11 112 113 114 116 118 119 12",
                "2015-03-01 | 1 11 112 113 114 115 116 12",
                "2020-06-18 | 1 11 112 113 114 115 116 12",
                "2020-06-19 | 1 11 113 114 115 116 12 121"
            })
    void regionsInForceDependOnTheDay(LocalDate day, String codes) {
        assertThat(load().inForce(day)).extracting(Region::code).containsExactly(codes.split(" "));
    }

    @Test
    void parentsChangeWithTheDay() {
        RegionHistory history = load();
        Region before = history.on("112", LocalDate.of(2020, 6, 18)).orElseThrow();
        Region after = history.on("121", LocalDate.of(2020, 6, 19)).orElseThrow();

        assertThat(history.path(before, LocalDate.of(2020, 6, 18))).isEqualTo("省/甲市/移县");
        assertThat(history.path(after, LocalDate.of(2024, 1, 1))).isEqualTo("省/乙市/移县");
        assertThat(history.path(before, LocalDate.of(2024, 1, 1)))
                .as("as it last was")
                .isEqualTo("省/甲市/移县");
    }

    @Test
    void codeIsFollowedForwardAndBack() {
        RegionHistory history = load();
        LocalDate today = LocalDate.of(2024, 1, 1);
        LocalDate early = LocalDate.of(2000, 1, 1);

        Region moved = history.on("112", early).orElseThrow();
        assertThat(history.samePlaceOn(moved, today).map(Region::code)).contains("121");
        assertThat(history.samePlaceOn(history.on("121", today).orElseThrow(), early)
                        .map(Region::code))
                .contains("112");
        Region renamed = history.on("116", early).orElseThrow();
        assertThat(history.samePlaceOn(renamed, today)
                        .map(region -> region.name().chinese()))
                .contains("新名县");
        Region divided = history.on("113", early).orElseThrow();
        assertThat(history.samePlaceOn(divided, today)).isEmpty();
        assertThat(history.partsOn(divided, today)).extracting(Region::code).containsExactly("113", "114");
        Region joined = history.on("115", today).orElseThrow();
        assertThat(history.samePlaceOn(joined, early)).isEmpty();
        assertThat(history.partsOn(joined, early)).extracting(Region::code).containsExactly("118", "119");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "former-regions.csv | 2020-06-18 | 2020-06-19 | region-changes.csv:8 [CHANGE_FROM_CONTINUES]",
                "former-regions.csv | 2020-06-18 | 2020-06-10 | region-changes.csv:8 [CHANGE_FROM_NOT_IN_FORCE] 代码 112 在变更前一日 2020-06-18 不在有效期内",
                "former-regions.csv | 2020-06-18 | '' | former-regions.csv:2 [REFERENCE_VALUE_MISSING]",
                "former-regions.csv | 116,旧名县,Old name,county,11,,2017-12-31 | 116,旧名县,Old name,county,11,,2018-03-01 | [REGION_VALIDITY_OVERLAP] 代码 116 同时属于“旧名县”(至 2018-03-01)和“新名县”(自 2018-01-01)",
                "former-regions.csv | E,county,11 | E,county,99 | former-regions.csv:5 [REGION_PARENT_UNKNOWN]",
                "former-regions.csv | E,county,11 | E,county,119 | former-regions.csv:5 [REGION_CYCLE] \"119\" 的上级最终是它自己",
                "former-regions.csv | E,county,11 | E,county,121 | former-regions.csv:5 [REGION_PARENT_NOT_IN_FORCE]",
                "regions.csv | 12,2020-06-19 | 12,2020-07-01 | region-changes.csv:8 [CHANGE_TO_NOT_IN_FORCE]",
                "regions.csv | 12,2020-06-19 | 11,2020-06-19 | region-changes.csv:8 [CHANGE_WITHOUT_DIFFERENCE] 划转前后上级都是 11",
                "regions.csv | 新名县,New name | 旧名县,Old name | region-changes.csv:6 [CHANGE_WITHOUT_DIFFERENCE] 更名前后都是“旧名县”",
                "region-changes.csv | transfer,112 | recode,112 | region-changes.csv:8 [CHANGE_HIDES_TRANSFER] 上级由 11 变为 12",
                "region-changes.csv | transfer,112,121 | transfer,112,122 | region-changes.csv:8 [CHANGE_TO_NOT_IN_FORCE] 代码 122",
                "region-changes.csv | 2020-06-19,transfer,112,121,,,公告 | '' | former-regions.csv:2 [REGION_SUCCESSOR_MISSING] 112“移县”于 2020-06-18 停用",
                "region-changes.csv | 2018-01-01,rename,116,116,,,公告 | '' | regions.csv:9 [REGION_CODE_REUSED] 代码 116 曾属于另一行政区",
                "region-changes.csv | 2010-01-01,split,113,114,0.4,population-2010,公告 | 2010-01-01,split,113,113,0.4,population-2011,公告 | regions.csv:7 [REGION_ORIGIN_MISSING] 114“西县”",
                "region-changes.csv | 0.4,population-2010 | 0.3,population-2010 | region-changes.csv:2 [CHANGE_WEIGHTS_SUM] 2010-01-01 拆分 的2个部分有2个权重,合计 0.9",
                "region-changes.csv | 114,0.4,population-2010 | 114,, | region-changes.csv:2 [CHANGE_WEIGHTS_SUM]",
                "region-changes.csv | 114,0.4,population-2010 | 114,0.4,area | region-changes.csv:2 [CHANGE_WEIGHT_BASES]",
                "region-changes.csv | 114,0.4,population-2010 | 114,0.4, | region-changes.csv:3 [CHANGE_WEIGHT_WITHOUT_BASIS]",
                "region-changes.csv | 114,0.4,population-2010 | 114,-0.4,population-2010 | region-changes.csv:3 [CHANGE_WEIGHT_RANGE]",
                "region-changes.csv | 121,,,公告 | 121,0.5,area,公告 | region-changes.csv:8 [CHANGE_WEIGHT_UNUSED]",
                "region-changes.csv | rename,116,116 | rename,116,117 | region-changes.csv:6 [CHANGE_CODES] 更名不改代码",
                "region-changes.csv | rename,116,116 | establish,116,116 | region-changes.csv:6 [CHANGE_CODES] 设立 应不填 from",
                "region-changes.csv | boundary,113,114 | boundary,113,113 | region-changes.csv:7 [CHANGE_CODES] from 与 to 不能相同",
                "region-changes.csv | 2018-01-01,rename | 2018-1-1,rename | region-changes.csv:6 [REFERENCE_DATE_EXPECTED]",
                "region-changes.csv | boundary | border | region-changes.csv:7 [REFERENCE_WORD_UNKNOWN]",
                "region-changes.csv | 2015-03-01,merge,119,115,,,公告 | 2015-03-01,merge,118,115,,,公告 | region-changes.csv:5 [CHANGE_REPEATED]",
                "region-changes.csv | 2015-03-01,merge,118,115,,,公告 | 2015-03-01,recode,119,115,,,公告 | [CHANGE_CONTRADICTS] 119 同一天既整体延续又被拆分或并入"
            })
    void mistakeIsRefusedAtItsLine(String file, String right, String wrong, String expected) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(right);
        write(file, text.replace(right, wrong).replace("\n\n", "\n"));

        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(this::load)
                .withMessageContaining(expected);
    }

    @Test
    void codesMayBeSwappedOnOneDay() throws IOException {
        write("former-regions.csv", """
                code,name_zh,name_en,level,parent,valid_from,valid_to,aliases
                81,子市,Z,county,11,,2002-12-31,
                82,丑市,C,county,11,,2002-12-31,
                """);
        write("regions.csv", """
                code,name_zh,name_en,level,parent,valid_from,valid_to,aliases
                11,甲市,City A,city,,,,
                82,子市,Z,county,11,2003-01-01,,
                81,丑市,C,county,11,2003-01-01,,
                """);
        write("region-changes.csv", """
                date,kind,from,to,weight,basis,source
                2003-01-01,recode,81,82,,,公告
                2003-01-01,recode,82,81,,,公告
                """);
        RegionHistory history = load();
        Region first = history.on("81", LocalDate.of(2000, 1, 1)).orElseThrow();

        assertThat(history.samePlaceOn(first, LocalDate.of(2020, 1, 1)).map(Region::code))
                .contains("82");
        assertThat(new RegionFinder(history).find("子市", Period.ofYear(2000)).candidates())
                .extracting(Region::code)
                .containsExactly("81");
    }

    @Test
    void allMistakesAreSaidAtOnce() throws IOException {
        write("region-changes.csv", """
                date,kind,from,to,weight,basis,source
                2010-01-01,split,113,113,0.6,population-2010,
                2010-01-01,split,113,114,0.3,population-2010,公告
                2018-01-01,rename,116,117,,,公告
                """);

        List<String> codes = new java.util.ArrayList<>();
        try {
            load();
        } catch (InputRefusedException refused) {
            refused.problems().forEach(problem -> codes.add(problem.code()));
        }

        assertThat(codes)
                .contains(
                        "REFERENCE_VALUE_MISSING",
                        "CHANGE_WEIGHTS_SUM",
                        "CHANGE_CODES",
                        "REGION_SUCCESSOR_MISSING",
                        "REGION_ORIGIN_MISSING");
    }
}
