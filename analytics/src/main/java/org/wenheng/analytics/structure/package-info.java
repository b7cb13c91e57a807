/**
 * What a table of numbers looks like before and after an index is made of it: statistics of columns, how they move
 * together, whether they hang together, where a region is strong and weak, and how far two rankings agree. NaN means no
 * value; infinite values are refused. Every analysis takes one matrix; {@link org.wenheng.analytics.matrix.Panel#each}
 * asks it of every period, {@link org.wenheng.analytics.matrix.Panel#pooled} of all periods at once.
 */
@NullMarked
package org.wenheng.analytics.structure;

import org.jspecify.annotations.NullMarked;
