package org.wenheng.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.ingest.reference.RegionMatch.Ambiguous;
import org.wenheng.ingest.reference.RegionMatch.Found;
import org.wenheng.ingest.reference.RegionMatch.NotInForce;
import org.wenheng.ingest.reference.RegionMatch.SamePlace;
import org.wenheng.ingest.reference.RegionMatch.Unknown;

/** What people write for a region, against the regions of Jilin and of the whole nation. */
class RegionFinderTest {
    private static final RegionHistory JILIN = load("jilin");
    private static final RegionHistory CHINA = load("china-counties");
    private static final RegionFinder OF_JILIN = new RegionFinder(JILIN);
    private static final RegionFinder OF_CHINA = new RegionFinder(CHINA);

    private static RegionHistory load(String catalogue) {
        return Catalogues.loadRegions(Path.of(System.getProperty("wenheng.home"), "ingest/catalogues", catalogue));
    }

    private static List<String> codes(List<Region> regions) {
        return regions.stream().map(Region::code).toList();
    }

    private static Period period(String code) {
        return Period.parse(code).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "220184 | 220184",
                "\u3000\u3000220184\t | 220184",
                "'220184 | 220184",
                "\u00a0220184\u3000 | 220184",
                "２２０１８４ | 220184",
                "220184000000 | 220184",
                "220184000 | 220184",
                "220100000000 | 220100",
                "220184.0 | 220184",
                "2.20184E+05 | 220184",
                "2.20184E5 | 220184",
                "jlcbs | JLCBS",
                "公主岭市 | 220184",
                "公主岭 | 220184",
                "长春市公主岭市 | 220184",
                "吉林省长春市公主岭市 | 220184",
                "吉林省 长春市 公主岭市 | 220184",
                "吉林省/长春市/公主岭市 | 220184",
                "220184 公主岭市 | 220184",
                "公主岭市（220184） | 220184",
                "前郭县 | 220721",
                "伊通县 | 220323",
                "长白县 | 220623",
                "白山市长白县 | 220623",
                "gongzhuling city | 220184",
                "吉林市 | 220200",
                "吉林省 | 220000",
                "吉林省吉林市 | 220200",
                "吉林全省 | 220000",
                "通化市 | 220500",
                "通化县 | 220521",
                "长白山管委会 | JLCBS"
            })
    void whatPeopleWriteIsFound(String text, String code) {
        assertThat(codes(OF_JILIN.find(text, period("2025")).candidates())).containsExactly(code);
        assertThat(OF_JILIN.find(text, period("2025"))).isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.2E+05 | digits were rounded away",
                "2.20184E+11 | the last six of twelve digits were rounded away",
                "220184102 | a township",
                "220184102003 | a village",
                "22018 | a digit is missing",
                "2201840 | a digit too many",
                "229999 | nobody's code",
                "吉林 | province or city",
                "通化 | city or county",
                "四平市公主岭 | another prefecture's",
                "长春市铁西区 | another prefecture's",
                "公主岭县 | no such county",
                "'' | nothing"
            })
    void whatCouldMeanSomethingElseIsNotGuessed(String text, String why) {
        assertThat(OF_JILIN.find(text, period("2025"))).as(why).isNotInstanceOf(Found.class);
        if (!text.contains("公主岭")) {
            assertThat(OF_JILIN.find(text, period("2025"))).as(why).isEqualTo(new Unknown());
        }
    }

    @Test
    void nameOfThreeDistrictsIsRefusedWithAllOfThem() {
        RegionMatch match = OF_CHINA.find("铁西区", period("2024"));

        assertThat(match).isInstanceOf(Ambiguous.class);
        assertThat(match.candidates())
                .extracting(region -> region.code() + " " + CHINA.path(region, LocalDate.of(2024, 12, 31)))
                .containsExactly("210106 中国/辽宁省/沈阳市/铁西区", "210303 中国/辽宁省/鞍山市/铁西区", "220302 中国/吉林省/四平市/铁西区");
        assertThat(codes(OF_CHINA.find("四平市铁西区", period("2024")).candidates())).containsExactly("220302");
        assertThat(codes(OF_CHINA.find("吉林省四平市铁西区", period("2024")).candidates()))
                .containsExactly("220302");
        assertThat(codes(OF_CHINA.find("吉林省铁西区", period("2024")).candidates())).containsExactly("220302");
        assertThat(codes(OF_CHINA.find("辽宁省铁西区", period("2024")).candidates())).containsExactly("210106", "210303");
        assertThat(codes(OF_JILIN.find("铁西区", period("2024")).candidates()))
                .as("only one in the catalogue of the province")
                .containsExactly("220302");
    }

    @Test
    void eachOfTheTwentyNineNamesThatSeveralCountiesBearIsRefusedWithAllOfThem() {
        LocalDate day = LocalDate.of(2024, 12, 31);
        Map<String, List<String>> byName = new TreeMap<>(CHINA.inForce(day).stream()
                .filter(region -> region.level().equals("county"))
                .collect(Collectors.groupingBy(
                        region -> region.name().chinese(), Collectors.mapping(Region::code, Collectors.toList()))));
        byName.values().removeIf(codes -> codes.size() == 1);

        assertThat(byName).hasSize(29).containsKeys("朝阳区", "铁西区", "铁东区", "西安区", "鼓楼区", "市中区");
        assertThat(byName).allSatisfy((name, codes) -> {
            RegionMatch match = OF_CHINA.find(name, period("2024"));
            assertThat(match).isInstanceOf(Ambiguous.class);
            assertThat(codes(match.candidates()))
                    .isEqualTo(codes.stream().sorted().toList());
        });
    }

    @Test
    void everyOtherCountyIsFoundByItsNameAndEveryOneByItsPath() {
        LocalDate day = LocalDate.of(2024, 12, 31);
        Map<String, Long> bearers = CHINA.inForce(day).stream()
                .collect(Collectors.groupingBy(region -> region.name().chinese(), Collectors.counting()));

        assertThat(CHINA.inForce(day)).hasSizeGreaterThan(3300).allSatisfy(region -> {
            assertThat(OF_CHINA.find(CHINA.path(region, day), period("2024"))).isEqualTo(new Found(region));
            assertThat(OF_CHINA.find(region.name().chinese(), period("2024")) instanceof Found)
                    .isEqualTo(bearers.getOrDefault(region.name().chinese(), 0L) == 1);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "220381 | 2024 | 220184",
                "220381 | 2020-06 | 220184",
                "220381 | 2020 | 220184",
                "220184 | 2015 | 220381",
                "四平市公主岭市 | 2024 | 220184",
                "220381 公主岭市 | 2024 | 220184",
                "220181 | 2024 | 220113",
                "八道江区 | 2005 | 220602"
            })
    void codeOrNameOfAnotherTimeIsTakenForTheSamePlace(String text, String period, String code) {
        RegionMatch match = OF_JILIN.find(text, period(period));

        assertThat(codes(match.candidates())).containsExactly(code);
        if (!text.equals("八道江区")) {
            assertThat(match).isInstanceOf(SamePlace.class);
        }
    }

    @Test
    void formerCodeIsFoundInItsOwnTime() {
        assertThat(OF_JILIN.find("220381", period("2019"))).isInstanceOf(Found.class);
        assertThat(OF_JILIN.find("220381", period("2020-05"))).isInstanceOf(Found.class);
        assertThat(OF_JILIN.find("220381", period("2019")).candidates().get(0).parent())
                .isEqualTo("220300");
        assertThat(codes(OF_JILIN.find("公主岭市", period("2019")).candidates())).containsExactly("220381");
    }

    @Test
    void placeThatWasDividedIsRefusedWithWhatItBecame() {
        RegionMatch match = OF_CHINA.find("130521", period("2021"));

        assertThat(match).isInstanceOf(NotInForce.class);
        assertThat(((NotInForce) match).asked())
                .extracting(region -> region.name().chinese())
                .containsOnly("邢台县");
        assertThat(codes(match.candidates())).containsExactly("130502", "130503");
    }

    @Test
    void codeAndNameThatContradictEachOtherAreRefusedWithBoth() {
        assertThat(codes(OF_JILIN.find("220281 桦甸市", period("2024")).candidates()))
                .as("swapped in a list of 2003")
                .containsExactly("220281", "220282");
        assertThat(OF_JILIN.find("220281 桦甸市", period("2024"))).isInstanceOf(Ambiguous.class);
    }

    @Test
    void codeThatWasUsedTwiceMeansTheRegionOfThePeriod() {
        assertThat(OF_CHINA.find("220702", period("1994")).candidates())
                .extracting(region -> region.name().chinese())
                .containsExactly("扶余区");
        assertThat(OF_CHINA.find("220702", period("1996")).candidates())
                .extracting(region -> region.name().chinese())
                .containsExactly("宁江区");
    }

    @Test
    void orderOfTheRegionsDoesNotMatter() {
        List<Region> reversed = JILIN.regions().stream()
                .sorted(Comparator.comparing(Region::code).reversed())
                .toList();
        RegionFinder other = new RegionFinder(new RegionHistory(reversed, JILIN.changes()));

        for (String text : List.of("220381", "公主岭市", "四平市公主岭市", "九台市", "长白县", "通化")) {
            assertThat(other.find(text, period("2024"))).isEqualTo(OF_JILIN.find(text, period("2024")));
        }
    }
}
