package org.wenheng.ingest.synthetic;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.wenheng.ingest.generate.Chance;

/**
 * Chance as columns: a draw is the 64-bit xxHash of the seed, a purpose and what the draw is about, so that it depends on
 * neither the order of rows nor their partitions. Only additions and multiplications of doubles follow, which give the same
 * bits on every machine.
 *
 * @param seed of all draws
 */
record Draw(long seed) {
    private static final double UNIT = 0x1p-53;
    private static final long WORD = 0xFFFF;

    /** A uniform number from 0 (inclusive) to 1 (exclusive), a multiple of 2^-53. */
    Column uniform(String purpose, Column... about) {
        return shiftrightunsigned(hash(purpose, about), 11)
                .cast(DataTypes.DoubleType)
                .multiply(lit(UNIT));
    }

    /**
     * A bell-shaped number with mean 0, variance 1 and no value beyond 3.5: the scaled sum of four uniform ones, which are the
     * four words of 16 bits of one hash.
     */
    Column bell(String purpose, Column... about) {
        Column hash = hash(purpose, about);
        Column sum = hash.bitwiseAND(lit(WORD))
                .plus(shiftright(hash, 16).bitwiseAND(lit(WORD)))
                .plus(shiftright(hash, 32).bitwiseAND(lit(WORD)))
                .plus(shiftrightunsigned(hash, 48));
        // Four words from 0 to 65,535 have the mean 131,070 and the variance 4 x (65,536^2 - 1) / 12.
        double scale = 1 / StrictMath.sqrt((65_536.0 * 65_536.0 - 1) / 3);
        return sum.minus(lit(131_070L)).cast(DataTypes.DoubleType).multiply(lit(scale));
    }

    /** A number that stands for what it is about: the key of further draws. */
    Column hash(String purpose, Column... about) {
        return xxhash64(Stream.concat(Stream.of(lit(seed ^ Chance.key(purpose))), Stream.of(about))
                .toArray(Column[]::new));
    }
}
