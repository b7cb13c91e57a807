/** Formulas over elements: read from a scheme, evaluated for a region and a period. Plain Java. */
@NullMarked
package org.wenheng.analytics.scheme.formula;

import org.jspecify.annotations.NullMarked;
