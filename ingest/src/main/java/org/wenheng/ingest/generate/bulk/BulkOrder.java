package org.wenheng.ingest.generate.bulk;

import java.util.List;
import java.util.stream.Stream;
import org.wenheng.ingest.reference.Period;

/**
 * What is asked for.
 *
 * @param within code of the region in which the counties lie
 * @param counties how many, from the first on in the order of the catalogue
 * @param facilities how many these have together
 * @param first first month
 * @param months at least 1
 * @param seed the same order gives the same observations
 */
public record BulkOrder(String within, int counties, int facilities, Period first, int months, long seed) {

    /** The months, in order. */
    public List<Period> periods() {
        return Stream.iterate(first, Period::next).limit(months).toList();
    }
}
