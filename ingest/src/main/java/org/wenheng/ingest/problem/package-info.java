/** What is wrong with an input, said so that a person can act on it. */
@NullMarked
package org.wenheng.ingest.problem;

import org.jspecify.annotations.NullMarked;
