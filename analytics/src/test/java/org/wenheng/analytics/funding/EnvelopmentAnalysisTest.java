package org.wenheng.analytics.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.reference.Title;

class EnvelopmentAnalysisTest {
    private static final EnvelopmentAnalysis CCR_INPUT = new EnvelopmentAnalysis(Orientation.INPUT, Returns.CONSTANT);
    private static final EnvelopmentAnalysis CCR_OUTPUT = new EnvelopmentAnalysis(Orientation.OUTPUT, Returns.CONSTANT);
    private static final EnvelopmentAnalysis BCC_INPUT = new EnvelopmentAnalysis(Orientation.INPUT, Returns.VARIABLE);
    private static final EnvelopmentAnalysis BCC_OUTPUT = new EnvelopmentAnalysis(Orientation.OUTPUT, Returns.VARIABLE);

    /** Eight stores with staff in and sales out: Cooper, Seiford and Tone (2007), table 1.1. */
    private static final List<DecisionUnit> STORES = List.of(
            unit("A", 2, 1),
            unit("B", 3, 3),
            unit("C", 3, 2),
            unit("D", 4, 3),
            unit("E", 5, 4),
            unit("F", 5, 2),
            unit("G", 6, 3),
            unit("H", 8, 5));

    /** Two inputs for one unit of output: the same book, example 2.2. */
    private static final List<DecisionUnit> TWO_INPUTS = List.of(
            unit2("A", 4, 3),
            unit2("B", 7, 3),
            unit2("C", 8, 1),
            unit2("D", 4, 2),
            unit2("E", 2, 4),
            unit2("F", 10, 1));

    @Test
    void oneInputAndOneOutputUnderConstantReturnsIsTheRatioToTheBestRatio() {
        Efficiencies found = CCR_INPUT.of(STORES);
        for (DecisionUnit store : STORES) {
            assertThat(at(found.units(), store.code()).score())
                    .isEqualTo(store.outputs()[0] / store.inputs()[0], within(1e-9));
        }
        assertThat(at(found.units(), "A").peers()).containsOnlyKeys("B");
        assertThat(at(found.units(), "A").peers().get("B")).isEqualTo(1.0 / 3, within(1e-9));
    }

    @Test
    void variableReturnsComparesWithUnitsOfTheSameSizeOnly() {
        Map<String, Efficiency> found = BCC_INPUT.of(STORES).units();
        // On the frontier A, B, E, H; C makes 2 as the middle of A and B with 2.5 staff instead of 3.
        assertThat(at(found, "A").score()).isEqualTo(1);
        assertThat(at(found, "E").score()).isEqualTo(1);
        assertThat(at(found, "H").score()).isEqualTo(1);
        assertThat(at(found, "C").score()).isEqualTo(2.5 / 3, within(1e-9));
        assertThat(at(found, "C").peers()).containsOnlyKeys("A", "B");
        assertThat(at(found, "D").score()).isEqualTo(0.75, within(1e-9));
        // With 6 staff, E and H together make 4 + 1/3.
        assertThat(at(BCC_OUTPUT.of(STORES).units(), "G").score()).isEqualTo(3 / (4 + 1.0 / 3), within(1e-9));
    }

    @Test
    void scaleEfficiencyIsTheRatioOfBoth() {
        Map<String, Double> scale = EnvelopmentAnalysis.scaleEfficiencies(Orientation.INPUT, STORES);
        assertThat(scale.get("A")).isEqualTo(0.5, within(1e-9));
        assertThat(scale.get("B")).isEqualTo(1);
        assertThat(scale.get("C")).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void twoInputsGiveTheScoresOfTheBook() {
        Map<String, Efficiency> found = CCR_INPUT.of(TWO_INPUTS).units();
        assertThat(at(found, "A").score()).isEqualTo(6.0 / 7, within(1e-9));
        assertThat(at(found, "B").score()).isEqualTo(12.0 / 19, within(1e-9));
        assertThat(at(found, "A").peers()).containsOnlyKeys("D", "E");
        assertThat(List.of("C", "D", "E")).allMatch(code -> at(found, code).isFullyEfficient());
    }

    @Test
    void aScoreOfOneWithASlackIsNotFullyEfficient() {
        Efficiency found = at(CCR_INPUT.of(TWO_INPUTS).units(), "F");
        assertThat(found.score()).isEqualTo(1);
        assertThat(found.inputSlacks()).containsExactly(new double[] {2, 0}, within(1e-8));
        assertThat(found.isFullyEfficient()).isFalse();
        assertThat(found.peers()).containsOnlyKeys("C");
    }

    @Test
    void aUnitWithoutAValueOrWithoutInputOrOutputIsNotMeasuredAndNobodysPeer() {
        List<DecisionUnit> units = new ArrayList<>(STORES);
        units.add(unit("I", Double.NaN, 100));
        units.add(unit("J", 0, 100));
        units.add(unit("K", 1, 0));
        Efficiencies found = CCR_INPUT.of(units);
        assertThat(found.notMeasured())
                .containsEntry("I", new Title("缺少投入或产出数据", "An input or output has no value"))
                .containsEntry("J", new Title("没有任何投入", "It uses no input"))
                .containsEntry("K", new Title("没有任何产出", "It makes no output"));
        assertThat(found.units()).hasSize(8);
        assertThat(at(found.units(), "B").score()).isEqualTo(1);
    }

    @Test
    void fewUnitsGiveAWarningAndTheCaveatIsAlwaysThere() {
        assertThat(CCR_INPUT.of(STORES).warnings()).isEmpty();
        assertThat(CCR_INPUT.of(TWO_INPUTS).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.chinese()).contains("6个单位少于经验要求的9个"));
        assertThat(CCR_INPUT.of(STORES).caveat().english()).contains("says nothing about causes");
        assertThat(CCR_INPUT.of(List.of()).warnings()).hasSize(1);
    }

    @Test
    void negativeValuesTwoUnitsOfOneCodeAndOtherInputsAreRefused() {
        assertThatThrownBy(() -> unit("A", -1, 1)).hasMessageContaining("A: input 0 is -1.0");
        assertThatThrownBy(() -> CCR_INPUT.of(List.of(unit("A", 1, 1), unit("A", 2, 1))))
                .hasMessage("Two units A");
        assertThatThrownBy(() -> CCR_INPUT.of(List.of(unit("A", 1, 1), unit2("B", 2, 1))))
                .hasMessage("B has other inputs or outputs than A");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void constantReturnsNeverScoreAboveVariableReturnsAndBothOrientationsAgreeUnderThem(long seed) {
        List<DecisionUnit> units = drawn(seed);
        Map<String, Efficiency> constant = CCR_INPUT.of(units).units();
        Map<String, Efficiency> output = CCR_OUTPUT.of(units).units();
        Map<String, Efficiency> variable = BCC_INPUT.of(units).units();
        constant.forEach((code, unit) -> {
            assertThat(unit.score()).isBetween(0.0, 1.0);
            assertThat(unit.score()).isLessThanOrEqualTo(at(variable, code).score() + 1e-8);
            assertThat(unit.score()).isEqualTo(at(output, code).score(), within(1e-7));
        });
        assertThat(variable.values()).anyMatch(Efficiency::isFullyEfficient);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void unitsOfMeasurementAndOrderOfUnitsDoNotMatter(long seed) {
        List<DecisionUnit> units = drawn(seed);
        List<DecisionUnit> others = new ArrayList<>(units.stream()
                .map(unit -> new DecisionUnit(
                        unit.code(),
                        new double[] {unit.inputs()[0] * 10000, unit.inputs()[1]},
                        new double[] {unit.outputs()[0] / 128, unit.outputs()[1]}))
                .toList());
        Collections.reverse(others);
        Map<String, Efficiency> first = BCC_OUTPUT.of(units).units();
        Map<String, Efficiency> second = BCC_OUTPUT.of(others).units();
        first.forEach((code, unit) -> assertThat(at(second, code).score()).isEqualTo(unit.score(), within(1e-8)));
        List<DecisionUnit> turned = new ArrayList<>(units);
        Collections.reverse(turned);
        BCC_OUTPUT.of(turned).units().forEach((code, unit) -> {
            assertThat(unit.score()).isEqualTo(at(first, code).score());
            assertThat(unit.peers()).isEqualTo(at(first, code).peers());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDominatedUnitIsNotEfficientAndChangesNobodyElse(long seed) {
        List<DecisionUnit> units = drawn(seed);
        List<DecisionUnit> more = new ArrayList<>(units);
        DecisionUnit first = units.get(0);
        more.add(new DecisionUnit(
                "Z",
                new double[] {first.inputs()[0] * 2, first.inputs()[1] * 2},
                first.outputs().clone()));
        Map<String, Efficiency> before = CCR_INPUT.of(units).units();
        Map<String, Efficiency> after = CCR_INPUT.of(more).units();
        assertThat(at(after, "Z").score()).isEqualTo(at(before, first.code()).score() / 2, within(1e-8));
        before.forEach((code, unit) -> assertThat(at(after, code).score()).isEqualTo(unit.score(), within(1e-8)));
    }

    /**
     * Eleven firms with two inputs and one output, with the results of all four models: test/dea.jl of
     * DataEnvelopmentAnalysis.jl (Barbero and Zofío), which has them from R. Efficiencies of outputs are given there as
     * factors from 1.
     */
    @Test
    void elevenFirmsHaveTheEfficienciesPeersAndSlacksThatArePublished() {
        double[][] inputs = {
            {5, 13}, {16, 12}, {16, 26}, {17, 15}, {18, 14}, {23, 6}, {25, 10}, {27, 22}, {37, 14}, {42, 25}, {5, 17}
        };
        double[] outputs = {12, 14, 25, 26, 8, 9, 27, 30, 31, 26, 12};
        List<DecisionUnit> firms = new ArrayList<>();
        for (int firm = 0; firm < inputs.length; firm++) {
            firms.add(new DecisionUnit("%02d".formatted(firm + 1), inputs[firm], new double[] {outputs[firm]}));
        }
        double[] ccr = {
            1, 0.6222896791, 0.8198562444, 1, 0.3103709311, 0.5555555556, 1, 0.7576690896, 0.8201058201, 0.4905660377, 1
        };
        double[] bccInput = {1, 0.8699861687, 1, 1, 0.7116402116, 1, 1, 1, 1, 0.4931209269, 1};
        double[] bccOutput = {1, 1.507518797, 1, 1, 3.203947368, 1, 1, 1, 1, 1.192307692, 1};
        Map<String, Efficiency> constant = CCR_INPUT.of(firms).units();
        Map<String, Efficiency> input = BCC_INPUT.of(firms).units();
        Map<String, Efficiency> output = BCC_OUTPUT.of(firms).units();
        for (int firm = 0; firm < ccr.length; firm++) {
            String code = firms.get(firm).code();
            assertThat(at(constant, code).score()).isEqualTo(ccr[firm], within(1e-9));
            assertThat(at(CCR_OUTPUT.of(firms).units(), code).score()).isEqualTo(ccr[firm], within(1e-9));
            assertThat(at(input, code).score()).isEqualTo(bccInput[firm], within(1e-9));
            assertThat(1 / at(output, code).score()).isEqualTo(bccOutput[firm], within(1e-9));
        }
        assertThat(at(constant, "03").peers()).containsOnlyKeys("01", "04");
        assertThat(at(constant, "03").peers().get("01")).isEqualTo(1.134321653, within(1e-8));
        assertThat(at(constant, "06").inputSlacks()).containsExactly(new double[] {4.444444444, 0}, within(1e-7));
        assertThat(at(constant, "11").inputSlacks()).containsExactly(new double[] {0, 4}, within(1e-7));
        assertThat(at(input, "05").outputSlacks()).containsExactly(new double[] {2.698412698}, within(1e-7));
        assertThat(at(output, "10").inputSlacks()).containsExactly(new double[] {5, 11}, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void onlyTheScoresOfThoseThatLeanOnAUnitRestOnIt(long seed) {
        List<DecisionUnit> units = drawn(seed);
        Efficiencies found = BCC_OUTPUT.of(units);
        for (FrontierInfluence influence : FrontierInfluence.of(BCC_OUTPUT, units, found)) {
            Map<String, Efficiency> without = BCC_OUTPUT
                    .of(units.stream()
                            .filter(unit -> !unit.code().equals(influence.code()))
                            .toList())
                    .units();
            double greatest = without.values().stream()
                    .mapToDouble(unit ->
                            unit.score() - at(found.units(), unit.code()).score())
                    .max()
                    .orElseThrow();
            assertThat(influence.greatestRise()).isEqualTo(Math.max(0, greatest), within(1e-8));
        }
    }

    private static List<DecisionUnit> drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DecisionUnit> units = new ArrayList<>();
        for (int unit = 0; unit < 20; unit++) {
            units.add(new DecisionUnit(
                    "u%02d".formatted(unit),
                    new double[] {random.nextDouble(1, 9), random.nextDouble(1, 9)},
                    new double[] {random.nextDouble(1, 9), random.nextDouble(0, 9)}));
        }
        return units;
    }

    private static DecisionUnit unit(String code, double input, double output) {
        return new DecisionUnit(code, new double[] {input}, new double[] {output});
    }

    private static DecisionUnit unit2(String code, double first, double second) {
        return new DecisionUnit(code, new double[] {first, second}, new double[] {1});
    }

    /** The efficiency of a unit; a unit that was not measured fails the test. */
    private static Efficiency at(Map<String, Efficiency> units, String code) {
        return Objects.requireNonNull(units.get(code), code);
    }
}
