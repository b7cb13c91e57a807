package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A sample of regions to be visited, drawn with probabilities proportional to risk by systematic sampling (Madow 1949, "On
 * the theory of systematic sampling, II"). The record holds all that is needed to repeat the draw by hand: a region is drawn
 * when one of the points start, start + 1, start + 2 … lies in its interval [from, to).
 *
 * @param size regions drawn
 * @param seed of the start
 * @param start the random start, at least 0 and below 1
 * @param units every region, by code
 */
public record SpotCheck(int size, long seed, double start, List<Unit> units) {
    public SpotCheck {
        units = List.copyOf(units);
    }

    /**
     * A region in the draw.
     *
     * @param risk its parts
     * @param total its risk, above 0 and at most 1
     * @param probability of being drawn, above 0 and at most 1; those of all regions sum to the size of the sample
     * @param from sum of the probabilities of the regions before it
     * @param to the same with its own
     */
    public record Unit(Risk risk, double total, double probability, double from, double to, boolean drawn) {}

    /**
     * Draws a sample. The order of the risks given does not matter: the draw goes through the regions by code, which also
     * spreads it over prefectures.
     *
     * @param size at least 0 and at most the number of regions
     * @throws IllegalArgumentException for another size or a region given twice
     */
    public static SpotCheck draw(List<Risk> risks, int size, long seed, Settings settings) {
        if (size < 0 || size > risks.size()) {
            throw new IllegalArgumentException(
                    "A sample of %s out of %s regions cannot be drawn".formatted(size, risks.size()));
        }
        Set<String> seen = new HashSet<>();
        for (Risk risk : risks) {
            if (!seen.add(risk.region())) {
                throw new IllegalArgumentException("The region %s is given twice".formatted(risk.region()));
            }
        }
        List<Risk> sorted =
                risks.stream().sorted(Comparator.comparing(Risk::region)).toList();
        double[] totals =
                sorted.stream().mapToDouble(risk -> risk.total(settings)).toArray();
        double[] probabilities = probabilities(totals, size);
        double start = new SplittableRandom(seed).nextDouble();
        List<Unit> units = new ArrayList<>();
        double from = 0;
        for (int i = 0; i < totals.length; i++) {
            // The last interval ends at the size itself, so that rounding of the sums cannot lose the last point.
            double to = i == totals.length - 1 ? size : Math.min(size, from + probabilities[i]);
            boolean drawn = Math.ceil(to - start) > Math.ceil(from - start);
            units.add(new Unit(sorted.get(i), totals[i], probabilities[i], from, to, drawn));
            from = to;
        }
        return new SpotCheck(size, seed, start, units);
    }

    /** Codes of the regions drawn, in order. */
    public List<String> drawn() {
        return units.stream()
                .filter(Unit::drawn)
                .map(unit -> unit.risk().region())
                .toList();
    }

    /**
     * Probabilities proportional to risk that sum to the size. A region whose share would be above 1 is taken for certain and
     * the rest is shared among the others, again until none is above 1 (Särndal, Swensson and Wretman 1992, section 3.6.2).
     */
    static double[] probabilities(double[] totals, int size) {
        double[] probabilities = new double[totals.length];
        boolean[] certain = new boolean[totals.length];
        boolean again = true;
        while (again) {
            again = false;
            int left = size;
            double sum = 0;
            for (int i = 0; i < totals.length; i++) {
                left -= certain[i] ? 1 : 0;
                sum += certain[i] ? 0 : totals[i];
            }
            for (int i = 0; i < totals.length; i++) {
                if (!certain[i]) {
                    probabilities[i] = left * totals[i] / sum;
                    certain[i] = probabilities[i] >= 1;
                    again |= certain[i];
                }
                probabilities[i] = Math.min(1, probabilities[i]);
            }
        }
        return probabilities;
    }
}
