/** What every workbook that Wenheng writes has in common: equal contents are equal bytes, and no text is a formula. */
@NullMarked
package org.wenheng.ingest.workbook;

import org.jspecify.annotations.NullMarked;
