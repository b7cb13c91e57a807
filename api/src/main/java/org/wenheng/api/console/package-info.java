/** Pages for people: rankings, regions, indicators. Rendered on the server. */
@NullMarked
package org.wenheng.api.console;

import org.jspecify.annotations.NullMarked;
