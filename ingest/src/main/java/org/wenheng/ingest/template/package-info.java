/** The workbooks that reporters fill: one for each reporter and period, with what is known already. */
@NullMarked
package org.wenheng.ingest.template;

import org.jspecify.annotations.NullMarked;
