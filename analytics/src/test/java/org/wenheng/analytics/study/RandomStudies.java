package org.wenheng.analytics.study;

import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.util.List;
import java.util.SplittableRandom;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/** A small world in which every kind of rule occurs, with random values and gaps, the same for the same seed. */
final class RandomStudies {
    static final Period YEAR = Period.ofYear(2026);
    static final Catalogue CATALOGUE = SmallWorld.catalogue(8);
    static final Scheme SCHEME = SmallWorld.read(
            CATALOGUE,
            indicator("D1", "D", 0.7, "year", "A"),
            indicator("D2", "D", 1.1, "year", "A / B * 100", "when-denominator-is-zero: full-points"),
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
                    "parameters: { unacceptable: 20, satisfactory: 80, base: 60, span: 40, clip: [0, 100] }"));

    private RandomStudies() {}

    static SchemeStudy study(long seed) {
        return SchemeStudy.of(SCHEME, CATALOGUE, panel(seed), YEAR);
    }

    /** In ten values one does not apply, one was not reported and one is 0; a county in ten reported nothing at all. */
    static ElementPanel panel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ElementPanel.Builder panel = ElementPanel.builder();
        for (String region : CATALOGUE.regions().keySet()) {
            boolean silent = random.nextInt(10) == 0;
            for (String element : List.of("A", "B", "POP", "PRIZE", "BLAME")) {
                int dice = random.nextInt(10);
                double value = random.nextDouble(0, element.length() > 1 ? 4 : 100);
                ValueStatus status = dice == 0
                        ? ValueStatus.NOT_APPLICABLE
                        : dice == 1 ? ValueStatus.NOT_REPORTED : ValueStatus.REPORTED;
                double reported = dice == 2 ? 0 : value;
                if (!silent) {
                    panel.put(
                            region,
                            YEAR,
                            element,
                            new Cell(status, status == ValueStatus.REPORTED ? reported : Double.NaN, 1, 1));
                }
            }
        }
        return panel.build();
    }
}
