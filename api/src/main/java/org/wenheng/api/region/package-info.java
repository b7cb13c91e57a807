/** Regions of a catalogue. */
@NullMarked
package org.wenheng.api.region;

import org.jspecify.annotations.NullMarked;
