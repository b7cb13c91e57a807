package org.wenheng.analytics.robust;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The points at which an index is built to find how much of what varies comes from where: two samples A and B and, for
 * every factor i, A with the column i of B. N samples of d factors make N·(d + 2) points. Source: Saltelli et al., Variance
 * based sensitivity analysis of model output (2010), table 2.
 */
@SuppressWarnings("ArrayRecordComponent") // samples, compared by nobody
public record SobolDesign(double[][] a, double[][] b) {

    /**
     * @param a N × d, from 0, below 1
     * @param b N × d, independent of A
     * @throws IllegalArgumentException if they are not of the same shape or have fewer than two samples
     */
    public SobolDesign {
        if (a.length < 2 || a.length != b.length) {
            throw new IllegalArgumentException(
                    "Expected two samples of the same size from 2, found %d and %d".formatted(a.length, b.length));
        }
        int factors = a[0].length;
        for (int sample = 0; sample < a.length; sample++) {
            if (factors == 0 || a[sample].length != factors || b[sample].length != factors) {
                throw new IllegalArgumentException("Sample %d has %d and %d factors, the first has %d"
                        .formatted(sample, a[sample].length, b[sample].length, factors));
            }
        }
    }

    /**
     * A and B of a Sobol sequence of 2·d dimensions, every dimension shifted at random modulo 1 (Cranley and Patterson,
     * Randomization of number theoretic methods for multiple integration, 1976), so that another seed gives another
     * estimate of the same.
     *
     * @param samples N; best a power of two
     * @param factors d, from 1
     * @throws IllegalArgumentException if there are fewer than two samples or no factors
     */
    public static SobolDesign of(int samples, int factors, long seed) {
        if (samples < 2 || factors < 1) {
            throw new IllegalArgumentException(
                    "Expected at least 2 samples and 1 factor, found %d and %d".formatted(samples, factors));
        }
        double[] shift = new SplittableRandom(seed).doubles(2L * factors).toArray();
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * factors);
        double[][] a = new double[samples][];
        double[][] b = new double[samples][];
        for (int sample = 0; sample < samples; sample++) {
            double[] point = sequence.nextVector();
            for (int i = 0; i < point.length; i++) {
                double shifted = point[i] + shift[i];
                point[i] = shifted >= 1 ? shifted - 1 : shifted;
            }
            a[sample] = Arrays.copyOf(point, factors);
            b[sample] = Arrays.copyOfRange(point, factors, 2 * factors);
        }
        return new SobolDesign(a, b);
    }

    /** A, then B, then A with each column of B in turn: N·(d + 2) × d. */
    public double[][] points() {
        int samples = a.length;
        int factors = a[0].length;
        double[][] points = new double[samples * (factors + 2)][];
        for (int sample = 0; sample < samples; sample++) {
            points[sample] = a[sample].clone();
            points[samples + sample] = b[sample].clone();
            for (int factor = 0; factor < factors; factor++) {
                double[] mixed = a[sample].clone();
                mixed[factor] = b[sample][factor];
                points[(2 + factor) * samples + sample] = mixed;
            }
        }
        return points;
    }
}
