/** Periods that have been published, each with the run that readers see. */
@NullMarked
package org.wenheng.api.period;

import org.jspecify.annotations.NullMarked;
