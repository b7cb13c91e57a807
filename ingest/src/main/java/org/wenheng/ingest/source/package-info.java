/** A table on a city's database server: how it is described, asked for in parts, and kept as files. Plain Java, no JDBC. */
@NullMarked
package org.wenheng.ingest.source;

import org.jspecify.annotations.NullMarked;
