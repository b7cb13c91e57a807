/**
 * What stands behind a score: why it is what it is, why it changed, what it would be under other values and other rules, and
 * what would lift it. Everything here scores again with the engine and says what came out; nothing estimates.
 */
@NullMarked
package org.wenheng.analytics.explain;

import org.jspecify.annotations.NullMarked;
