/** What a Spark stage is: rows in, rows out, with both ends declared. */
@NullMarked
package org.wenheng.ingest.stage;

import org.jspecify.annotations.NullMarked;
