/** Treatment of outliers, for analysis: which values were touched, how and from where is part of the result. */
@NullMarked
package org.wenheng.analytics.treat;

import org.jspecify.annotations.NullMarked;
