package org.wenheng.ingest.generate;

import java.util.List;

/**
 * A mistake that reporters make.
 *
 * @param units units of the cells it may befall; empty for any
 * @param factor what a number is multiplied by, where the kind does so
 * @param text what stands in the cell; {@code %s} is the right value
 */
record MistakeRule(Kind kind, List<String> units, int factor, String text) {

    enum Kind {
        UNIT_SLIP,
        TEXT_IN_NUMBER,
        PART_EXCEEDS_WHOLE,
        NEGATIVE,
        UNKNOWN_REGION,
        MARK
    }
}
