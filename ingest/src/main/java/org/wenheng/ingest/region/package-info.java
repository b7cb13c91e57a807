/** Region files of other owners, read by mappings alone, and the commands about regions. Plain Java; knows no place. */
@NullMarked
package org.wenheng.ingest.region;

import org.jspecify.annotations.NullMarked;
