/** What went wrong with a request, said in Chinese and English, as problem+json or as a page. */
@NullMarked
package org.wenheng.api.problem;

import org.jspecify.annotations.NullMarked;
