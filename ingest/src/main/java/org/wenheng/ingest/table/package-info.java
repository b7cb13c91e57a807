/** Declarations of tables: one serves the Spark schema, the mart, Superset and the docs. */
@NullMarked
package org.wenheng.ingest.table;

import org.jspecify.annotations.NullMarked;
