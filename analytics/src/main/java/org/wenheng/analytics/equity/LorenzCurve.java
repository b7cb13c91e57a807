package org.wenheng.analytics.equity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which share of the whole the poorest share of the population has (Lorenz, Methods of measuring the concentration of wealth,
 * 1905): regions from the lowest value to the highest, straight lines between them. Where all have 0, all have the same.
 */
public final class LorenzCurve {
    /** Shares of the population so far; the first is 0, the last 1. */
    private final double[] population;
    /** Shares of the whole so far. */
    private final double[] whole;

    private LorenzCurve(double[] population, double[] whole) {
        this.population = population;
        this.whole = whole;
    }

    /**
     * Every region counts the same.
     *
     * @param values by row; NaN is left out
     * @throws IllegalArgumentException if a value is below 0 or infinite
     */
    public static LorenzCurve of(double[] values) {
        return of(Amounts.of(values));
    }

    /**
     * Regions count by population.
     *
     * @param values per head, by row; NaN is left out
     * @param weights such as population; a region of weight 0 is left out
     * @throws IllegalArgumentException if a value is below 0 or infinite, or a row with a value has a weight that is missing,
     *     below 0 or infinite
     */
    public static LorenzCurve of(double[] values, double[] weights) {
        return of(Amounts.of(values, weights));
    }

    private static LorenzCurve of(Amounts amounts) {
        int[] rising = IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> amounts.values()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] population = new double[rising.length + 1];
        double[] whole = new double[rising.length + 1];
        for (int place = 0; place < rising.length; place++) {
            double weight = amounts.weights()[rising[place]];
            population[place + 1] = population[place] + weight;
            whole[place + 1] = whole[place] + weight * amounts.values()[rising[place]];
        }
        if (amounts.equal()) {
            return new LorenzCurve(population, population);
        }
        double sum = whole[rising.length];
        return new LorenzCurve(
                population, Arrays.stream(whole).map(part -> part / sum).toArray());
    }

    /** How many regions there are. */
    public int regions() {
        return population.length - 1;
    }

    /**
     * Twice the area between the curve and equality, which for regions that count the same is {@code Σ|x_i − x_j| / (2·n²·μ)}
     * (Gini 1912): 0 where all are equal, below 1 always. Without a correction for small numbers: the regions are all there
     * are. NaN where there is no value.
     */
    public double gini() {
        if (regions() == 0) {
            return Double.NaN;
        }
        if (population == whole) {
            return 0;
        }
        double twiceBelow = 0;
        for (int i = 1; i < population.length; i++) {
            twiceBelow += (population[i] - population[i - 1]) * (whole[i] + whole[i - 1]);
        }
        return Math.max(0, 1 - twiceBelow);
    }

    /**
     * The Gini coefficient times n / (n − 1), for regions that are a sample and count the same: the uncorrected one cannot
     * reach 1 with few regions (Deltas, The small-sample bias of the Gini coefficient, 2003). 0 to 1; NaN for fewer than two
     * values.
     */
    public double giniOfSample() {
        double n = regions();
        return n < 2 ? Double.NaN : gini() * n / (n - 1);
    }

    /**
     * Share of the whole that the poorest have; NaN where there is no value.
     *
     * @param part of the population, 0 to 1
     */
    public double poorest(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("A part of the population is from 0 to 1: " + part);
        }
        if (regions() == 0) {
            return Double.NaN;
        }
        int next = 1;
        while (next < regions() && population[next] < part) {
            next++;
        }
        double width = population[next] - population[next - 1];
        double within = Math.min(1, (part - population[next - 1]) / width);
        return whole[next - 1] + within * (whole[next] - whole[next - 1]);
    }

    /**
     * Share of the whole that the richest have; NaN where there is no value.
     *
     * @param part of the population, 0 to 1
     */
    public double richest(double part) {
        return 1 - poorest(1 - part);
    }
}
