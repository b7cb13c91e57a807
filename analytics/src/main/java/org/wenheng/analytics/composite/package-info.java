/**
 * The composite index on plain numbers: values of regions in, points of every node out, with every stage in between. Knows
 * no scheme, no catalogue and no period; scoring, robustness and what-if all run through it.
 */
@NullMarked
package org.wenheng.analytics.composite;

import org.jspecify.annotations.NullMarked;
