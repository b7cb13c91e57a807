/** Before values are scored: what of them is there, which regions have enough of them, and values per head or per area. */
@NullMarked
package org.wenheng.analytics.screen;

import org.jspecify.annotations.NullMarked;
