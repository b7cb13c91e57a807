/** Series of values of regions, stated for the regions of another day. Plain Java, pure functions. */
@NullMarked
package org.wenheng.ingest.restate;

import org.jspecify.annotations.NullMarked;
