/** What is expected from whom by when, what has come, and whether a form is open: from facts and events, without a clock. */
@NullMarked
package org.wenheng.ingest.due;

import org.jspecify.annotations.NullMarked;
