package org.wenheng.analytics.funding;

import java.util.ArrayList;
import java.util.List;

/**
 * How much the scores of others rest on one unit of the frontier: its figures are the ones to check first, for an error in
 * them moves the frontier, and nobody else's does. The unit is left out, and those that have it as a peer are measured again;
 * the mix that measured any other is still there without it, so nobody else's score changes.
 *
 * @param code of the unit
 * @param leaning others that have it as a peer
 * @param meanRise of the scores of those others, without it; from 0
 * @param greatestRise of the scores of those others, without it; from 0
 */
public record FrontierInfluence(String code, int leaning, double meanRise, double greatestRise) {

    /**
     * The influence of each unit with the score 1, by code.
     *
     * @param units that were measured by the analysis, in any order
     * @param found what the analysis found
     */
    public static List<FrontierInfluence> of(
            EnvelopmentAnalysis analysis, List<DecisionUnit> units, Efficiencies found) {
        List<FrontierInfluence> influences = new ArrayList<>();
        for (Efficiency best : found.units().values()) {
            if (best.score() == 1) {
                List<DecisionUnit> others = units.stream()
                        .filter(unit -> found.units().containsKey(unit.code()))
                        .filter(unit -> !unit.code().equals(best.code()))
                        .sorted(java.util.Comparator.comparing(DecisionUnit::code))
                        .toList();
                influences.add(
                        others.isEmpty()
                                ? new FrontierInfluence(best.code(), 0, 0, 0)
                                : of(analysis, best, others, found));
            }
        }
        return influences;
    }

    private static FrontierInfluence of(
            EnvelopmentAnalysis analysis, Efficiency best, List<DecisionUnit> others, Efficiencies found) {
        EnvelopmentProgram without = EnvelopmentProgram.of(others, analysis.orientation(), analysis.returns());
        double sum = 0;
        double greatest = 0;
        int leaning = 0;
        for (int i = 0; i < others.size(); i++) {
            Efficiency other = found.units().get(others.get(i).code());
            if (other != null && other.peers().containsKey(best.code())) {
                double rise = Math.max(0, without.efficiency(i).score() - other.score());
                leaning++;
                sum += rise;
                greatest = Math.max(greatest, rise);
            }
        }
        return new FrontierInfluence(best.code(), leaning, leaning == 0 ? 0 : sum / leaning, greatest);
    }
}
