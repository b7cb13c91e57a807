package org.wenheng.analytics.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.aggregate.GeometricMean;
import org.wenheng.analytics.aggregate.WhenNotPositive;
import org.wenheng.analytics.robust.SobolIndices.Bootstrap;
import org.wenheng.analytics.robust.Uncertainty.Alternatives;
import org.wenheng.analytics.robust.Uncertainty.UniformWeights;

class SensitivityTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1, 100, 0.9);
    private static final UniformWeights WEIGHT = new UniformWeights("Weight of A", List.of("A"), 0.5);
    private static final Alternatives METHOD = new Alternatives(
            "Method of b1",
            List.of(Alternative.nominal(), Alternative.ofMethods("five", Map.of("b1", Small.fiveIsAll()))));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aScoreThatOnlyTheWeightMovesIsAllFromTheWeight(long seed) {
        SobolDesign design = SobolDesign.of(256, 2, seed);
        Sensitivity sensitivity = Sensitivity.of(Small.study(), List.of(WEIGHT, METHOD), design, BOOTSTRAP);
        assertThat(sensitivity.factors()).containsExactly("Weight of A", "Method of b1");
        // Row 0 has 90 points in A and 0 in B whatever the method; the index is 90·w/(w + 1).
        SobolIndices indices = sensitivity.ofScore(0);
        assertThat(indices.effects().get(0).total()).isCloseTo(1, within(0.05));
        assertThat(indices.effects().get(1).total()).isZero();
        assertThat(indices.effects().get(1).first()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void firstOrderEffectsWithoutInteractionsSumToOne(long seed) {
        // With errors of one indicator each and a plain mean, the index is a sum: no factor changes another's effect.
        List<Uncertainty> errors = List.of(
                new ValueErrors("a", ValueErrors.Law.UNIFORM, Map.of("a1", ValueErrors.Margin.absolute(1))),
                new ValueErrors("b", ValueErrors.Law.UNIFORM, Map.of("b1", ValueErrors.Margin.absolute(1))));
        Study study = Small.study(new double[] {5, 6}, new double[] {5, 6}, new double[] {5, 6});
        SobolIndices indices = Sensitivity.of(study, errors, SobolDesign.of(4096, 2, seed), BOOTSTRAP)
                .ofScore(0);
        // A point of a1 is worth a quarter, one of b1 a half: variances as 1 to 4.
        assertThat(indices.effects().get(0).total()).isCloseTo(0.2, within(0.05));
        assertThat(indices.effects().get(1).total()).isCloseTo(0.8, within(0.05));
        assertThat(indices.effects().get(0).first() + indices.effects().get(1).first())
                .isCloseTo(1, within(0.05));
    }

    @Test
    void samplesWithAFailedReplicationAreLeftOutAndCounted() {
        Alternatives aggregation = new Alternatives(
                "Aggregation",
                List.of(
                        Alternative.nominal(),
                        Alternative.nominal(),
                        Alternative.nominal(),
                        Alternative.ofAggregations(
                                "geometric", Map.of("Index", new GeometricMean(new WhenNotPositive.Refuse())))));
        Sensitivity sensitivity =
                Sensitivity.of(Small.study(), List.of(WEIGHT, aggregation), SobolDesign.of(64, 2, 1), BOOTSTRAP);
        SobolIndices indices = sensitivity.ofRanking();
        assertThat(sensitivity.replications().failures()).isNotEmpty();
        assertThat(indices.leftOut()).isPositive();
        assertThat(indices.samples() + indices.leftOut()).isEqualTo(64);
        assertThat(sensitivity.sample().count()).isEqualTo(128);
    }
}
