package org.wenheng.analytics.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wenheng.analytics.matrix.OrderStatistics;

/**
 * How much of the variance of a result comes from each factor.
 *
 * @param effects by factor; all 0 if the result does not vary
 * @param variance of the result over A and B together, divided by their number less 1
 * @param samples of A that were used
 * @param leftOut samples that were not, because the result was missing at one of their points
 */
public record SobolIndices(List<Effect> effects, double variance, int samples, int leftOut) {

    public SobolIndices {
        effects = List.copyOf(effects);
    }

    /**
     * A factor's share in the variance. Estimates of small shares may come out below 0.
     *
     * @param first by itself: {@code mean(yB·(yABi − yA))/V}, Saltelli et al., Variance based sensitivity analysis of model
     *     output (2010), eq. (b) of table 2
     * @param total with all its interactions: {@code mean((yA − yABi)²)/(2V)}, Jansen, Analysis of variance designs for
     *     model output (1999), eq. (f) of the same table
     * @param firstInterval of the bootstrap
     * @param totalInterval of the bootstrap
     */
    public record Effect(double first, double total, Range firstInterval, Range totalInterval) {}

    /**
     * Samples drawn from the samples, with replacement, to see how far the estimates would have come out otherwise.
     *
     * @param times from 1
     * @param share of the estimates that the intervals are to hold, above 0 and below 1
     */
    public record Bootstrap(long seed, int times, double share) {
        public Bootstrap {
            if (times < 1 || !(share > 0 && share < 1)) {
                throw new IllegalArgumentException(
                        "Expected at least 1 time and a share within 0 to 1, found %d and %s".formatted(times, share));
            }
        }
    }

    /**
     * Estimates the indices of one result.
     *
     * @param results at the points of a design, in its order; NaN where there is none
     * @param factors d
     * @throws IllegalArgumentException if there are not N·(d + 2) results or fewer than two samples are complete
     */
    public static SobolIndices of(double[] results, int factors, Bootstrap bootstrap) {
        int samples = results.length / (factors + 2);
        if (samples * (factors + 2) != results.length) {
            throw new IllegalArgumentException(
                    "%d results are no whole number of samples of %d points".formatted(results.length, factors + 2));
        }
        double[][] blocks = new double[factors + 2][];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = Arrays.copyOfRange(results, block * samples, (block + 1) * samples);
        }
        int[] complete = IntStream.range(0, samples)
                .filter(sample -> Arrays.stream(blocks).noneMatch(block -> Double.isNaN(block[sample])))
                .toArray();
        if (complete.length < 2) {
            throw new IllegalArgumentException(
                    "%d of %d samples are complete; at least 2 are needed".formatted(complete.length, samples));
        }
        double[][][] again = IntStream.range(0, bootstrap.times())
                .parallel()
                .mapToObj(time -> estimate(blocks, drawn(complete, bootstrap.seed(), time)))
                .toArray(double[][][]::new);
        double[][] estimate = estimate(blocks, complete);
        List<Effect> effects = new ArrayList<>();
        for (int factor = 0; factor < factors; factor++) {
            effects.add(new Effect(
                    estimate[0][factor],
                    estimate[1][factor],
                    interval(again, 0, factor, bootstrap.share()),
                    interval(again, 1, factor, bootstrap.share())));
        }
        return new SobolIndices(
                effects, variance(blocks[0], blocks[1], complete), complete.length, samples - complete.length);
    }

    private static int[] drawn(int[] complete, long seed, int time) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + time)
                .ints(complete.length, 0, complete.length)
                .map(place -> complete[place])
                .toArray();
    }

    /** First-order and total effects, 2 × factors. */
    private static double[][] estimate(double[][] blocks, int[] samples) {
        int factors = blocks.length - 2;
        double[][] effects = new double[2][factors];
        double variance = variance(blocks[0], blocks[1], samples);
        if (variance == 0) {
            return effects;
        }
        for (int factor = 0; factor < factors; factor++) {
            double[] mixed = blocks[2 + factor];
            double first = 0;
            double total = 0;
            for (int sample : samples) {
                double a = blocks[0][sample];
                first += blocks[1][sample] * (mixed[sample] - a);
                total += (a - mixed[sample]) * (a - mixed[sample]);
            }
            effects[0][factor] = first / samples.length / variance;
            effects[1][factor] = total / samples.length / (2 * variance);
        }
        return effects;
    }

    private static double variance(double[] a, double[] b, int[] samples) {
        double mean = 0;
        for (int sample : samples) {
            mean += a[sample] + b[sample];
        }
        mean /= 2.0 * samples.length;
        double squares = 0;
        for (int sample : samples) {
            squares += (a[sample] - mean) * (a[sample] - mean) + (b[sample] - mean) * (b[sample] - mean);
        }
        return squares / (2.0 * samples.length - 1);
    }

    private static Range interval(double[][][] again, int kind, int factor, double share) {
        return Range.holding(
                share,
                OrderStatistics.of(Arrays.stream(again)
                        .mapToDouble(estimate -> estimate[kind][factor])
                        .toArray()));
    }
}
