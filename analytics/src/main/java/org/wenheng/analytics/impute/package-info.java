/** Filling in values that are missing, for analysis: what was filled in, how and from where is part of the result. */
@NullMarked
package org.wenheng.analytics.impute;

import org.jspecify.annotations.NullMarked;
