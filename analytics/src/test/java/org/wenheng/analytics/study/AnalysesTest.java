package org.wenheng.analytics.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wenheng.analytics.scheme.SmallWorld.indicator;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SmallWorld;
import org.wenheng.analytics.study.Robustness.Assumptions;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

class AnalysesTest {
    private static final Catalogue CATALOGUE = SmallWorld.catalogue(1);

    /** Counties X1, Y1, Y2; points are the values of A (weight 60) and B (40). */
    private static final Scheme SCHEME =
            SmallWorld.read(CATALOGUE, indicator("D1", "D", 1, "year", "A"), indicator("E1", "E", 1, "year", "B"));

    private static SchemeStudy byEye(int year, double... values) {
        Period period = Period.ofYear(year);
        ElementPanel.Builder panel = ElementPanel.builder();
        List<String> counties = List.of("X1", "Y1", "Y2");
        for (int i = 0; i < counties.size(); i++) {
            panel.put(counties.get(i), period, "A", values[2 * i]);
            panel.put(counties.get(i), period, "B", values[2 * i + 1]);
        }
        return SchemeStudy.of(SCHEME, CATALOGUE, panel.build(), period);
    }

    private static Assumptions assumptions(SchemeStudy study, double weights, boolean methods, double error) {
        return new Assumptions(64, 7, weights, methods, ElementErrors.sameForAll(study, error), 1);
    }

    /** X1 has 60, Y1 50, Y2 40: nobody passes anybody whatever the weights are; without D, Y2 is first. */
    @Test
    void ranksThatWeightsCannotMoveHaveNoIntervalAndLeavingOutMovesThem() {
        SchemeStudy study = byEye(2026, 60, 60, 50, 50, 0, 100);
        List<Sheet> sheets = new Robustness(study, assumptions(study, 0.05, false, 0)).sheets();
        Sheet ranks = sheets.get(0);
        assertThat(ranks.column("score")).containsExactly(60.0, 50.0, 40.0);
        assertThat(ranks.column("rank_5")).containsExactly(1.0, 2.0, 3.0);
        assertThat(ranks.column("rank_95")).containsExactly(1.0, 2.0, 3.0);
        assertThat(ranks.column("p_top_1")).containsExactly(1.0, 0.0, 0.0);
        assertThat(ranks.column("p_pass")).containsExactly(1.0, 0.0, 0.0);
        Sheet without = sheets.get(3);
        // Without A and all that rests on it the order is Y2, X1, Y1: places move by 1, 1 and 2.
        assertThat(without.rows()).contains(List.of("element", "A", "A", 4.0 / 3, 0, ""));
        assertThat(without.rows()).contains(List.of("element", "B", "B", 0.0, 0, ""));
    }

    /** Five points lie between the first two, so an error of 20 % can turn them round and one of 1 % cannot. */
    @Test
    void errorsOfElementsOpenTheIntervalOfNeighbours() {
        SchemeStudy study = byEye(2026, 60, 60, 55, 55, 10, 10);
        Sheet small = new Robustness(study, assumptions(study, 0, false, 0.01))
                .sheets()
                .get(0);
        Sheet large = new Robustness(study, assumptions(study, 0, false, 0.2))
                .sheets()
                .get(0);
        assertThat(small.column("p_top_1")).containsExactly(1.0, 0.0, 0.0);
        assertThat((Double) large.column("p_top_1").get(1)).isStrictlyBetween(0.0, 0.5);
        assertThat(large.column("p_top_1").get(2)).isEqualTo(0.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void sameSeedGivesTheSameSheetsAndEveryDrawIsAccountedFor(long seed) {
        SchemeStudy study = RandomStudies.study(seed);
        List<Sheet> once = new Robustness(study, assumptions(study, 0.25, true, 0.05)).sheets();
        assertThat(new Robustness(study, assumptions(study, 0.25, true, 0.05)).sheets())
                .isEqualTo(once);
        int failed = once.get(1).rows().size();
        assertThat(once.get(0).column("draws"))
                .allSatisfy(draws -> assertThat((Integer) draws + failed).isLessThanOrEqualTo(64));
        assertThat(once.get(2).column("factor")).contains("weights", "normalisation", "aggregation", "data");
    }

    @Test
    void studyInWhichNothingVariesIsRefused() {
        SchemeStudy study = RandomStudies.study(1);
        assertThatThrownBy(() -> new Robustness(study, new Assumptions(8, 7, 0, false, Map.of(), 1)))
                .hasMessageContaining("Nothing varies");
    }

    /** Points 20, 40, 60: mean 40, deviation √(800/3); groups are plain {20} and hill {40, 60}. */
    @Test
    void equityOfThreeCountiesIsAsByHand() {
        List<Sheet> sheets = Equity.sheets(List.of(byEye(2026, 20, 20, 40, 40, 60, 60)));
        Sheet inequality = sheets.get(0);
        assertThat((Double) inequality.column("cv").get(0)).isEqualTo(Math.sqrt(800.0 / 3) / 40, within(1e-12));
        assertThat((Double) inequality.column("gini").get(0)).isEqualTo(2.0 / 9, within(1e-12));
        double between = (0.5 * Math.log(0.5) + 2 * 1.25 * Math.log(1.25)) / 3;
        assertThat((Double) inequality.column("between").get(0)).isEqualTo(between, within(1e-12));
        assertThat((Double) sheets.get(1).column("max_to_min").get(0)).isEqualTo(3, within(1e-12));
        assertThat(sheets).hasSize(2);
    }

    /** The last one catches up: the differences shrink, and who had less grew more. */
    @Test
    void regionsThatCatchUpConverge() {
        Sheet convergence = Equity.sheets(
                        List.of(byEye(2025, 20, 20, 40, 40, 60, 60), byEye(2026, 40, 40, 50, 50, 60, 60)))
                .get(2);
        assertThat(convergence.column("regions").get(0)).isEqualTo(3);
        assertThat((Double) convergence.column("sigma_slope").get(0)).isNegative();
        assertThat((Double) convergence.column("beta").get(0)).isNegative();
    }

    /** D and E fall and rise against each other. */
    @Test
    void dimensionsThatPullAgainstEachOtherAreFlagged() {
        List<Sheet> sheets = Structure.sheets(byEye(2026, 20, 60, 40, 40, 60, 20));
        assertThat(sheets.get(0).column("share")).containsExactly(1.0, 1.0);
        assertThat((Double) sheets.get(1).column("pearson").get(0)).isEqualTo(-1, within(1e-12));
        assertThat(sheets.get(1).column("flag")).containsExactly("opposed");
    }
}
