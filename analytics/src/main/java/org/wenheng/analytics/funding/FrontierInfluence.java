package org.wenheng.analytics.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much the scores of others rest on one unit of the frontier: its figures are the ones to check first, for an error in
 * them moves the frontier, and nobody else's does. The unit is left out and all others are measured again.
 *
 * @param code of the unit
 * @param leaning others that have it as a peer
 * @param meanRise of the scores of those others, without it; from 0
 * @param greatestRise of the scores of all others, without it; from 0
 */
public record FrontierInfluence(String code, int leaning, double meanRise, double greatestRise) {

    /** The influence of each unit with the score 1, by code. */
    public static List<FrontierInfluence> of(
            EnvelopmentAnalysis analysis, List<DecisionUnit> units, Efficiencies found) {
        List<FrontierInfluence> influences = new ArrayList<>();
        for (Efficiency best : found.units().values()) {
            if (best.score() == 1) {
                List<DecisionUnit> others = units.stream()
                        .filter(unit -> !unit.code().equals(best.code()))
                        .toList();
                Map<String, Efficiency> without = analysis.of(others).units();
                double sum = 0;
                double greatest = 0;
                int leaning = 0;
                for (Efficiency other : found.units().values()) {
                    Efficiency again = without.get(other.code());
                    if (again != null) {
                        double rise = Math.max(0, again.score() - other.score());
                        greatest = Math.max(greatest, rise);
                        if (other.peers().containsKey(best.code())) {
                            leaning++;
                            sum += rise;
                        }
                    }
                }
                influences.add(new FrontierInfluence(best.code(), leaning, leaning == 0 ? 0 : sum / leaning, greatest));
            }
        }
        return influences;
    }
}
