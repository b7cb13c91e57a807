package org.wenheng.ingest.submission;

import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.ObservationKey;

/** What is known now. */
public interface Known {
    /** Nothing is known yet. */
    Known NOTHING = key -> null;

    /** The value known now; null if none is. */
    @Nullable
    KnownValue find(ObservationKey key);
}
