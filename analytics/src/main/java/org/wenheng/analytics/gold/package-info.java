/** The tables that scoring owns in the lake, and how a score table becomes their rows. */
@NullMarked
package org.wenheng.analytics.gold;

import org.jspecify.annotations.NullMarked;
