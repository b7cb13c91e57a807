package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import org.junit.jupiter.api.Test;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/** Filling in and treating before scoring, targets of single regions, and the years in which an indicator counts. */
class PreparationTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Period YEAR_BEFORE = Period.ofYear(2025);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(6);
    private static final String MIN_MAX = "method: min-max";

    private static Scheme scheme(String... ofD1) {
        return SmallWorld.read(
                CATALOGUE, indicator("D1", "D", 1, "year", "A", ofD1), indicator("E1", "E", 1, "year", "B"));
    }

    private static ElementPanel.Builder panel() {
        ElementPanel.Builder panel = ElementPanel.builder();
        for (int i = 1; i <= 6; i++) {
            panel.put("X" + i, YEAR, "B", 50);
        }
        return panel;
    }

    private static NodeResult leaf(Scheme scheme, ElementPanel.Builder panel, String region) {
        return Scored.node(Scored.unit(scheme, CATALOGUE, panel, YEAR, region), "D1");
    }

    @Test
    void aMissingValueFilledInFromThePeerGroupIsScoredAndSaysSo() {
        ElementPanel.Builder panel =
                panel().put("X1", YEAR, "A", 40).put("X2", YEAR, "A", 60).put("Y1", YEAR, "A", 0);
        NodeResult node = leaf(scheme("imputation: { method: group-mean, at-least: 2 }"), panel, "X3");
        assertThat(node.status()).isEqualTo("imputed");
        assertThat(node.points()).isEqualTo(50);
        assertThat(node.value()).isNaN();
        assertThat(node.notes())
                .anyMatch(note ->
                        note.chinese().contains("填补为50") && note.chinese().contains("同类组“plain”,2个值"));
    }

    @Test
    void whatIsNotApplicableIsNeverFilledIn() {
        ElementPanel.Builder panel = panel().put("X1", YEAR, "A", 40)
                .put("X2", YEAR, "A", new ElementPanel.Cell(ValueStatus.NOT_APPLICABLE, Double.NaN, 0, 1));
        assertThat(leaf(scheme("imputation: mean"), panel, "X2").status()).isEqualTo("not-applicable");
    }

    @Test
    void theValueOfTheYearBeforeStandsInWithinItsLimit() {
        ElementPanel.Builder panel = panel().put("X1", YEAR, "A", 40).put("X2", YEAR_BEFORE, "A", 30);
        NodeResult node = leaf(scheme("imputation: { method: last-value, within: 1 }"), panel, "X2");
        assertThat(node.status()).isEqualTo("imputed");
        assertThat(node.points()).isEqualTo(30);
        assertThat(leaf(scheme(), panel, "X2").status()).isEqualTo("missing");
    }

    @Test
    void outliersAreDrawnInAndTheirOriginalValueIsNoted() {
        double[] values = {1, 2, 3, 4, 5, 1000};
        ElementPanel.Builder panel = panel();
        for (int i = 0; i < values.length; i++) {
            panel.put("X" + (i + 1), YEAR, "A", values[i]);
        }
        NodeResult plain = leaf(scheme(MIN_MAX), panel, "X5");
        assertThat(plain.points()).isEqualTo(100 * 4 / 999.0, within(1e-12));
        Scheme treated = scheme(MIN_MAX, "treatment: winsorise");
        assertThat(leaf(treated, panel, "X5").points()).isEqualTo(100);
        NodeResult outlier = leaf(treated, panel, "X6");
        assertThat(outlier.points()).isEqualTo(100);
        assertThat(outlier.value()).isEqualTo(1000);
        assertThat(outlier.notes()).extracting(note -> note.chinese()).contains("极端值处理(winsorised-high):1000→5");
    }

    @Test
    void aRegionWithATargetOfItsOwnIsScoredByIt() {
        Scheme scheme = scheme("regional-targets: [{ regions: [X2], parameters: { target: 50, cap: 100 }, target: 50,"
                + " target-source: 县文件, jurisdiction: X2县 }, { attribute: group, values: [hill],"
                + " parameters: { target: 80, cap: 100 }, target: 80, target-source: 省文件 }]");
        ElementPanel.Builder panel =
                panel().put("X1", YEAR, "A", 40).put("X2", YEAR, "A", 40).put("Y1", YEAR, "A", 40);
        assertThat(leaf(scheme, panel, "X1").points()).isEqualTo(40);
        assertThat(leaf(scheme, panel, "X2").points()).isEqualTo(80);
        assertThat(leaf(scheme, panel, "Y1").points()).isEqualTo(50);
        assertThat(leaf(scheme, panel, "X2").notes().get(0).chinese()).isEqualTo("按本地区目标50计分(县文件(适用地区:X2县))");
    }

    @Test
    void anIndicatorDoesNotCountAfterItsLastYear() {
        Scheme scheme = scheme("valid-to: 2025");
        assertThat(scheme.indicatorsIn(YEAR))
                .extracting(indicator -> indicator.code())
                .containsExactly("E1");
        assertThat(scheme.indicatorsIn(YEAR_BEFORE)).hasSize(2);
    }

    @Test
    void whatMakesNoSenseIsRefusedAtItsLine() {
        assertThatThrownBy(() -> scheme(
                        MIN_MAX,
                        "imputation: { method: last-value, within: 99 }",
                        "treatment: { method: winsorise, skewness: -1 }",
                        "valid-from: 2027",
                        "valid-to: 2026",
                        "regional-targets: [{ regions: [X9], target: 50, target-source: 县文件 }]"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("within is 1 to 10 years, not 99")
                .hasMessageContaining("that of skewness above 0; found -1.0")
                .hasMessageContaining("valid-to is before valid-from")
                .hasMessageContaining("The catalogue has no region \"X9\"")
                .hasMessageContaining("A method that compares regions has no targets of single regions");
    }
}
