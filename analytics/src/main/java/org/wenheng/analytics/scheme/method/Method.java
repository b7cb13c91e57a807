package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/** How an indicator's value becomes points. A missing value never reaches a method. */
public sealed interface Method permits PointMethod, ComparingMethod {
    /** The method and its parameters in one sentence. */
    Title description();
}
