/** Bytes of any format become sheets: texts with addresses. Nothing behind this package knows what a file was. */
@NullMarked
package org.wenheng.ingest.format;

import org.jspecify.annotations.NullMarked;
