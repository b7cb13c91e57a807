/** A scheme's scores of a period as matrices: how robust they are, how they hang together, how equal the regions are. */
@NullMarked
package org.wenheng.analytics.study;

import org.jspecify.annotations.NullMarked;
