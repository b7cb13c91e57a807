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

    /**
     * A track without a value.
     *
     * @param room for so many values, at least 1, before it has to grow
     */
    Track(int room) {
        this.positions = new int[room];
        this.codes = new long[room];
    }

    /** The position of a period among those of its kind; kinds do not mix. */
    static int position(Period period) {
        int perYear = period.frequency().perYear();
        return perYear * KIND + period.year() * perYear + period.index() - 1;
    }

    /** Remembers the coded value of a period. */
    void put(int position, long code) {
        int place = place(position);
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
        int place = place(position);
        return place < 0 ? NOTHING : codes[place];
    }

    /** Where a position is or, as {@code -place - 1}, would be. Most series have no gaps, and then it need not be searched. */
    private int place(int position) {
        if (size == 0 || position > positions[size - 1]) {
            return -size - 1;
        }
        int without = position - positions[0];
        if (without >= 0 && without < size && positions[without] == position) {
            return without;
        }
        return Arrays.binarySearch(positions, 0, size, position);
    }
}
