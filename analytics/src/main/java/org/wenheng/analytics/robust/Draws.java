package org.wenheng.analytics.robust;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws at random. Each is a point of the unit cube, a coordinate an uncertainty, and a function of the seed and its number
 * alone: any of them can be made again without those before it, on any thread.
 *
 * @param seed of the stream
 * @param count at least 1
 */
public record Draws(long seed, int count) {

    /**
     * @throws IllegalArgumentException if the count is below 1
     */
    public Draws {
        if (count < 1) {
            throw new IllegalArgumentException("Expected at least 1 draw, found " + count);
        }
    }

    /**
     * A draw.
     *
     * @param number from 0
     * @param dimensions how many uncertainties there are
     * @return coordinates from 0, always below 1
     */
    public double[] point(int number, int dimensions) {
        // The seed is mixed first, so that the draws of neighbouring seeds are not the same ones, shifted.
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
        return random.doubles(dimensions).toArray();
    }

    /** The seed of a stream of its own, for what needs more numbers than its one coordinate. */
    static long seed(double coordinate) {
        return Double.doubleToLongBits(coordinate);
    }

    /** All draws, count × dimensions. */
    public double[][] points(int dimensions) {
        return IntStream.range(0, count).mapToObj(i -> point(i, dimensions)).toArray(double[][]::new);
    }
}
