package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogues that stand in the project. Numbers of Jilin are those of the census tabulation and the code list. */
final class ShippedCataloguesTest {

    @Test
    void jilinHasNinePrefecturesSixtyCountiesAndNineZones() {
        Catalogue jilin = load("jilin");

        assertThat(jilin.regionsOfLevel("province")).hasSize(1);
        assertThat(jilin.regionsOfLevel("prefecture")).hasSize(9);
        assertThat(jilin.regionsOfLevel("county")).hasSize(60);
        assertThat(jilin.regionsOfLevel("zone")).hasSize(9);
        assertThat(jilin.regionsOfLevel("reporting-unit"))
                .extracting(Region::code)
                .containsExactly("JLCBS");
        assertThat(jilin.elements()).hasSize(144);
        assertThat(jilin.forms()).hasSize(49);
        assertThat(jilin.departments()).hasSize(25);
    }

    @Test
    void countiesAndZonesOfJilinAddUpToTheCensus() {
        Catalogue jilin = load("jilin");

        assertThat(population(jilin.regionsOfLevel("county")).add(population(jilin.regionsOfLevel("zone"))))
                .isEqualTo(new BigDecimal("24073453"))
                .isEqualTo(population(jilin.regionsOfLevel("prefecture")));
    }

    @Test
    void formerCodeAndShortNameOfJilinFindTheirRegion() {
        Catalogue jilin = load("jilin");

        assertThat(jilin.findRegionReportedAs("220381")).isEqualTo(jilin.findRegion("220184"));
        assertThat(jilin.findRegionReportedAs("前郭县")).isEqualTo(jilin.findRegion("220721"));
        assertThat(jilin.findRegionReportedAs("通化")).as("city or county").isEmpty();
    }

    @Test
    void everyElementOfJilinStandsInAForm() {
        Catalogue jilin = load("jilin");

        assertThat(jilin.forms().values().stream()
                        .flatMap(form -> form.elements().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(jilin.elements().keySet());
    }

    @Test
    void countiesOfTheSurveyLieInTheirStates() {
        Catalogue survey = load("us-public-libraries");

        assertThat(survey.regionsOfLevel("state")).hasSize(56);
        assertThat(survey.regionsOfLevel("county"))
                .hasSizeGreaterThan(3140)
                .allSatisfy(county ->
                        assertThat(county.parent()).isEqualTo(county.code().substring(0, 2)));
        assertThat(survey.findRegionReportedAs("46113")).isEqualTo(survey.findRegion("46102"));
        assertThat(survey.findRegionReportedAs("02270")).isEqualTo(survey.findRegion("02158"));
    }

    private static BigDecimal population(List<Region> regions) {
        return regions.stream()
                .map(region -> new BigDecimal(String.valueOf(region.attribute("population-2020"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Catalogue load(String code) {
        return Catalogues.load(Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues")
                .resolve(code));
    }
}
