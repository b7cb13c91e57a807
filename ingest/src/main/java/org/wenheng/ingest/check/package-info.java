/** Rules that turn cells into findings. */
@NullMarked
package org.wenheng.ingest.check;

import org.jspecify.annotations.NullMarked;
