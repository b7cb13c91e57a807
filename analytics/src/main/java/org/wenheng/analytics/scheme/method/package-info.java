/** The ways in which an indicator's value becomes points: one record a method, with its formula and its source. */
@NullMarked
package org.wenheng.analytics.scheme.method;

import org.jspecify.annotations.NullMarked;
