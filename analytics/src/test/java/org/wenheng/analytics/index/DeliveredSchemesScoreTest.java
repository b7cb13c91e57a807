package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** The delivered schemes score a full catalogue of made-up values. */
class DeliveredSchemesScoreTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));

    private static ElementPanel made(Catalogue catalogue, Period period) {
        SplittableRandom random = new SplittableRandom(7);
        ElementPanel.Builder panel = ElementPanel.builder();
        Period year = period.within(org.wenheng.ingest.reference.Frequency.YEAR);
        for (Region region : catalogue.regions().values()) {
            for (Element element : catalogue.elements().values()) {
                boolean adjusts =
                        element.code().startsWith("ADJ_") || element.code().startsWith("VETO_");
                for (Period part : year.parts(element.frequency())) {
                    panel.put(region.code(), part, element.code(), adjusts ? 0 : random.nextInt(1, 100));
                }
            }
        }
        return panel.build();
    }

    @ParameterizedTest
    @CsvSource({
        "jilin, jilin-2026.yml, 2026, 60, 11",
        "jilin, jilin-2026.yml, 2026Q2, 60, 11",
        "jilin, jilin-2026.yml, 2026-05, 60, 11",
        "us-public-libraries, us-public-libraries.yml, 2015, 3200, 0",
        "us-public-libraries, us-public-libraries.yml, 2014, 3200, 0",
        "china-synthetic, china-synthetic.yml, 2025-12, 2846, 0"
    })
    void everyRegionGetsScoreThatItsNodesExplain(
            String code, String file, String periodCode, int atLeastUnits, int parents) {
        Catalogue catalogue = Catalogues.load(HOME.resolve("ingest/catalogues").resolve(code));
        Scheme scheme = SchemeReader.read(HOME.resolve("analytics/schemes").resolve(file), catalogue);
        Period period = Period.parse(periodCode).orElseThrow();
        ElementPanel panel = made(catalogue, period);
        ScoreTable table = new Engine(scheme, catalogue).score(panel, period);
        assertThat(table.results())
                .filteredOn(result -> result.kind().equals("unit"))
                .hasSizeGreaterThanOrEqualTo(atLeastUnits);
        assertThat(table.results())
                .filteredOn(result -> result.kind().equals("parent"))
                .hasSize(parents);
        assertThat(table.results()).allSatisfy(result -> {
            assertThat(result.score()).isNotNull();
            assertThat(result.covered()).isEqualTo(1, within(1e-9));
            assertThat(result.nodes().get(0).contribution()).isEqualTo(result.exact());
        });
    }

    @Test
    void meihekouStandsAmongTheParentsAndNotInTonghua() {
        Catalogue catalogue = Catalogues.load(HOME.resolve("ingest/catalogues/jilin"));
        Scheme scheme = SchemeReader.read(HOME.resolve("analytics/schemes/jilin-2026.yml"), catalogue);
        Period year = Period.ofYear(2026);
        ScoreTable table = new Engine(scheme, catalogue).score(made(catalogue, year), year);
        assertThat(table.results())
                .filteredOn(result -> result.region().equals("220581"))
                .extracting(RegionResult::kind)
                .containsExactly("unit", "parent");
        RegionResult tonghua = table.results().stream()
                .filter(result -> result.region().equals("220500"))
                .findFirst()
                .orElseThrow();
        assertThat(tonghua.nodes())
                .extracting(NodeResult::node)
                .contains("unit:220582")
                .doesNotContain("unit:220581");
    }
}
