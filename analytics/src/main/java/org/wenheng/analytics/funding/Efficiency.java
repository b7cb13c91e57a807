package org.wenheng.analytics.funding;

import java.util.Map;

/**
 * How near a unit is to the frontier of its peers.
 *
 * @param code of the unit
 * @param score above 0, at most 1; the share of its inputs that would do, or the share it reaches of the outputs it could
 *     have; within 10⁻⁹ of 1 it is 1
 * @param peers units whose mix is its point on the frontier, each with its weight λ, by code; where several mixes serve
 *     equally well, one of them, the same whatever the order of the units
 * @param inputSlacks what could be saved of each input beyond the score, in the input's unit
 * @param outputSlacks what each output lacks beyond the score, in the output's unit
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record Efficiency(
        String code, double score, Map<String, Double> peers, double[] inputSlacks, double[] outputSlacks) {

    /** Whether no unit or mix of units does better in anything: a score of 1 and no slack (Koopmans 1951). */
    public boolean isFullyEfficient() {
        return score == 1 && isZero(inputSlacks) && isZero(outputSlacks);
    }

    private static boolean isZero(double[] slacks) {
        for (double slack : slacks) {
            if (slack != 0) {
                return false;
            }
        }
        return true;
    }
}
