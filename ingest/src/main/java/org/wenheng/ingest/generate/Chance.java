package org.wenheng.ingest.generate;

import java.util.SplittableRandom;

/**
 * Chance that depends on a seed and on what it is about, and on nothing else: the order in which numbers are asked for
 * does not matter.
 */
public record Chance(long seed) {
    private static final long FNV_PRIME = 1099511628211L;
    private static final long FNV_BASIS = -3750763034362895579L;

    /** A uniform number from 0 (inclusive) to 1 (exclusive). */
    public double uniform(String... about) {
        return source(about).nextDouble();
    }

    /** A bell-shaped number with mean 0, variance 1 and no value beyond 3.5: the scaled sum of four uniform ones. */
    public double bell(String... about) {
        SplittableRandom source = source(about);
        double sum = source.nextDouble() + source.nextDouble() + source.nextDouble() + source.nextDouble();
        return (sum - 2) * StrictMath.sqrt(3);
    }

    /** A whole number from 0 (inclusive) to {@code bound} (exclusive). */
    public int below(int bound, String... about) {
        return source(about).nextInt(bound);
    }

    /** The 64-bit FNV-1a hash (Fowler, Noll, Vo 1991) of texts, each closed by a unit that no text holds. */
    public static long key(String... about) {
        long hash = FNV_BASIS;
        for (String part : about) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ 0xffff) * FNV_PRIME;
        }
        return hash;
    }

    private SplittableRandom source(String... about) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + key(about));
    }
}
