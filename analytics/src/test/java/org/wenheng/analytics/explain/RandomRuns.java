package org.wenheng.analytics.explain;

import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.util.List;
import java.util.SplittableRandom;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** Runs of a small world with random values, gaps and weights, the same for the same seed. */
final class RandomRuns {
    static final Period YEAR = Period.ofYear(2026);
    static final Catalogue CATALOGUE = SmallWorld.catalogue(8);

    private RandomRuns() {}

    static RunInputs run(long seed) {
        return new RunInputs(scheme(1.1, 80), CATALOGUE, panel(seed, YEAR), YEAR);
    }

    /** Two methods that look at a region alone, two that compare it. */
    static Scheme scheme(double weight, double satisfactory) {
        return SmallWorld.read(
                CATALOGUE,
                indicator("D1", "D", 0.7, "year", "A"),
                indicator("D2", "D", weight, "year", "A / B * 100"),
                indicator("D3", "D", 0.3, "year", "POP", "method: min-max", "parameters: { winsorise: [0.05, 0.95] }"),
                indicator(
                        "E1",
                        "E",
                        1,
                        "year",
                        "B",
                        "method: min-max",
                        "parameters: { winsorise: [0, 1] }",
                        "reference: { of: peer-group, at-least: 3 }"),
                indicator(
                        "E2",
                        "E",
                        1,
                        "year",
                        "B",
                        "method: efficacy",
                        "parameters: { unacceptable: 20, satisfactory: %s, base: 60, span: 40, clip: [0, 100] }"
                                .formatted(satisfactory)));
    }

    /** A value in ten does not apply, one in ten was not reported. */
    static ElementPanel panel(long seed, Period period) {
        SplittableRandom random = new SplittableRandom(seed);
        ElementPanel.Builder panel = ElementPanel.builder();
        for (String region : CATALOGUE.regions().keySet()) {
            for (String element : List.of("A", "B", "POP", "PRIZE", "BLAME")) {
                int dice = random.nextInt(10);
                double value = random.nextDouble(0, element.length() > 1 ? 4 : 100);
                ValueStatus status = dice == 0
                        ? ValueStatus.NOT_APPLICABLE
                        : dice == 1 ? ValueStatus.NOT_REPORTED : ValueStatus.REPORTED;
                panel.put(
                        region,
                        period,
                        element,
                        new Cell(status, status == ValueStatus.REPORTED ? value : Double.NaN, 1, 1));
            }
        }
        return panel.build();
    }

    /** The catalogue with a county in another city and group. */
    static Catalogue moved(Catalogue catalogue, String county, String city, String group) {
        List<Region> regions = catalogue.regions().values().stream()
                .map(region -> region.code().equals(county)
                        ? new Region(
                                county,
                                region.name(),
                                region.level(),
                                city,
                                java.util.Map.of("managed-by", city, "group", group, "special", "true"),
                                List.of(),
                                null,
                                null)
                        : region)
                .toList();
        List<Element> elements = List.copyOf(catalogue.elements().values());
        return Catalogue.of(
                catalogue.code(),
                new Title("小目录", "Small"),
                regions,
                elements,
                List.copyOf(catalogue.departments().values()),
                List.of());
    }
}
