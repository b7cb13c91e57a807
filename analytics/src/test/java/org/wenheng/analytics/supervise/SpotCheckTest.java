package org.wenheng.analytics.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotCheckTest {
    private static final Settings SETTINGS = Shipped.settings();

    @Test
    void theRiskIsTheWeightedMeanOfItsParts() {
        // 40 × 0.5 + 25 × (1 - 0.8) + 20 × 5 / 10 + 15 × 1 = 20 + 5 + 10 + 15 of 100.
        assertThat(new Risk("A", 0.5, 80, -5, 1).total(SETTINGS)).isCloseTo(0.5, within(1e-12));
        assertThat(new Risk("A", 0, 100, Double.NaN, 0).total(SETTINGS)).isEqualTo(0.05);
        assertThat(new Risk("A", 0, Double.NaN, 0, 0).total(SETTINGS)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aRegionWhoseShareIsAboveOneIsTakenForCertainAndTheRestIsShared() {
        assertThat(SpotCheck.probabilities(new double[] {8, 1, 1}, 2)).containsExactly(1, 0.5, 0.5);
        assertThat(SpotCheck.probabilities(new double[] {1, 2, 3, 4}, 1)).containsExactly(0.1, 0.2, 0.3, 0.4);
    }

    @Test
    void everyRegionIsDrawnWhenTheSampleIsAll() {
        assertThat(SpotCheck.draw(risks(7), 5, 7, SETTINGS).drawn()).hasSize(5);
        List<Risk> risks = risks(7);
        assertThat(SpotCheck.draw(risks, risks.size(), 7, SETTINGS).drawn()).hasSize(risks.size());
        assertThat(SpotCheck.draw(risks, 0, 7, SETTINGS).drawn()).isEmpty();
    }

    @Test
    void aSampleLargerThanTheRegionsIsRefused() {
        assertThatThrownBy(() -> SpotCheck.draw(List.of(), 1, 7, SETTINGS)).hasMessageContaining("1 out of 0");
        Risk risk = new Risk("A", 0, 1, 0, 0);
        assertThatThrownBy(() -> SpotCheck.draw(List.of(risk, risk), 1, 7, SETTINGS))
                .hasMessageContaining("A is given twice");
        assertThatThrownBy(() -> new Risk("A", 1.5, 1, 0, 0)).hasMessageContaining("\"cases\" of the risk of A is 1.5");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theDrawCanBeRepeatedByHandFromItsRecordWhateverTheOrder(long seed) {
        List<Risk> risks = risks(seed);
        SpotCheck draw = SpotCheck.draw(risks, 12, seed, SETTINGS);
        List<Risk> shuffled = new ArrayList<>(risks);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(SpotCheck.draw(shuffled, 12, seed, SETTINGS)).isEqualTo(draw);
        assertThat(draw.drawn()).hasSize(12);
        assertThat(draw.units().stream()
                        .mapToDouble(SpotCheck.Unit::probability)
                        .sum())
                .isCloseTo(12, within(1e-9));
        for (SpotCheck.Unit unit : draw.units()) {
            boolean hit = false;
            for (int point = 0; point < 12; point++) {
                double at = draw.start() + point;
                hit |= unit.from() <= at && at < unit.to();
            }
            assertThat(unit.drawn()).isEqualTo(hit);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void moreRiskNeverLowersTheProbability(long seed) {
        List<Risk> risks = risks(seed);
        Risk first = risks.get(0);
        double before = 0;
        for (double cases : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            risks.set(0, new Risk(first.region(), cases, first.quality(), first.jump(), first.size()));
            SpotCheck.Unit unit = SpotCheck.draw(risks, 12, seed, SETTINGS).units().stream()
                    .filter(each -> each.risk().region().equals(first.region()))
                    .findFirst()
                    .orElseThrow();
            assertThat(unit.probability()).isGreaterThanOrEqualTo(before);
            before = unit.probability();
        }
        assertThat(before).isGreaterThan(0.2);
    }

    @Test
    void regionsAreDrawnAsOftenAsTheirProbabilitySays() {
        List<Risk> risks = risks(3);
        int[] drawn = new int[risks.size()];
        int draws = 20_000;
        List<SpotCheck.Unit> units = SpotCheck.draw(risks, 12, 0, SETTINGS).units();
        for (long seed = 0; seed < draws; seed++) {
            List<SpotCheck.Unit> again =
                    SpotCheck.draw(risks, 12, seed, SETTINGS).units();
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] += again.get(i).drawn() ? 1 : 0;
            }
        }
        for (int i = 0; i < drawn.length; i++) {
            // Five standard deviations of a binomial share.
            assertThat((double) drawn[i] / draws)
                    .isCloseTo(units.get(i).probability(), within(5 * 0.5 / Math.sqrt(draws)));
        }
    }

    private static List<Risk> risks(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Risk> risks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            risks.add(new Risk(
                    "22%04d".formatted(i),
                    random.nextDouble(),
                    100 * random.nextDouble(),
                    20 * random.nextDouble() - 10,
                    random.nextDouble()));
        }
        return risks;
    }
}
