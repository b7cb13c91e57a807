package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.problem.InputRefusedException;

final class CataloguesTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void writeSmallCatalogue() throws IOException {
        folder = Files.createDirectory(temporary.resolve("small"));
        write("catalogue.yml", """
                code: small
                title: { zh: 小目录, en: Small }
                sources:
                  - title: { zh: 来源, en: Source }
                    holds: all
                    certainty: P
                """);
        write("regions.csv", """
                code,name_zh,name_en,level,parent,valid_from,valid_to,aliases,type
                1,全省,Whole,province,,,,,
                12,乙县,B,county,1,,,,
                11,甲县,A,county,1,2020-06-19,2030-01-01,old11;甲,县
                """);
        write("departments.csv", """
                code,name_zh,name_en,successor,since
                culture,文化厅,Culture,文旅厅,2018
                """);
        write("elements.csv", """
                code,name_zh,name_en,unit,frequency,over_time,over_facilities,integer,minimum,maximum,at_most,departments,source
                PART,部分,Part,人,month,sum,sum,true,0,,WHOLE,文化厅,表
                WHOLE,全部,Whole,人,month,sum,mean,false,0,100,,文化厅,表
                """);
        write("forms.yml", """
                people-month:
                  title: { zh: 人数月报, en: People by month }
                  frequency: month
                  department: culture
                  facility-type: library
                  levels: [county]
                  elements: [WHOLE, PART]
                  due-days: 10
                """);
    }

    @Test
    void soundCatalogueIsReadAsWritten() {
        Catalogue catalogue = Catalogues.load(folder);

        assertThat(catalogue.title()).isEqualTo(new Title("小目录", "Small"));
        assertThat(catalogue.regions()).containsOnlyKeys("1", "11", "12");
        assertThat(catalogue.regions().keySet().iterator().next()).isEqualTo("1");
        Region first = catalogue.findRegion("11").orElseThrow();
        assertThat(first.validFrom()).isEqualTo(LocalDate.of(2020, 6, 19));
        assertThat(first.attribute("type")).isEqualTo("县");
        assertThat(catalogue.findRegion("12").orElseThrow().attribute("type")).isNull();
        assertThat(catalogue.formsOf(first))
                .singleElement()
                .satisfies(form -> assertThat(form.elements()).containsExactly("WHOLE", "PART"));
        assertThat(catalogue.elements().get("WHOLE"))
                .extracting(Element::overFacilities, Element::integer, Element::atMost)
                .containsExactly(Element.RollUp.MEAN, false, null);
    }

    @Test
    void regionIsFoundUnderCodeNameAndAlias() {
        Catalogue catalogue = Catalogues.load(folder);

        RegionFinder finder = new RegionFinder(catalogue.history());
        Region first = catalogue.findRegion("11").orElseThrow();
        Period period = Period.ofYear(2025);
        assertThat(finder.find(" old11 ", period)).isEqualTo(new RegionMatch.Found(first));
        assertThat(finder.find("甲县", period)).isEqualTo(new RegionMatch.Found(first));
        assertThat(finder.find("丙县", period)).isEqualTo(new RegionMatch.Unknown());
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "catalogue.yml | code: small | code: other | catalogue.yml:1 [CATALOGUE_CODE_NOT_FOLDER]",
                "catalogue.yml | sources | source | catalogue.yml:3 [YAML_KEY_UNKNOWN]",
                "regions.csv | 12,乙县 | 11,乙县 | regions.csv:4 [REFERENCE_CODE_DUPLICATE]",
                "regions.csv | county,1,, | county,9,, | regions.csv:3 [REGION_PARENT_UNKNOWN]",
                "regions.csv | county,1,, | county,12,, | regions.csv:3 [REGION_CYCLE]",
                "regions.csv | county,1,, | county,,, | regions.csv:3 [REGION_ROOT_REPEATED]",
                "regions.csv | province,, | province,1, | regions.csv [REGION_ROOT_MISSING]",
                "regions.csv | old11 | 12 | regions.csv:4 [REGION_ALIAS_AMBIGUOUS]",
                "regions.csv | 2030-01-01 | 2010-01-01 | regions.csv:4 [REGION_VALIDITY_REVERSED]",
                "regions.csv | 2030-01-01 | 2030-1-1 | regions.csv:4 [REFERENCE_DATE_EXPECTED]",
                "regions.csv | ,甲县, | ,, | regions.csv:4 [REFERENCE_VALUE_MISSING]",
                "regions.csv | name_en,level | name_en | regions.csv:1 [REFERENCE_COLUMN_MISSING]",
                "regions.csv | valid_to,aliases,type | valid_to,aliases,aliases | regions.csv:1 [REFERENCE_COLUMN_REPEATED]",
                "departments.csv | since | sinse | departments.csv:1 [REFERENCE_COLUMN_UNKNOWN]",
                "departments.csv | 文旅厅 | '' | departments.csv:2 [DEPARTMENT_SUCCESSOR_INCOMPLETE]",
                "departments.csv | 2018 | 18 | departments.csv:2 [REFERENCE_YEAR_EXPECTED]",
                "departments.csv | culture, | Culture, | departments.csv:2 [REFERENCE_CODE_MALFORMED]",
                "departments.csv | ,2018 | ,2018,more | departments.csv:2 [REFERENCE_ROW_LENGTH]",
                "elements.csv | month | monthly | elements.csv:2 [REFERENCE_WORD_UNKNOWN]",
                "elements.csv | WHOLE,文化厅 | HOLE,文化厅 | elements.csv:2 [ELEMENT_AT_MOST_UNKNOWN]",
                "elements.csv | Whole,人 | Whole,册 | elements.csv:2 [ELEMENT_AT_MOST_UNIT]",
                "elements.csv | 0,100,, | 0,100,PART, | elements.csv:2 [ELEMENT_AT_MOST_CYCLE]",
                "elements.csv | 0,100, | 200,100, | elements.csv:3 [ELEMENT_RANGE_REVERSED]",
                "elements.csv | 0,100, | 0,many, | elements.csv:3 [REFERENCE_NUMBER_EXPECTED]",
                "elements.csv | 100,,文化厅 | 100,,体育局 | elements.csv:3 [ELEMENT_DEPARTMENT_UNKNOWN]",
                "forms.yml | WHOLE, PART | WHOLE, PARTS | forms.yml:7 [FORM_ELEMENT_UNKNOWN]",
                "forms.yml | WHOLE, PART | WHOLE, WHOLE | forms.yml:7 [FORM_ELEMENT_TWICE]",
                "forms.yml | [WHOLE, PART] | [] | forms.yml:1 [FORM_EMPTY]",
                "forms.yml | frequency: month | frequency: year | forms.yml:7 [FORM_ELEMENT_FREQUENCY]",
                "forms.yml | levels: [county] | levels: [country] | forms.yml:6 [FORM_LEVEL_UNKNOWN]",
                "forms.yml | department: culture | department: sports | forms.yml:4 [FORM_DEPARTMENT_UNKNOWN]",
                "forms.yml | 人数月报 | 人数/月报 | forms.yml:2 [FORM_TITLE_NOT_A_SHEET_NAME]",
                "forms.yml | people-month | people_month | forms.yml:1 [FORM_CODE_MALFORMED]"
            })
    void mistakeIsRefusedAtItsLine(String file, String right, String wrong, String expected) throws IOException {
        replace(file, right, wrong);

        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> Catalogues.load(folder))
                .withMessageContaining(expected);
    }

    @Test
    void overlapOfRegionsThatAreNotThereIsRefused() throws IOException {
        write("region-overlaps.csv", """
                unit,inside,quantity,value,source
                12,11,population-2020,5,公报
                13,11,population-2020,,公报
                11,11,population-2020,5,公报
                """);

        InputRefusedException refused =
                catchThrowableOfType(InputRefusedException.class, () -> Catalogues.load(folder));

        assertThat(refused.problems())
                .extracting(problem -> problem.where() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "region-overlaps.csv:3 REFERENCE_VALUE_MISSING",
                        "region-overlaps.csv:3 OVERLAP_REGION_UNKNOWN",
                        "region-overlaps.csv:4 OVERLAP_WITH_ITSELF");
    }

    @Test
    void titleOfTwoFormsIsRefused() throws IOException {
        String form = Files.readString(folder.resolve("forms.yml"));
        write("forms.yml", form + form.replace("people-month", "other-month"));

        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> Catalogues.load(folder))
                .withMessageContaining("forms.yml:10 [FORM_TITLE_DUPLICATE]")
                .withMessageContaining("forms.yml:15 [FORM_ELEMENT_TWICE]");
    }

    @Test
    void missingFilesAreAllNamedAtOnce() throws IOException {
        Files.delete(folder.resolve("regions.csv"));
        Files.delete(folder.resolve("forms.yml"));

        InputRefusedException refused =
                catchThrowableOfType(InputRefusedException.class, () -> Catalogues.load(folder));

        assertThat(refused.problems())
                .filteredOn(problem -> problem.code().equals("REFERENCE_FILE_MISSING"))
                .extracting(problem -> problem.where())
                .containsExactly("regions.csv", "forms.yml");
    }

    @Test
    void folderThatIsNotThereIsRefused() {
        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> Catalogues.load(temporary.resolve("nowhere")))
                .withMessageContaining(
                        "[CATALOGUE_FOLDER_MISSING] 没有这个目录文件夹,请检查路径 / There is no such catalogue folder");
    }

    @Test
    void mistakesOfSeveralFilesAreSaidTogether() throws IOException {
        replace("regions.csv", "county,1,,", "county,9,,");
        replace("elements.csv", "month", "monthly");
        replace("forms.yml", "WHOLE, PART", "WHOLE, PARTS");

        InputRefusedException refused =
                catchThrowableOfType(InputRefusedException.class, () -> Catalogues.load(folder));

        assertThat(refused.problems())
                .extracting(problem -> problem.code())
                .contains("REGION_PARENT_UNKNOWN", "REFERENCE_WORD_UNKNOWN", "FORM_ELEMENT_UNKNOWN");
    }

    private void replace(String file, String right, String wrong) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(right);
        write(file, text.replace(right, wrong));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }
}
