/**
 * How evenly something is spread over regions, and whether it is becoming more even: inequality, gaps, convergence and
 * trends. Inequality is of amounts: values below 0 are refused by message. NaN means no value; such rows are left out. A
 * measure of a column is asked of every period with {@link org.wenheng.analytics.matrix.Panel#each}.
 */
@NullMarked
package org.wenheng.analytics.equity;

import org.jspecify.annotations.NullMarked;
