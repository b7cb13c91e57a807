/** Makes synthetic reports of a catalogue, every one marked as such, with the mistakes planted in them listed. */
@NullMarked
package org.wenheng.ingest.generate;

import org.jspecify.annotations.NullMarked;
