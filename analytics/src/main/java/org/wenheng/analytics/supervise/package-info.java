/**
 * Supervision: anomaly cases, data quality and spot checks, as pure functions over what the engine and the collection know.
 * Every threshold is data: {@code supervision.yml}, a text that the caller reads.
 */
@NullMarked
package org.wenheng.analytics.supervise;

import org.jspecify.annotations.NullMarked;
