/** The job: one scheme, one period, one run; its record and its commands. */
@NullMarked
package org.wenheng.analytics.run;

import org.jspecify.annotations.NullMarked;
