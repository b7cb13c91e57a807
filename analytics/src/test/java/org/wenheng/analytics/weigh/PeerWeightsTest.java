package org.wenheng.analytics.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.weigh.EntropyWeights.Scaling;
import org.wenheng.analytics.weigh.PrincipalComponentWeights.Loadings;

/** Weights of the ASEM example as pymcdm, pyDecision and COINr compute them. */
class PeerWeightsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void pillarsWeighAsInPymcdm() {
        Oracle expected = Oracle.read("asem/13_peers/pymcdm_weights_pillars.csv");
        Matrix pillars = Oracle.read("asem/03_aggregate/amean_1_100.csv").matrix(expected.texts("pillar"));
        assertWeights(new EqualWeights(), pillars, expected.numbers("equal_weights"), EXACT);
        assertWeights(new EntropyWeights(Scaling.AS_GIVEN), pillars, expected.numbers("entropy_weights"), EXACT);
        assertWeights(new StandardDeviationWeights(), pillars, expected.numbers("standard_deviation_weights"), EXACT);
        assertWeights(new CriticWeights(), pillars, expected.numbers("critic_weights"), EXACT);
        assertWeights(new MerecWeights(), pillars, expected.numbers("merec_weights"), EXACT);
    }

    @Test
    void allIndicatorsAsSiblingsWeighAsInPymcdm() {
        Oracle expected = Oracle.read("asem/13_peers/pymcdm_weights_indicators.csv");
        Matrix indicators = Oracle.read("asem/02_normalise/minmax_1_100.csv").matrix(expected.texts("iCode"));
        assertWeights(new EntropyWeights(Scaling.AS_GIVEN), indicators, expected.numbers("entropy_weights"), EXACT);
        assertWeights(
                new StandardDeviationWeights(), indicators, expected.numbers("standard_deviation_weights"), EXACT);
        assertWeights(new CriticWeights(), indicators, expected.numbers("critic_weights"), EXACT);
        assertWeights(new MerecWeights(), indicators, expected.numbers("merec_weights"), EXACT);
    }

    /** pyDecision adds a small number inside its logarithms, which moves the seventh decimal. */
    @Test
    void pillarsWeighAsInPyDecisionUpToTheNumberItAdds() {
        Oracle expected = Oracle.read("asem/13_peers/pydecision_weights.csv");
        Matrix pillars = Oracle.read("asem/03_aggregate/amean_1_100.csv").matrix(expected.texts("pillar"));
        assertWeights(new EntropyWeights(Scaling.AS_GIVEN), pillars, expected.numbers("entropy"), within(2e-7));
        assertWeights(new CriticWeights(), pillars, expected.numbers("critic"), EXACT);
        assertWeights(new MerecWeights(), pillars, expected.numbers("merec"), within(1e-11));
    }

    @Test
    void judgementsWeighAsInPymcdm() {
        Oracle expected = Oracle.read("asem/13_peers/ahp_example.csv");
        JudgementMatrix judgements = new JudgementMatrix(expected.matrix(List.of("a1", "a2", "a3", "a4")));
        JudgementMatrix.Priorities found = judgements.priorities();
        assertThat(found.priorities()).containsExactly(expected.numbers("weight_pymcdm"), EXACT);
        assertThat(found.greatestEigenvalue()).isEqualTo(expected.numbers("lambda_max")[0], EXACT);
        assertThat(found.consistencyIndex()).isEqualTo(expected.numbers("CI")[0], EXACT);
        assertThat(found.consistencyRatio(RandomIndex.SAATY)).isEqualTo(expected.numbers("CR_RI0.90")[0], EXACT);
    }

    @ParameterizedTest
    @CsvSource({"L1, Indicator, Pillar", "L2, Pillar, Sub-index", "L3, Sub-index, Index"})
    void loadingsOfSiblingsAreThoseOfCoinrUpToSign(String level, String child, String parent) {
        Oracle aggregated = Oracle.read("asem/01_default/07_aggregated.csv");
        List<List<String>> groups = siblings(child, parent);
        assertThat(groups).isNotEmpty();
        for (List<String> siblings : groups) {
            assertLoadings(
                    aggregated.matrix(siblings),
                    weights("asem/04_weights/pca_weights_%s.csv".formatted(level), siblings));
        }
    }

    /** COINr hands on whatever sign the eigenvector has: a pillar with weight −0.74 beside 0.65 and 0.15. */
    @Test
    void whereCoinrGivesANegativeWeightOursIsZero() {
        List<String> pillars = List.of("Environ", "Social", "SusEcFin");
        Matrix points = Oracle.read("asem/01_default/07_aggregated.csv").matrix(pillars);
        Weighed weighed = new PrincipalComponentWeights(Loadings.PROPORTIONAL).weigh(points);
        double environ = 0.6513188231608846;
        double economy = 0.1473108004480062;
        assertThat(weighed.weights())
                .containsExactly(
                        new double[] {environ / (environ + economy), 0, economy / (environ + economy)}, within(1e-9));
        assertThat(weighed.note().chinese()).contains("1项载荷为负,权重为0");
    }

    private static void assertWeights(Weighting weighting, Matrix points, double[] expected, Offset<Double> offset) {
        assertThat(weighting.weigh(points).weights())
                .as(weighting.description().english())
                .containsExactly(expected, offset);
    }

    private static void assertLoadings(Matrix points, double[] expected) {
        double sign = Arrays.stream(expected).sum() < 0 ? -1 : 1;
        assertThat(PrincipalComponentWeights.FirstComponent.of(points).loadings())
                .containsExactly(
                        Arrays.stream(expected).map(loading -> sign * loading).toArray(), within(1e-9));
    }

    /** What stands in the column {@code Weight} for some codes. */
    private static double[] weights(String file, List<String> codes) {
        Oracle oracle = Oracle.read(file);
        List<String> places = oracle.texts("iCode");
        double[] weights = oracle.numbers("Weight");
        return codes.stream().mapToDouble(code -> weights[places.indexOf(code)]).toArray();
    }

    /** The siblings of each parent, in the order of the lineage. */
    private static List<List<String>> siblings(String child, String parent) {
        Oracle lineage = Oracle.read("asem/01_default/lineage.csv");
        List<String> children = lineage.texts(child);
        List<String> parents = lineage.texts(parent);
        return parents.stream()
                .distinct()
                .map(one -> IntStream.range(0, children.size())
                        .filter(place -> parents.get(place).equals(one))
                        .mapToObj(children::get)
                        .distinct()
                        .toList())
                .toList();
    }
}
