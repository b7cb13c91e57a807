/** Bronze and silver Delta tables and the jobs that fill them. */
@NullMarked
package org.wenheng.ingest.lake;

import org.jspecify.annotations.NullMarked;
