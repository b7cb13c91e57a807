/** What money buys: efficiency of units that turn inputs into outputs, and rewards proposed under a budget. Plain Java. */
@NullMarked
package org.wenheng.analytics.funding;

import org.jspecify.annotations.NullMarked;
