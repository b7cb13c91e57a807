/** The ways in which the points of a node's children become the points of the node: one record a method. */
@NullMarked
package org.wenheng.analytics.aggregate;

import org.jspecify.annotations.NullMarked;
