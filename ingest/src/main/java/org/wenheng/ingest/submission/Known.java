package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.ObservationKey;

/** What is known now. */
public interface Known {
    /** Periods before the reported one of which a history tells: three years of months, so that months have a season. */
    int HISTORY_PERIODS = 36;

    /** Nothing is known yet. */
    Known NOTHING = key -> null;

    /** The value known now; null if none is. */
    @Nullable
    KnownValue find(ObservationKey key);

    /**
     * The numbers known now for the same region, facility and element in earlier periods of the same kind, the latest
     * first, not more than {@link #HISTORY_PERIODS} periods back. Periods without a number are left out.
     */
    default List<PastValue> before(ObservationKey key) {
        return List.of();
    }

    /**
     * The numbers known now for the same element in the period before, of the other regions of the region's peer group;
     * of facilities of the same kind for a facility. In no particular order.
     */
    default List<BigDecimal> peers(ObservationKey key) {
        return List.of();
    }

    /**
     * The numbers known now for the same element in the same period, by region, of the other regions of the region's level
     * below the same parent; those of the regions themselves, not of facilities. Empty for a facility.
     */
    default Map<String, BigDecimal> siblings(ObservationKey key) {
        return Map.of();
    }
}
