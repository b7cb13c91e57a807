/** The index engine: scores, weighs, aggregates, grades and ranks matrices of regions and indicators. Plain Java. */
@NullMarked
package org.wenheng.analytics.index;

import org.jspecify.annotations.NullMarked;
