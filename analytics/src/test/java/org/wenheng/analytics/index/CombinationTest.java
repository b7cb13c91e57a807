package org.wenheng.analytics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.index.Scored.node;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeReader;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/** How children become the points of a dimension, as a scheme says. */
class CombinationTest {
    private static final Period YEAR = Period.ofYear(2026);
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(4);

    /** D of A and B, E of POP; {@code ofD} are further keys of D, {@code defaults} further lines of the defaults. */
    private static Scheme scheme(String ofD, String defaults) {
        String text = SmallWorld.scheme(
                        indicator("D1", "D", 1, "year", "A"),
                        indicator("D2", "D", 3, "year", "B"),
                        indicator("E1", "E", 1, "year", "POP"))
                .replace("{ code: D, weight: 60,", "{ code: D, weight: 60, " + ofD)
                .replace("defaults:\n", "defaults:\n" + defaults);
        return SchemeReader.parse("test.yml", text, CATALOGUE);
    }

    private static ElementPanel.Builder panel() {
        return ElementPanel.builder()
                .put("X1", YEAR, "A", 16)
                .put("X1", YEAR, "B", 81)
                .put("X1", YEAR, "POP", 50)
                .put("X2", YEAR, "A", 90)
                .put("X2", YEAR, "B", 30)
                .put("X2", YEAR, "POP", 100)
                .put("X3", YEAR, "B", 60)
                .put("X3", YEAR, "POP", 70);
    }

    private static RegionResult unit(Scheme scheme, String region) {
        return Scored.unit(scheme, CATALOGUE, panel(), YEAR, region);
    }

    @Test
    void weightedGeometricMeanOfADimensionContributesByItsWeightsAndSumsExactly() {
        // 16^(1/4) · 81^(3/4) = 2 · 27 = 54; 54 · 0.6 + 50 · 0.4 = 52.4.
        RegionResult result = unit(scheme("aggregation: geometric-mean,", ""), "X1");
        assertThat(node(result, "D").points()).isEqualTo(54, within(1e-12));
        assertThat(result.score()).isEqualByComparingTo("52.40");
        // Euler: each child contributes weight × result.
        assertThat(node(result, "D1").contribution()).isEqualTo(54 * 0.6 / 4, within(1e-11));
        assertThat(node(result, "D2").contribution()).isEqualTo(54 * 0.6 * 3 / 4, within(1e-11));
        double leaves = List.of("D1", "D2", "E1").stream()
                .mapToDouble(code -> node(result, code).contribution())
                .sum();
        assertThat(leaves).isEqualTo(result.exact());
    }

    @Test
    void theDefaultOfTheSchemeHoldsForEveryDimensionThatSaysNothing() {
        RegionResult result = unit(scheme("", "  aggregation: minimum\n"), "X1");
        assertThat(node(result, "D").points()).isEqualTo(16);
        assertThat(result.score()).isEqualByComparingTo("16.00");
    }

    @Test
    void judgedWeightsKeepTheirProportionsAndAreShownWithTheirConsistency() {
        RegionResult result = unit(
                scheme(
                        "weights: { method: analytic-hierarchy, judgements: [[1, 1/3], [3, 1]], random-index: saaty },",
                        ""),
                "X1");
        assertThat(node(result, "D").points()).isEqualTo(16 * 0.25 + 81 * 0.75, within(1e-12));
        assertThat(node(result, "D1").weight()).isEqualTo(15, within(1e-12));
        assertThat(node(result, "D").notes().get(0).english()).contains("0.25");
    }

    @Test
    void weightsFromPointsAreTheSameForAllRegionsAndRestOnTheScoredOnesAlone() {
        Scheme scheme = scheme("weights: standard-deviation,", "  missing-indicator: left-out\n");
        // D1: 16, 90; D2: 81, 30, 60. Standard deviations 52.3259 and 25.6320.
        double share = 52.3259 / (52.3259 + 25.6320);
        assertThat(node(unit(scheme, "X1"), "D1").weight()).isEqualTo(60 * share, within(1e-3));
        assertThat(node(unit(scheme, "X2"), "D1").weight()).isEqualTo(60 * share, within(1e-3));
        // X3 has no A: its weight goes to B.
        assertThat(node(unit(scheme, "X3"), "D2").weight()).isEqualTo(60, within(1e-12));
        assertThat(node(unit(scheme, "X3"), "D").points()).isEqualTo(60);
    }

    @Test
    void aDimensionWithTooFewChildrenHasNoPointsAndItsWeightGoesToItsSiblings() {
        Scheme scheme = scheme("minimum-availability: 0.6,", "  missing-indicator: left-out\n");
        RegionResult result = unit(scheme, "X3");
        assertThat(node(result, "D").points()).isNaN();
        assertThat(node(result, "D").contribution()).isZero();
        assertThat(result.score()).isEqualByComparingTo("70.00");
        assertThat(result.covered()).isEqualTo(1);
    }

    @Test
    void missingIndicatorsCountWithNoPointsUnlessTheSchemeLeavesThemOut() {
        // (0 · 1 + 60 · 3) / 4 = 45; 45 · 0.6 + 70 · 0.4 = 55.
        assertThat(unit(scheme("", ""), "X3").score()).isEqualByComparingTo("55.00");
    }

    @Test
    void wrongWordsParametersAndJudgementsAreAllRefusedAtTheirLine() {
        assertThatThrownBy(() -> scheme(
                        "aggregation: { method: vikor, majority: 7 },"
                                + " weights: { method: analytic-hierarchy, judgements: [[1, 3], [3, 1]], random-index: saaty },",
                        "  aggregation: geometric-maen\n"))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("test.yml:9 ")
                .hasMessageContaining("did you mean \"geometric-mean\"?")
                .hasMessageContaining("SCHEME_AGGREGATION_INVALID")
                .hasMessageContaining("SCHEME_WEIGHTS_INVALID");
    }
}
