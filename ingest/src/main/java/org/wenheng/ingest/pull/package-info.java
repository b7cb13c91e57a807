/** Reads tables from database servers through JDBC, read-only, into files. */
@NullMarked
package org.wenheng.ingest.pull;

import org.jspecify.annotations.NullMarked;
