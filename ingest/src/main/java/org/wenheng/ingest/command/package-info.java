/** Commands of collection. */
@NullMarked
package org.wenheng.ingest.command;

import org.jspecify.annotations.NullMarked;
