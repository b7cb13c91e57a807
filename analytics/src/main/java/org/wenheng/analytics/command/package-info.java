/** The commands of the batch, one program. */
@NullMarked
package org.wenheng.analytics.command;

import org.jspecify.annotations.NullMarked;
