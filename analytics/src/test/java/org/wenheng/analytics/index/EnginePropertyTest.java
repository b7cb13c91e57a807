package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

class EnginePropertyTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(12);
    private static final String TEXT = SmallWorld.scheme(
            indicator("D1", "D", 0.7, "year", "A"),
            indicator("D2", "D", 1.1, "year", "A / B * 100"),
            indicator("D3", "D", 0.3, "year", "POP", "method: min-max", "parameters: { winsorise: [0.05, 0.95] }"),
            indicator(
                    "E1",
                    "E",
                    1,
                    "year",
                    "B",
                    "method: efficacy",
                    "parameters: { unacceptable: 20, satisfactory: 80, base: 60, span: 40, clip: [0, 100] }"));
    private static final Scheme SCHEME = SchemeReader.parse("test.yml", TEXT, CATALOGUE);

    private record Entry(String region, String element, ElementPanel.Cell cell) {}

    private static List<Entry> entries(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Entry> entries = new ArrayList<>();
        for (String region : CATALOGUE.regions().keySet()) {
            for (String element : List.of("A", "B", "POP", "PRIZE", "BLAME")) {
                int dice = random.nextInt(10);
                ValueStatus status = dice == 0
                        ? ValueStatus.NOT_APPLICABLE
                        : dice == 1 ? ValueStatus.NOT_REPORTED : ValueStatus.REPORTED;
                double value = status == ValueStatus.REPORTED
                        ? random.nextDouble(0, element.length() > 1 ? 4 : 100)
                        : Double.NaN;
                entries.add(new Entry(region, element, new ElementPanel.Cell(status, value, 1, 1)));
            }
        }
        return entries;
    }

    private static ScoreTable score(Scheme scheme, List<Entry> entries) {
        ElementPanel.Builder panel = ElementPanel.builder();
        entries.forEach(entry -> panel.put(entry.region(), YEAR, entry.element(), entry.cell()));
        return new Engine(scheme, CATALOGUE).score(panel.build(), YEAR);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void orderOfRowsDoesNotMatter(long seed) {
        List<Entry> entries = entries(seed);
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(score(SCHEME, shuffled)).isEqualTo(score(SCHEME, entries));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void contributionsOfLeavesSumToTheScoreToTheLastBit(long seed) {
        Set<String> inner = Set.of("INDEX", "D", "E");
        for (RegionResult result : score(SCHEME, entries(seed)).results()) {
            BigDecimal sum = result.nodes().stream()
                    .filter(node -> !inner.contains(node.node()))
                    .map(node -> new BigDecimal(node.contribution()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (result.score() != null) {
                assertThat(sum).isEqualByComparingTo(new BigDecimal(result.exact()));
                assertThat(result.nodes().get(0).contribution()).isEqualTo(result.exact());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void weightsOfWhatAppliesSumToTheWholeAndMissingEarnsNothing(long seed) {
        for (RegionResult result : score(SCHEME, entries(seed)).results()) {
            double weights = result.nodes().stream()
                    .filter(node -> node.node().matches("D.|E.|unit:.*"))
                    .mapToDouble(NodeResult::weight)
                    .sum();
            if (result.score() != null) {
                assertThat(weights).isEqualTo(100, within(1e-9));
                assertThat(result.covered()).isBetween(0.0, 1.0);
            }
            result.nodes().stream()
                    .filter(node ->
                            node.status().equals("missing") && !node.node().equals("INDEX"))
                    .forEach(node -> assertThat(node.contribution()).isZero());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void scalingTheWeightsOfSiblingsChangesNothing(long seed) {
        String scaled = TEXT.replace("weight: 60,", "weight: 180,")
                .replace("weight: 40,", "weight: 120,")
                .replace("weight: 0.7", "weight: 7")
                .replace("weight: 1.1", "weight: 11")
                .replace("weight: 0.3", "weight: 3");
        List<RegionResult> plain = score(SCHEME, entries(seed)).results();
        List<RegionResult> other = score(SchemeReader.parse("test.yml", scaled, CATALOGUE), entries(seed))
                .results();
        for (int i = 0; i < plain.size(); i++) {
            assertThat(other.get(i).score()).isEqualTo(plain.get(i).score());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void betterValueNeverLowersTheScore(long seed) {
        List<Entry> entries = entries(seed);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (!entry.element().equals("POP")
                    || entry.cell().status() != ValueStatus.REPORTED
                    || !entry.region().startsWith("X1")) {
                continue;
            }
            List<Entry> better = new ArrayList<>(entries);
            better.set(
                    i,
                    new Entry(
                            entry.region(),
                            "POP",
                            new ElementPanel.Cell(
                                    ValueStatus.REPORTED, entry.cell().value() + 1, 1, 1)));
            assertThat(exact(score(SCHEME, better), entry.region()))
                    .isGreaterThanOrEqualTo(exact(score(SCHEME, entries), entry.region()));
        }
    }

    private static double exact(ScoreTable table, String region) {
        return table.results().stream()
                .filter(result ->
                        result.region().equals(region) && result.kind().equals("unit"))
                .findFirst()
                .orElseThrow()
                .exact();
    }
}
