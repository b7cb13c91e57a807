package org.wenheng.analytics.funding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wenheng.ingest.reference.Title;

/**
 * Data envelopment analysis: the efficiency of a unit against the best that the units show to be possible. Sources:
 * Charnes, Cooper and Rhodes, Measuring the efficiency of decision making units, European Journal of Operational Research
 * 2(6) (1978), 429–444; Banker, Charnes and Cooper, Some models for estimating technical and scale inefficiencies in data
 * envelopment analysis, Management Science 30(9) (1984), 1078–1092. In two phases: first the score, then the greatest sum of slacks at that score. Slacks are
 * summed in shares of the greatest value of their input or output, so that no unit of measurement matters.
 *
 * <p>A unit that lacks a value, uses nothing or makes nothing is not measured, and the reason is given.
 *
 * @param orientation which side is stretched
 * @param returns what is assumed about size
 */
public record EnvelopmentAnalysis(Orientation orientation, Returns returns) {

    /**
     * Compares units.
     *
     * @param units all with the same inputs and outputs in the same order; their own order does not matter
     * @throws IllegalArgumentException if a code occurs twice, or the counts of inputs or outputs differ
     */
    public Efficiencies of(List<DecisionUnit> units) {
        SortedMap<String, Title> notMeasured = new TreeMap<>();
        List<DecisionUnit> measured = measured(units, notMeasured);
        SortedMap<String, Efficiency> efficiencies = new TreeMap<>();
        if (!measured.isEmpty()) {
            EnvelopmentProgram program = EnvelopmentProgram.of(measured, orientation, returns);
            for (int unit = 0; unit < measured.size(); unit++) {
                efficiencies.put(measured.get(unit).code(), program.efficiency(unit));
            }
        }
        return new Efficiencies(
                Collections.unmodifiableSortedMap(efficiencies),
                Collections.unmodifiableSortedMap(notMeasured),
                warnings(measured),
                Efficiencies.CAVEAT);
    }

    /**
     * Scale efficiency of each unit that can be measured, by code: its score under constant returns divided by its score
     * under variable returns (Banker, Charnes and Cooper 1984). Above 0, at most 1; 1 for a unit of the best size.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Map<String, Double> scaleEfficiencies(Orientation orientation, List<DecisionUnit> units) {
        Efficiencies constant = new EnvelopmentAnalysis(orientation, Returns.CONSTANT).of(units);
        Efficiencies variable = new EnvelopmentAnalysis(orientation, Returns.VARIABLE).of(units);
        SortedMap<String, Double> scale = new TreeMap<>();
        variable.units().forEach((code, unit) -> {
            Efficiency scaled = constant.units().get(code);
            if (scaled != null) {
                // The one can exceed the other only by rounding.
                scale.put(code, Math.min(1, scaled.score() / unit.score()));
            }
        });
        return Collections.unmodifiableSortedMap(scale);
    }

    private static List<DecisionUnit> measured(List<DecisionUnit> units, Map<String, Title> notMeasured) {
        SortedMap<String, DecisionUnit> byCode = new TreeMap<>();
        for (DecisionUnit unit : units) {
            DecisionUnit first = units.get(0);
            if (unit.inputs().length != first.inputs().length || unit.outputs().length != first.outputs().length) {
                throw new IllegalArgumentException(
                        "%s has other inputs or outputs than %s".formatted(unit.code(), first.code()));
            }
            if (byCode.put(unit.code(), unit) != null) {
                throw new IllegalArgumentException("Two units %s".formatted(unit.code()));
            }
        }
        List<DecisionUnit> measured = new ArrayList<>();
        for (DecisionUnit unit : byCode.values()) {
            double in = sum(unit.inputs());
            double out = sum(unit.outputs());
            if (Double.isNaN(in) || Double.isNaN(out)) {
                notMeasured.put(unit.code(), new Title("缺少投入或产出数据", "An input or output has no value"));
            } else if (in == 0) {
                notMeasured.put(unit.code(), new Title("没有任何投入", "It uses no input"));
            } else if (out == 0) {
                notMeasured.put(unit.code(), new Title("没有任何产出", "It makes no output"));
            } else {
                measured.add(unit);
            }
        }
        measured.sort(Comparator.comparing(DecisionUnit::code));
        return measured;
    }

    /** The rule of thumb of Cooper, Seiford and Tone (Data Envelopment Analysis, 2nd ed. 2007): n ≥ max(m·s, 3(m + s)). */
    private static List<Title> warnings(List<DecisionUnit> measured) {
        if (measured.isEmpty()) {
            return List.of(new Title("没有可测算的单位", "There is no unit to measure"));
        }
        int inputs = measured.get(0).inputs().length;
        int outputs = measured.get(0).outputs().length;
        int needed = Math.max(inputs * outputs, 3 * (inputs + outputs));
        return measured.size() >= needed
                ? List.of()
                : List.of(new Title(
                        "%d个单位少于经验要求的%d个(投入%d项、产出%d项),效率会偏高".formatted(measured.size(), needed, inputs, outputs),
                        "%d units are fewer than the %d of the rule of thumb (%d inputs, %d outputs): scores are too high"
                                .formatted(measured.size(), needed, inputs, outputs)));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
