/** The answer to a sender: the own file with every problem at its cell, and the same for programs. */
@NullMarked
package org.wenheng.ingest.answer;

import org.jspecify.annotations.NullMarked;
