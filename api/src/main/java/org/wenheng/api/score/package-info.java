/** Rankings, results of a region, and what an indicator's value rests on. */
@NullMarked
package org.wenheng.api.score;

import org.jspecify.annotations.NullMarked;
