package org.wenheng.ingest.lake;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.Iterator;

/**
 * What one task read of the known values: every text once, the rows as numbers. Of ten million rows with four texts each,
 * the texts would take most of the time of a look-up.
 *
 * @param regions of the places: codes
 * @param facilities of the same places: codes; empty for the region itself
 * @param elements codes
 * @param periods codes
 * @param rows for each row the indexes of its place, element and period in these lists, and its code; see
 *     {@link ValueCodes#ofRow}
 */
@SuppressWarnings("ArrayRecordComponent") // carried from a task to the reader, compared by nobody
record KnownBlock(String[] regions, String[] facilities, String[] elements, String[] periods, byte[] rows)
        implements Serializable {
    private static final int ROW_BYTES = 3 * Integer.BYTES + Long.BYTES;
    private static final int FIRST_ROWS = 1024;

    /** Takes in the rows of a task: region, facility, element, period, code. */
    static KnownBlock of(Iterator<InternalRow> rows) {
        Places places = new Places();
        Texts elements = new Texts();
        Texts periods = new Texts();
        ByteBuffer bytes = ByteBuffer.allocate(FIRST_ROWS * ROW_BYTES);
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (bytes.remaining() < ROW_BYTES) {
                bytes = ByteBuffer.allocate(bytes.capacity() * 2).put(bytes.flip());
            }
            bytes.putInt(places.index(row.getUTF8String(0), row.getUTF8String(1)))
                    .putInt(elements.index(row.getUTF8String(2)))
                    .putInt(periods.index(row.getUTF8String(3)))
                    .putLong(row.getLong(4));
        }
        byte[] used = new byte[bytes.position()];
        bytes.flip().get(used);
        return new KnownBlock(places.regions(), places.facilities(), elements.all(), periods.all(), used);
    }

    /** Is told the rows of a block one by one: the indexes of their texts, and the code. */
    interface RowReader {
        void row(int place, int element, int period, long code);
    }

    void read(RowReader reader) {
        ByteBuffer bytes = ByteBuffer.wrap(rows);
        while (bytes.hasRemaining()) {
            reader.row(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getLong());
        }
    }

    /** Different texts in the order in which they came. */
    private static final class Texts {
        private final Map<UTF8String, Integer> indexes = new HashMap<>();
        private final List<UTF8String> texts = new ArrayList<>();
        private int last = -1;

        /** Rows of one region and period follow each other, so that the last text mostly comes again. */
        int index(UTF8String text) {
            if (last < 0 || !text.equals(texts.get(last))) {
                Integer index = indexes.get(text);
                if (index == null) {
                    // A copy, because the next row is written over the bytes of this one.
                    UTF8String kept = text.copy();
                    index = texts.size();
                    indexes.put(kept, index);
                    texts.add(kept);
                }
                last = index;
            }
            return last;
        }

        String text(int index) {
            return texts.get(index).toString();
        }

        String[] all() {
            return texts.stream().map(UTF8String::toString).toArray(String[]::new);
        }
    }

    /** Different pairs of a region and a facility in the order in which they came. */
    private static final class Places {
        private final Texts regions = new Texts();
        private final Texts facilities = new Texts();
        private final Map<Long, Integer> indexes = new HashMap<>();
        private final List<Long> pairs = new ArrayList<>();
        private long lastPair = -1;
        private int last;

        int index(UTF8String region, UTF8String facility) {
            long pair = (long) regions.index(region) << Integer.SIZE | facilities.index(facility);
            if (pair != lastPair) {
                Integer index = indexes.get(pair);
                if (index == null) {
                    index = pairs.size();
                    indexes.put(pair, index);
                    pairs.add(pair);
                }
                lastPair = pair;
                last = index;
            }
            return last;
        }

        String[] regions() {
            return pairs.stream()
                    .map(pair -> regions.text((int) (pair >> Integer.SIZE)))
                    .toArray(String[]::new);
        }

        String[] facilities() {
            return pairs.stream().map(pair -> facilities.text(pair.intValue())).toArray(String[]::new);
        }
    }
}
