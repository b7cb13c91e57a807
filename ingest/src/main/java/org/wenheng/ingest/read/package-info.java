/** Sheets become reported cells: forms, and foreign tables by their source mapping. */
@NullMarked
package org.wenheng.ingest.read;

import org.jspecify.annotations.NullMarked;
