@NullMarked
package org.wenheng.api;

import org.jspecify.annotations.NullMarked;
