/** What was sent, what was accepted, and the answer to the sender. */
@NullMarked
package org.wenheng.ingest.submission;

import org.jspecify.annotations.NullMarked;
