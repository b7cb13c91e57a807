/** A file of any format becomes cells with addresses. */
@NullMarked
package org.wenheng.ingest.read;

import org.jspecify.annotations.NullMarked;
