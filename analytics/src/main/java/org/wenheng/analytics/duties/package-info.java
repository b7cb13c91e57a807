/** Duties of departments beside what shows whether they are done. Plain Java. */
@NullMarked
package org.wenheng.analytics.duties;

import org.jspecify.annotations.NullMarked;
