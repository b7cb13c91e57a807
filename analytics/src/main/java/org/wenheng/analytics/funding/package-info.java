/**
 * What money buys: a plan as data, exact figures that say why they are missing, amounts per head and shares, progress, matching
 * funds, unit costs, efficiency of units that turn inputs into outputs, and rewards proposed under a budget. Plain Java.
 */
@NullMarked
package org.wenheng.analytics.funding;

import org.jspecify.annotations.NullMarked;
