/** Plain numbers: regions × indicators, and what every method asks of a column. NaN means no value. */
@NullMarked
package org.wenheng.analytics.matrix;

import org.jspecify.annotations.NullMarked;
