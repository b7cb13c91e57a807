/** The language of a scheme: read it, check it. Plain Java. */
@NullMarked
package org.wenheng.analytics.scheme;

import org.jspecify.annotations.NullMarked;
