package org.wenheng.ingest.lake;

import java.util.Arrays;
import org.wenheng.ingest.reference.Period;

/**
 * What is known of one element at one place, period by period. Compact, because a large collection looks up millions of
 * them: 12 bytes for a period.
 */
final class Track {
    /** No value is coded so. */
    static final long NOTHING = Long.MIN_VALUE;

    private static final int KIND = 1 << 20;

    private int size;
    private int[] positions;
    private long[] codes;

    /** A track without a value. */
    Track() {
        this(0, new int[1], new long[1]);
    }

    private Track(int size, int[] positions, long[] codes) {
        this.size = size;
        this.positions = positions;
        this.codes = codes;
    }

    /**
     * A track of many values at once.
     *
     * @param positions rise from the first to that before {@code size}; copied
     * @param codes of the same periods; copied
     */
    static Track of(int[] positions, long[] codes, int size) {
        // One place more, for the value that is about to come.
        return new Track(size, Arrays.copyOf(positions, size + 1), Arrays.copyOf(codes, size + 1));
    }

    /** The position of a period among those of its kind; kinds do not mix. */
    static int position(Period period) {
        int perYear = period.frequency().perYear();
        return perYear * KIND + period.year() * perYear + period.index() - 1;
    }

    /** Remembers the coded value of a period. */
    void put(int position, long code) {
        int place = Arrays.binarySearch(positions, 0, size, position);
        if (place < 0) {
            place = -place - 1;
            if (size == positions.length) {
                positions = Arrays.copyOf(positions, size * 2);
                codes = Arrays.copyOf(codes, size * 2);
            }
            System.arraycopy(positions, place, positions, place + 1, size - place);
            System.arraycopy(codes, place, codes, place + 1, size - place);
            size++;
        }
        positions[place] = position;
        codes[place] = code;
    }

    /** The coded value of a period, or {@link #NOTHING}. */
    long get(int position) {
        int place = Arrays.binarySearch(positions, 0, size, position);
        return place < 0 ? NOTHING : codes[place];
    }
}
