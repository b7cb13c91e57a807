package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both bases against the census tabulation by county and the bulletin of the province, to the person. */
class RegionBasisTest {
    private static final Catalogue JILIN =
            Catalogues.load(Path.of(System.getProperty("wenheng.home"), "ingest/catalogues/jilin"));
    private static final LocalDate DAY = LocalDate.of(2020, 11, 1);

    private static Optional<BigDecimal> population(Region region) {
        return Optional.ofNullable(region.attribute("population-2020")).map(BigDecimal::new);
    }

    private static long total(RegionBasis basis, String code) {
        return new RegionTree(JILIN, basis, DAY)
                .total(code, "population-2020", RegionBasisTest::population)
                .orElseThrow()
                .longValueExact();
    }

    @ParameterizedTest
    @CsvSource({
        "220100, 9066906, 9066906",
        "220200, 3623713, 3623713",
        "220300, 1814733, 1814733",
        "220400,  996903,  996903",
        "220500, 1812114, 1302778",
        "220600,  968373,  951866",
        "220700, 2252994, 2252994",
        "220800, 1551378, 1551378",
        "222400, 1986339, 1941700"
    })
    void countiesAddUpToThePrefectureOnBothBases(String prefecture, long byCode, long byManagement) {
        Region region = JILIN.findRegion(prefecture).orElseThrow();

        assertThat(total(RegionBasis.CODE, prefecture)).isEqualTo(byCode);
        assertThat(region.attribute("population-2020")).isEqualTo(Long.toString(byCode));
        assertThat(total(RegionBasis.MANAGEMENT, prefecture)).isEqualTo(byManagement);
        assertThat(region.attribute("population-2020-bulletin")).isEqualTo(Long.toString(byManagement));
    }

    @ParameterizedTest
    @EnumSource(RegionBasis.class)
    void everyPlaceCountsOnceInTheProvince(RegionBasis basis) {
        assertThat(total(basis, "220000")).isEqualTo(24_073_453);
    }

    @Test
    void unitsOfTheirOwnStandBesideThePrefecturesByManagementOnly() {
        List<String> byCode = new RegionTree(JILIN, RegionBasis.CODE, DAY)
                .children("220000").stream().map(Region::code).toList();
        List<String> byManagement = new RegionTree(JILIN, RegionBasis.MANAGEMENT, DAY)
                .children("220000").stream().map(Region::code).toList();

        assertThat(byCode).hasSize(9).doesNotContain("220581", "JLCBS");
        assertThat(byManagement).hasSize(11).contains("220581", "JLCBS");
        assertThat(total(RegionBasis.MANAGEMENT, "220581")).isEqualTo(509_336);
        assertThat(total(RegionBasis.MANAGEMENT, "JLCBS")).isEqualTo(61_146);
    }

    @Test
    void countyCountsWithThePrefectureOfItsDay() {
        RegionTree before = new RegionTree(JILIN, RegionBasis.CODE, LocalDate.of(2020, 6, 18));
        RegionTree after = new RegionTree(JILIN, RegionBasis.CODE, LocalDate.of(2020, 6, 19));

        assertThat(before.children("220300")).extracting(Region::code).contains("220381");
        assertThat(before.children("220100")).extracting(Region::code).doesNotContain("220184");
        assertThat(after.children("220300")).extracting(Region::code).doesNotContain("220381");
        assertThat(after.children("220100")).extracting(Region::code).contains("220184");
    }

    @Test
    void sumWithoutAPartIsNoSum() {
        assertThat(new RegionTree(JILIN, RegionBasis.CODE, DAY)
                        .total(
                                "220300",
                                "population-2020",
                                region -> region.code().equals("220302") ? Optional.empty() : population(region)))
                .isEmpty();
    }
}
