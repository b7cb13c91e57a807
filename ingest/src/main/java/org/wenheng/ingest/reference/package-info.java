/** Regions, periods, departments, elements and forms of a catalogue. Plain Java; knows no field and no place. */
@NullMarked
package org.wenheng.ingest.reference;

import org.jspecify.annotations.NullMarked;
