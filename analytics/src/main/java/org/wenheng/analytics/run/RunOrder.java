package org.wenheng.analytics.run;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wenheng.ingest.reference.Period;

/**
 * What a run is asked for.
 *
 * @param periods in the order in which they are scored
 * @param knownAt the data as known at this moment; now if empty
 * @param publish whether readers are to see it
 * @param by who asks
 * @param key signs the digests; without it they are not signed
 * @param seed of what is drawn; each run's own, from its scores, if empty
 */
public record RunOrder(
        List<Period> periods,
        Optional<Instant> knownAt,
        boolean publish,
        String by,
        Optional<PrivateKey> key,
        OptionalLong seed) {
    public RunOrder {
        periods = List.copyOf(periods);
    }

    /** An order whose runs draw by seeds of their own. */
    public RunOrder(
            List<Period> periods, Optional<Instant> knownAt, boolean publish, String by, Optional<PrivateKey> key) {
        this(periods, knownAt, publish, by, key, OptionalLong.empty());
    }

    /** These periods with what is known now, published, not signed. */
    public static RunOrder of(List<Period> periods, String by) {
        return new RunOrder(periods, Optional.empty(), true, by, Optional.empty());
    }
}
