/** Submissions: the files that values came with. */
@NullMarked
package org.wenheng.api.submission;

import org.jspecify.annotations.NullMarked;
