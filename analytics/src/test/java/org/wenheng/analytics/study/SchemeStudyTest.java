package org.wenheng.analytics.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.composite.Construction.Built;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.robust.Draws;
import org.wenheng.analytics.robust.Ranks;
import org.wenheng.analytics.robust.Replications;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** When nothing varies, a study gives what the engine gives: at every node, in every region. */
class SchemeStudyTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));

    private static void assertIsTheEngines(SchemeStudy study) {
        Map<String, RegionResult> units = new Engine(study.scheme(), study.catalogue())
                .score(study.panel(), study.period()).results().stream()
                        .filter(result -> result.kind().equals("unit"))
                        .collect(Collectors.toMap(RegionResult::region, Function.identity()));
        Built built = study.built();
        Replications nominal = Replications.draw(study.study(), List.of(), new Draws(1, 1));
        List<NodeTree.Node> tree = study.stages().tree().nodes();
        assertThat(units).hasSize(study.stages().regions().size());
        for (int row = 0; row < units.size(); row++) {
            String region = study.stages().regions().get(row).code();
            RegionResult engines = Objects.requireNonNull(units.get(region));
            Integer rank = engines.rank();
            assertSame(nominal.nominalScores()[row], engines.exact());
            assertThat(nominal.nominalRanks()[row]).isEqualTo(rank == null ? Ranks.NONE : rank);
            for (int place = 0; place < tree.size() && !engines.nodes().isEmpty(); place++) {
                NodeResult node = engines.nodes().get(place);
                assertThat(node.node()).isEqualTo(tree.get(place).code());
                assertSame(built.scores().at(row, place), node.points());
            }
        }
    }

    private static void assertSame(double ours, double engines) {
        if (Double.isNaN(engines)) {
            assertThat(ours).isNaN();
        } else {
            assertThat(ours).isEqualTo(engines, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void smallWorldsAreScoredAsTheEngineScoresThem(long seed) {
        assertIsTheEngines(RandomStudies.study(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void schemesThatLeaveMissingIndicatorsOutFillInAndTreatAreScoredAlike(long seed) {
        String text = SmallWorld.scheme(
                        indicator("D1", "D", 0.7, "year", "A", "imputation: mean", "treatment: winsorise"),
                        indicator("D2", "D", 1, "year", "POP"),
                        indicator("E1", "E", 1, "year", "B", "method: min-max", "parameters: { winsorise: [0, 1] }"))
                .replace("  decimals: 2\n", "  decimals: 2\n  missing-indicator: left-out\n");
        Scheme scheme = SchemeReader.parse("test.yml", text, RandomStudies.CATALOGUE);
        assertIsTheEngines(
                SchemeStudy.of(scheme, RandomStudies.CATALOGUE, RandomStudies.panel(seed), RandomStudies.YEAR));
    }

    /** Three values in twenty are missing. */
    private static ElementPanel made(Catalogue catalogue, Period period, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ElementPanel.Builder panel = ElementPanel.builder();
        for (Region region : catalogue.regions().values()) {
            for (Element element : catalogue.elements().values()) {
                for (Period part : period.within(Frequency.YEAR).parts(element.frequency())) {
                    boolean adjusts =
                            element.code().startsWith("ADJ_") || element.code().startsWith("VETO_");
                    double value = random.nextInt(0, adjusts ? 2 : 100);
                    if (random.nextInt(20) > 2) {
                        panel.put(region.code(), part, element.code(), value);
                    }
                }
            }
        }
        return panel.build();
    }

    @ParameterizedTest
    @CsvSource({
        "jilin, jilin-2026.yml, 2026, 1",
        "jilin, jilin-2026.yml, 2026, 2",
        "jilin, jilin-2026.yml, 2026Q2, 3",
        "jilin, jilin-2026.yml, 2026-05, 4",
        "us-public-libraries, us-public-libraries.yml, 2015, 5"
    })
    void deliveredSchemesAreScoredAsTheEngineScoresThem(String code, String file, String periodCode, long seed) {
        Catalogue catalogue = Catalogues.load(HOME.resolve("ingest/catalogues").resolve(code));
        Scheme scheme = SchemeReader.read(HOME.resolve("analytics/schemes").resolve(file), catalogue);
        Period period = Period.parse(periodCode).orElseThrow();
        assertIsTheEngines(SchemeStudy.of(scheme, catalogue, made(catalogue, period, seed), period));
    }

    @Test
    void periodWithoutAnyDataIsRefused() {
        assertThatThrownBy(() -> SchemeStudy.of(
                        RandomStudies.SCHEME,
                        RandomStudies.CATALOGUE,
                        ElementPanel.builder().build(),
                        RandomStudies.YEAR))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("NOTHING_SCORED");
    }

    @Test
    void elementsNameTheIndicatorsThatRestOnThem() {
        assertThat(RandomStudies.study(1).elements())
                .extracting(part -> part.name() + " " + part.nodes())
                .containsExactly("A [D1, D2]", "B [D2, E1, E2]", "POP [D3]");
    }
}
