/** Assessment schemes that have been published, and their trees. */
@NullMarked
package org.wenheng.api.scheme;

import org.jspecify.annotations.NullMarked;
