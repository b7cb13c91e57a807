package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.index.Scored.node;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import org.junit.jupiter.api.Test;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/** What regions are held against by methods that compare. */
class ReferenceTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(4);
    private static final String[] SIX = {"X1", "X2", "X3", "X4", "Y1", "Y2"};

    private static Scheme scheme(String... indicators) {
        return SmallWorld.read(CATALOGUE, indicators);
    }

    /** D (60) by A, E (40) by B. */
    private static Scheme plain(String... more) {
        return scheme(indicator("D1", "D", 1, "year", "A", more), indicator("E1", "E", 1, "year", "B"));
    }

    private static ElementPanel.Builder panel() {
        return ElementPanel.builder();
    }

    private static RegionResult unit(Scheme scheme, ElementPanel.Builder panel, Period period, String region) {
        return Scored.unit(scheme, CATALOGUE, panel, period, region);
    }

    /** Values of A for the six counties, in a year. */
    private static void put(ElementPanel.Builder panel, int year, double... values) {
        for (int i = 0; i < values.length; i++) {
            panel.put(SIX[i], Period.ofYear(year), "A", values[i]);
        }
    }

    @Test
    void basePeriodHoldsTheScaleStill() {
        Scheme scheme = plain(
                "method: min-max",
                "parameters: { beyond: keep }",
                "reference: { of: base-period, period: 2024, at-least: 5 }");
        ElementPanel.Builder panel = panel();
        put(panel, 2024, 0, 10, 20, 30, 40, 50);
        put(panel, 2026, 25, 60, 20, 30, 40, 90);
        assertThat(node(unit(scheme, panel, YEAR, "X1"), "D1").points()).isEqualTo(50, within(1e-9));
        assertThat(node(unit(scheme, panel, YEAR, "X2"), "D1").points()).isEqualTo(120, within(1e-9));
        assertThat(node(unit(scheme, panel, YEAR, "X1"), "D1").notes()).isEmpty();
    }

    @Test
    void basePeriodWithTooFewValuesGivesWayToThisPeriodAndSaysSo() {
        Scheme scheme = plain("method: min-max", "reference: { of: base-period, period: 2024, at-least: 5 }");
        ElementPanel.Builder panel = panel();
        put(panel, 2024, 0, 10, 20, 30);
        put(panel, 2026, 0, 50, 100, 30, 40);
        panel.put("Y2", YEAR, "B", 1);
        NodeResult fallback = node(unit(scheme, panel, YEAR, "X2"), "D1");
        assertThat(fallback.points()).isEqualTo(50, within(1e-9));
        assertThat(fallback.notes().get(0).chinese()).endsWith("有效值仅4个,本期改与全部地区比较");
        NodeResult missing = node(unit(scheme, panel, YEAR, "Y2"), "D1");
        assertThat(missing.points()).isZero();
        assertThat(missing.notes()).noneMatch(note -> note.chinese().contains("改与"));
    }

    @Test
    void pooledPeriodsAreTheSamePartOfSeveralYears() {
        Scheme scheme = scheme(
                indicator(
                        "D1",
                        "D",
                        1,
                        "quarter",
                        "VISIT",
                        "method: borda",
                        "reference: { of: pooled-periods, periods: 3, at-least: 5 }"),
                indicator("E1", "E", 1, "quarter", "STOCK"));
        ElementPanel.Builder panel = panel();
        for (int i = 0; i < SIX.length; i++) {
            panel.put(SIX[i], Period.ofQuarter(2026, 2), "VISIT", 10 + i);
            panel.put(SIX[i], Period.ofQuarter(2025, 2), "VISIT", 0);
            panel.put(SIX[i], Period.ofQuarter(2024, 2), "VISIT", 99);
            panel.put(SIX[i], Period.ofQuarter(2026, 1), "VISIT", 0);
            panel.put(SIX[i], Period.ofQuarter(2023, 2), "VISIT", 0);
        }
        // Worse than the best county of 2026 are the other five and the six values of 2025.
        assertThat(node(unit(scheme, panel, Period.ofQuarter(2026, 2), "Y2"), "D1")
                        .points())
                .isEqualTo(11);
    }

    @Test
    void oneRegionIsWhatOthersAreHeldAgainst() {
        Scheme scheme =
                plain("method: fraction-of-best", "parameters: { cap: 150 }", "reference: { of: region, region: X2 }");
        ElementPanel.Builder panel = panel();
        put(panel, 2026, 20, 40, 50, 30, 40);
        assertThat(node(unit(scheme, panel, YEAR, "X1"), "D1").points()).isEqualTo(50, within(1e-9));
        assertThat(node(unit(scheme, panel, YEAR, "X3"), "D1").points()).isEqualTo(125, within(1e-9));
    }

    @Test
    void regionWithoutValueGivesWayToAllAndSaysSo() {
        Scheme scheme =
                plain("method: fraction-of-best", "parameters: { cap: 150 }", "reference: { of: region, region: Y2 }");
        ElementPanel.Builder panel = panel();
        put(panel, 2026, 20, 40, 50, 30, 40);
        NodeResult fallback = node(unit(scheme, panel, YEAR, "X1"), "D1");
        assertThat(fallback.points()).isEqualTo(40, within(1e-9));
        assertThat(fallback.notes().get(0).english())
                .endsWith("only 0 values are there, so all regions of the period are compared");
    }

    @Test
    void smallPeerGroupIsMeasuredAgainstAllAndSaysSo() {
        Scheme scheme = plain("method: min-max", "reference: { of: peer-group, at-least: 3 }");
        ElementPanel.Builder panel = panel();
        String[] regions = {"X1", "X2", "X3", "X4", "Y1"};
        for (int i = 0; i < regions.length; i++) {
            panel.put(regions[i], YEAR, "A", 10 * (i + 1));
        }
        assertThat(node(unit(scheme, panel, YEAR, "X2"), "D1").points()).isEqualTo(100.0 / 3, within(1e-9));
        assertThat(node(unit(scheme, panel, YEAR, "X2"), "D1").notes()).isEmpty();
        NodeResult fallback = node(unit(scheme, panel, YEAR, "Y1"), "D1");
        assertThat(fallback.points()).isEqualTo(100);
        assertThat(fallback.notes().get(0).chinese()).isEqualTo("同类组hill有效地区1个,不足3个,改用全部地区计分");
    }
}
