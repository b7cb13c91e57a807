package org.wenheng.analytics.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.robust.SobolIndices.Bootstrap;

class SobolIndicesTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1, 200, 0.9);
    /** First-order and total effects of the function of Ishigami and Homma (1990) with a = 7, b = 0.1, worked out exactly. */
    private static final double[] FIRST = {0.3139, 0.4424, 0};

    private static final double[] TOTAL = {0.5576, 0.4424, 0.2437};

    @Test
    void indicesOfThePublishedSampleAreThePublishedOnes() {
        double[] results = Oracle.read("asem/10_uasa/ishigami_sample.csv").numbers("y");
        Oracle published = Oracle.read("asem/10_uasa/ishigami_indices.csv");
        SobolIndices indices = SobolIndices.of(results, 3, BOOTSTRAP);
        assertThat(indices.variance()).isCloseTo(published.numbers("Variance")[0], within(1e-12));
        for (int factor = 0; factor < 3; factor++) {
            assertThat(indices.effects().get(factor).first())
                    .isCloseTo(published.numbers("Si")[factor], within(1e-12));
            assertThat(indices.effects().get(factor).total())
                    .isCloseTo(published.numbers("STi")[factor], within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fourThousandSamplesComeCloseToTheExactIndicesOfIshigami(long seed) {
        SobolIndices indices = ishigami(SobolDesign.of(4096, 3, seed));
        for (int factor = 0; factor < 3; factor++) {
            assertThat(indices.effects().get(factor).first()).isCloseTo(FIRST[factor], within(0.02));
            assertThat(indices.effects().get(factor).total()).isCloseTo(TOTAL[factor], within(0.02));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anIntervalOfTheBootstrapIsAboutTheEstimate(long seed) {
        SobolIndices indices =
                SobolIndices.of(ishigami(SobolDesign.of(256, 3, seed).points()), 3, new Bootstrap(seed, 200, 0.98));
        for (SobolIndices.Effect effect : indices.effects()) {
            assertThat(effect.first())
                    .isBetween(
                            effect.firstInterval().low(), effect.firstInterval().high());
            assertThat(effect.total())
                    .isBetween(
                            effect.totalInterval().low(), effect.totalInterval().high());
        }
    }

    @Test
    void whatDoesNotVaryHasNoEffects() {
        SobolIndices indices = SobolIndices.of(new double[40], 2, BOOTSTRAP);
        assertThat(indices.variance()).isZero();
        assertThat(indices.effects()).allMatch(effect -> effect.first() == 0 && effect.total() == 0);
    }

    @Test
    void aSampleThatIsMissingAtOnePointIsLeftOutAndCounted() {
        double[] results = ishigami(SobolDesign.of(64, 3, 1).points());
        results[130] = Double.NaN;
        results[0] = Double.NaN;
        SobolIndices indices = SobolIndices.of(results, 3, BOOTSTRAP);
        assertThat(indices.leftOut()).isEqualTo(2);
        assertThat(indices.samples()).isEqualTo(62);
    }

    @Test
    void tooFewCompleteSamplesAreRefused() {
        double[] results = new double[12];
        Arrays.fill(results, 0, 2, Double.NaN);
        assertThatThrownBy(() -> SobolIndices.of(results, 2, BOOTSTRAP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 of 3 samples are complete; at least 2 are needed");
    }

    @Test
    void aDesignMixesOneColumnAtATime() {
        SobolDesign design =
                new SobolDesign(new double[][] {{0.1, 0.2}, {0.3, 0.4}}, new double[][] {{0.5, 0.6}, {0.7, 0.8}});
        assertThat(design.points()).isDeepEqualTo(new double[][] {
            {0.1, 0.2}, {0.3, 0.4}, {0.5, 0.6}, {0.7, 0.8}, {0.5, 0.2}, {0.7, 0.4}, {0.1, 0.6}, {0.3, 0.8}
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPointOfADesignIsInsideTheUnitCube(long seed) {
        for (double[] point : SobolDesign.of(512, 6, seed).points()) {
            assertThat(Arrays.stream(point)).allMatch(coordinate -> coordinate >= 0 && coordinate < 1);
        }
    }

    private static SobolIndices ishigami(SobolDesign design) {
        return SobolIndices.of(ishigami(design.points()), 3, BOOTSTRAP);
    }

    private static double[] ishigami(double[][] points) {
        return Arrays.stream(points)
                .mapToDouble(point -> {
                    double[] x = Arrays.stream(point)
                            .map(u -> 2 * Math.PI * u - Math.PI)
                            .toArray();
                    double sin = Math.sin(x[1]);
                    return Math.sin(x[0]) + 7 * sin * sin + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
                })
                .toArray();
    }
}
