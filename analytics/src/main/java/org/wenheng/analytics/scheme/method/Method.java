package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/** How an indicator's value becomes points between 0 and 100. A missing value never reaches a method. */
public sealed interface Method permits PointMethod, MinMax {
    /** The method and its parameters in one sentence. */
    Title description();
}
