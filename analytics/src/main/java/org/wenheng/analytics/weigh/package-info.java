/** The ways in which the children of a node come to their weights: one record a method. */
@NullMarked
package org.wenheng.analytics.weigh;

import org.jspecify.annotations.NullMarked;
