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

        assertThat(reportedAs(jilin, "220381")).containsExactly("220184");
        assertThat(reportedAs(jilin, "前郭县")).containsExactly("220721");
        assertThat(reportedAs(jilin, "通化")).as("city or county").isEmpty();
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
        assertThat(reportedAs(survey, "46113")).containsExactly("46102");
        assertThat(reportedAs(survey, "02270")).containsExactly("02158");
    }

    private static List<String> reportedAs(Catalogue catalogue, String text) {
        return new RegionFinder(catalogue.history())
                .find(text, Period.ofYear(2025)).candidates().stream()
                        .map(Region::code)
                        .toList();
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
