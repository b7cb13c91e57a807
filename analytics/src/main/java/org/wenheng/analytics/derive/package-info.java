/** Spark stages from observations to element values of regions. */
@NullMarked
package org.wenheng.analytics.derive;

import org.jspecify.annotations.NullMarked;
