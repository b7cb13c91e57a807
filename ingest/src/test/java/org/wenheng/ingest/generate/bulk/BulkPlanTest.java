package org.wenheng.ingest.generate.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

class BulkPlanTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("wenheng.home"), "ingest", "catalogues", "china-synthetic");
    private static final Catalogue CATALOGUE = Catalogues.load(FOLDER);
    private static final BulkRules RULES = BulkRulesReader.read(FOLDER.resolve("bulk.yml"), CATALOGUE);
    private static final Period FIRST = Period.ofMonth(2024, 1);

    @TempDir
    private Path temporary;

    private static BulkPlan nation(long seed) {
        return BulkPlan.of(CATALOGUE, RULES, new BulkOrder("100000", 2844, 600_000, FIRST, 24, seed));
    }

    @Test
    void facilitiesOfTheNationAddUpAndFollowThePeople() {
        List<Region> counties = BulkPlan.counties(CATALOGUE, "100000", FIRST).subList(0, 2844);
        Map<String, int[]> counts = FacilityCounts.of(counties, RULES.kinds(), 600_000);

        int[] ofKinds = new int[RULES.kinds().size()];
        counts.values().forEach(each -> {
            for (int kind = 0; kind < each.length; kind++) {
                ofKinds[kind] += each[kind];
            }
        });
        assertThat(java.util.Arrays.stream(ofKinds).sum()).isEqualTo(600_000);
        // One library and one centre a county; the rest by the shares 0.066, 0.17 and 0.764 of 591,468.
        assertThat(ofKinds).containsExactly(2844, 2844, 39037, 100550 + 2844, 451881);
        // 农安县 has about three times the rural people of 南关区, which has none.
        assertThat(counts.getOrDefault("220122", new int[5])[4]).isGreaterThan(100);
        assertThat(counts.getOrDefault("220102", new int[5])[4]).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 99})
    void everyFacilityStandsInOneBlockOfEachVersion(long seed) {
        BulkPlan plan = BulkPlan.of(CATALOGUE, RULES, new BulkOrder("220000", 60, 12_000, FIRST, 24, seed));
        Period month = Period.ofMonth(2025, 6);
        Map<String, Integer> known = new HashMap<>();
        for (Block block : plan.blocks(List.of(month))) {
            assertThat(block.superseded()).isIn(false, block.correction() != null);
            if (!block.superseded()) {
                known.merge(block.region(), block.last() - block.first() + 1, Integer::sum);
            }
        }
        for (BulkReport report : plan.reports(List.of(month))) {
            assertThat(known).containsEntry(report.region(), report.facilities());
        }
        int reported = known.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(reported).isBetween(9_000, 12_000);
    }

    @Test
    void someCountiesMadeAloneAreThoseOfTheWhole() {
        BulkPlan plan = nation(7);
        Period month = Period.ofMonth(2025, 3);
        List<Block> jilin = plan.blocks(List.of(month)).stream()
                .filter(block -> block.region().startsWith("22"))
                .toList();

        assertThat(plan.blocks(List.of(month), region -> region.code().startsWith("22")))
                .isNotEmpty()
                .isEqualTo(jilin);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 99})
    void sharesOfSilentLateAndCorrectedReportsAreThoseOfTheRules(long seed) {
        BulkPlan plan = nation(seed);
        Period month = Period.ofMonth(2025, 3);
        List<BulkReport> reports = plan.reports(List.of(month));
        List<BulkReport> first =
                reports.stream().filter(report -> !report.correction()).toList();
        long late = first.stream()
                .filter(report -> report.receivedAt()
                        .isAfter(CATALOGUE.timetable().endOf(month.lastDay()).plusSeconds(9 * 86_400)))
                .count();

        // Four standard deviations of a share of 0.06 among 2,844 are 0.018; silent months come in rows and spread
        // wider.
        assertThat(1 - first.size() / 2844.0).isCloseTo(RULES.reports().silent(), within(0.02));
        assertThat((double) late / first.size()).isCloseTo(RULES.reports().late(), within(0.018));
        assertThat((double) (reports.size() - first.size()) / first.size())
                .isCloseTo(RULES.reports().corrected(), within(0.018));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 99})
    void anElementOfCountyHasOneAnomalyInMonthsThatWereReportedAndNotCorrected(long seed) {
        BulkPlan plan = nation(seed);
        Map<List<String>, Set<Integer>> numbers = plan.plantings().stream()
                .collect(Collectors.groupingBy(
                        planting -> List.of(planting.region(), planting.element()),
                        Collectors.mapping(Planting::number, Collectors.toSet())));
        Map<Period, Map<String, Long>> reports = new HashMap<>();
        plan.order()
                .periods()
                .forEach(month -> reports.put(
                        month,
                        plan.reports(List.of(month)).stream()
                                .collect(Collectors.groupingBy(BulkReport::region, Collectors.counting()))));

        assertThat(numbers.values())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(plan.plantings()).allSatisfy(planting -> {
            assertThat(planting.period()).isGreaterThanOrEqualTo(Period.ofMonth(2025, 3));
            assertThat(reports.getOrDefault(planting.period(), Map.of())).containsEntry(planting.region(), 1L);
            assertThat(reports.getOrDefault(planting.source(), Map.of())).containsEntry(planting.region(), 1L);
        });
        assertThat(plan.plantings().stream()
                        .map(planting -> planting.rule().kind())
                        .distinct())
                .containsExactlyElementsOf(RULES.anomalies().rules().stream()
                        .map(AnomalyRule::kind)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "220000, 61, 12000, [BULK_COUNTIES] 220000 之内有 60 个县,县数应在1到60之间",
        "220000, 60, 100, [BULK_FACILITIES_TOO_FEW] 60 个县至少要有 180 个机构",
        "999999, 1, 100, [BULK_REGION_UNKNOWN] 目录 china-synthetic 里没有行政区"
    })
    void orderThatCannotBeMetIsRefused(String within, int counties, int facilities, String expected) {
        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(
                        () -> BulkPlan.of(CATALOGUE, RULES, new BulkOrder(within, counties, facilities, FIRST, 24, 7)))
                .withMessageContaining(expected);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "growth: 0.04 | grwoth: 0.04 | [YAML_KEY_UNKNOWN]",
                "VISITS:  | VISIT:  | [BULK_ELEMENT_UNKNOWN]",
                "VISITS:  | VISIT:  | [BULK_ELEMENT_MISSING] 缺少数据元 VISITS 的规则",
                "season: budget | season: bugdet | [BULK_SEASON] 没有季节 bugdet",
                "silent: 0.03 | silent: 3 | [BULK_SHARE]",
                "of: library | of: libary | [BULK_KIND_UNKNOWN]",
                "[18000, 8000, 700, 256, 160] | [18000, 8000] | [BULK_LEVELS]",
                "by: rural-population | by: rural-people | [BULK_ATTRIBUTE_UNKNOWN]",
                "elements: [VISITS, PARTICIPANTS] | elements: [OPEN_HOURS] | [BULK_ELEMENT_NOT_SUM]",
                "in-days: [1, 9] | in-days: [9, 1] | [BULK_SPAN]"
            })
    void mistakeInTheRulesIsRefused(String right, String wrong, String expected) throws IOException {
        String text = Files.readString(FOLDER.resolve("bulk.yml"));
        assertThat(text).contains(right);
        Path file = Files.writeString(temporary.resolve("bulk.yml"), text.replace(right, wrong));

        assertThatExceptionOfType(InputRefusedException.class)
                .isThrownBy(() -> BulkRulesReader.read(file, CATALOGUE))
                .withMessageContaining(expected);
    }
}
